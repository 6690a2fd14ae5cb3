import { spawn } from 'node:child_process'
import type { Server } from 'node:https'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { FastifyInstance } from 'fastify'
import { renderUnicodeCompact } from 'uqr'
import { type Config, readConfig, readConfigFile } from '#base/config'
import { migrate } from '#base/db'
import { createLogger } from '#base/log'
import { createApp } from './app.ts'
import { backupCommands, runBackupCommand, versionOf } from './backup/command.ts'
import { isUnfinished } from './backup/restore.ts'
import { compose, migrations } from './compose.ts'
import { type DemoKeys, demoClock, demoFile, prepareDemo, readDemo } from './demo.ts'
import { openHouse, type RunningHouse } from './house.ts'
import { lanAddresses, lanPort, openLan } from './lan.ts'
import { withSecret } from './secret.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const onLan = process.argv.includes('--lan')
const say = (line: string) => console.log(line)

function fail(line: string): never {
  console.error(`enishi: ${line}`)
  process.exit(1)
}

function config(): Config {
  process.chdir(root)
  const file = readConfigFile(join(root, 'enishi.config.json'))
  const read = readConfig(process.env, file)
  const [address] = onLan ? lanAddresses() : []
  // Links that a phone makes must lead back over the network, unless an address was given.
  if (read.ok && address && !process.env.PUBLIC_URL && read.value.publicUrl === `http://localhost:${read.value.port}`)
    return { ...read.value, publicUrl: `https://${address}:${lanPort(read.value.port)}` }
  return read.ok ? read.value : fail(read.message)
}

/** Said before anything is started: a port in use is one line, not a stack. */
function assertPortIsFree(port: number, host: string): Promise<void> {
  return new Promise(resolve => {
    const probe = createServer()
    probe.once('error', error =>
      fail(
        (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
          ? `port ${port} is in use; choose another with PORT=3001 npm start`
          : error.message,
      ),
    )
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

async function main(): Promise<void> {
  const read = config()
  const [command = '', ...args] = process.argv.slice(2)
  if (command in backupCommands)
    return void (process.exitCode = await runBackupCommand(command, args, { config: read, migrations, version: versionOf(root) }))
  if (isUnfinished(read.dataDir)) fail(`${read.dataDir} holds a restore that was not finished; delete it and restore again`)
  const settings = withSecret(read)
  const empty = process.argv.includes('--empty')
  await assertPortIsFree(settings.port, settings.host)
  const logger = createLogger(settings.logLevel)
  const opening = openHouse(settings, logger)
  wayOut.stop = async () => (await opening).stop()
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => leave(signal))
  // A terminal that was closed takes no more words; that must not end us before the database is ended.
  for (const words of [process.stdout, process.stderr]) words.on('error', () => {})
  const house = await opening
  house.clock.advance(demoClock(settings.dataDir))
  await migrate(house.db, migrations)
  await house.log.start()
  const rooms = compose(house)
  await rooms.start()
  const app = await createApp(house, rooms)
  await house.jobs.start()
  const lan = onLan ? await shareOnLan(app, settings) : null
  wayOut.stop = async () => {
    lan?.closeAllConnections()
    lan?.close()
    await app.close()
    await rooms.stop()
    await house.stop()
  }
  // A rush is a thousand connections in the same moment; the system may allow fewer.
  await app.listen({ port: settings.port, host: settings.host, backlog: 4096 })
  say(`\nEnishi is at ${settings.publicUrl}`)
  wayOut.child = await greet(house, rooms, empty)
}

/** `--lan`: phones on the same network come by HTTPS, so that they may record. */
async function shareOnLan(app: FastifyInstance, settings: Config): Promise<Server | null> {
  const addresses = lanAddresses()
  const port = lanPort(settings.port)
  if (addresses.length === 0) {
    say('enishi: --lan: this machine is on no network')
    return null
  }
  await app.ready()
  const server = await openLan(app, settings.dataDir, port, addresses, new Date())
  say(`\nOn this network: ${addresses.map(a => `https://${a}:${port}`).join('  ')}`)
  say(renderUnicodeCompact(`https://${addresses[0]}:${port}`, { border: 2 }))
  say('  The certificate is our own, so the browser warns once: choose to go on.')
  return server
}

/** What a person needs to know now: the setup link of an empty installation, or the demo's sign-ins. */
async function greet(
  house: RunningHouse,
  rooms: ReturnType<typeof compose>,
  empty: boolean,
): Promise<ReturnType<typeof spawn> | null> {
  const { config } = house
  const demo = readDemo(config.dataDir)
  const setup = await rooms.accounts.setupLink()
  if (setup && (empty || !config.demo)) {
    say(`First operator: open ${setup} (works once)`)
    return null
  }
  if (!demo && !setup) return null
  const keys = await prepareDemo(house, rooms)
  printSignIns(keys, config.publicUrl)
  // Benchmarks and tests write their own world.
  return keys.finished || process.argv.includes('--no-seed') ? null : seedDemo(config)
}

function printSignIns(keys: DemoKeys, url: string): void {
  say(`  shopper   ${keys.shopper.email}   ${keys.shopper.password}   ${url}/`)
  say(`  merchant  ${keys.merchant.email}   ${keys.merchant.password}   ${url}/studio`)
  say(`  operator  ${keys.operator.email}   ${keys.operator.password}   ${url}/console`)
  say('Ctrl+C stops everything.\n')
}

/** The demo world is written by another process through the public API, as any client would. */
function seedDemo(settings: Config): ReturnType<typeof spawn> {
  say('Filling the demo world; the first clips play within a minute.')
  const args = [
    join(root, 'apps/simulator/main.ts'),
    'demo',
    '--url',
    `http://127.0.0.1:${settings.port}`,
    '--keys',
    demoFile(settings.dataDir),
  ]
  return spawn(process.execPath, args, { stdio: 'inherit', cwd: root })
}

/** The way out. It is open from the moment the database is asked to start, since that outlives a process that just ends. */
const wayOut = {
  leaving: false,
  stop: async (): Promise<void> => {},
  child: null as ReturnType<typeof spawn> | null,
}

/** Goes that way once, whoever asks first; a second Ctrl+C ends at once. */
function leave(signal: string): void {
  if (wayOut.leaving && signal === 'SIGINT') process.exit(130)
  if (wayOut.leaving) return
  wayOut.leaving = true
  wayOut.child?.kill('SIGTERM')
  const patience = setTimeout(() => process.exit(1), 10_000)
  wayOut
    .stop()
    .then(() => 0)
    .catch((error: unknown) => {
      console.error(error)
      return 1
    })
    .then(code => {
      clearTimeout(patience)
      process.exit(code)
    })
}

// A start that fails because it is being left is no failure.
await main().catch(error => wayOut.leaving || fail((error as Error).message))
