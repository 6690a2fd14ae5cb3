// Runs on Node 20 as it comes with Debian: installs what is missing, builds the pages, and hands over to Node 24.
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(fileURLToPath(import.meta.url))
const say = line => console.log(`enishi: ${line}`)
const stop = line => {
  console.error(`enishi: ${line}`)
  process.exit(1)
}
const hash = text => createHash('sha256').update(text).digest('hex').slice(0, 16)
const marker = name => join(root, 'node_modules', `.enishi-${name}`)
const marked = (name, value) => existsSync(marker(name)) && readFileSync(marker(name), 'utf8') === value

/** npm packages, when the lock file changed since the last install. */
export function installPackages() {
  const lock = hash(readFileSync(join(root, 'package-lock.json')))
  if (marked('packages', lock) && existsSync(join(root, 'node_modules/.bin/node'))) return
  say('installing npm packages (once; about a minute)')
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (npm.status !== 0) stop('npm ci failed; see above')
  writeFileSync(marker('packages'), lock)
}

const has = program => spawnSync(program, ['-version'], { stdio: 'ignore' }).error === undefined

/** Debian packages, where this user may install them; otherwise one line that says what to install. */
export function installSystem(packages, why) {
  if (packages.length === 0) return true
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).error) {
    console.error(`enishi: ${why}: please run  sudo apt-get install ${packages.join(' ')}`)
    return false
  }
  say(`installing ${packages.join(', ')} with apt-get`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync('apt-get', ['update', '-qq'], { stdio: ['ignore', 'ignore', 'inherit'], env })
  return (
    spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
      stdio: ['ignore', 'ignore', 'inherit'],
      env,
    }).status === 0
  )
}

function newest(folder) {
  let latest = 0
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.name === 'dist' || entry.name === 'node_modules') continue
    const path = join(folder, entry.name)
    latest = Math.max(latest, entry.isDirectory() ? newest(path) : statSync(path).mtimeMs)
  }
  return latest
}

/** The web apps, when a source of theirs is newer than the last build. */
export function buildWeb() {
  const web = join(root, 'apps/web')
  const stamp = String(newest(web))
  if (marked('web', stamp) && existsSync(join(web, 'dist/index.html'))) return
  say('building the pages')
  execFileSync(
    join(root, 'node_modules/.bin/node'),
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--logLevel', 'warn'],
    { cwd: web, stdio: ['ignore', 'inherit', 'inherit'] },
  )
  writeFileSync(marker('web'), stamp)
}

export function ffmpegPackages() {
  return has(process.env.FFMPEG ?? 'ffmpeg') && has(process.env.FFPROBE ?? 'ffprobe') ? [] : ['ffmpeg']
}

function main() {
  if (Number(process.versions.node.split('.')[0]) < 20) stop(`Node 20 or newer is needed; this is ${process.version}`)
  installPackages()
  installSystem(ffmpegPackages(), 'ffmpeg is missing, so clips can not be processed')
  buildWeb()
  mkdirSync(join(root, '.enishi'), { recursive: true })
  const child = spawn(
    join(root, 'node_modules/.bin/node'),
    ['--enable-source-maps', join(root, 'apps/server/main.ts'), ...process.argv.slice(2)],
    // Compiled code is kept between starts: reading the sources is a third of the way to the first page.
    { cwd: root, stdio: 'inherit', env: { NODE_COMPILE_CACHE: join(root, 'node_modules/.cache/enishi'), ...process.env } },
  )
  // Ctrl+C reaches both of us; the server stops what it started, and we leave with its answer.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => signal !== 'SIGINT' && child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main()
