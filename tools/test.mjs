// The whole gate, in one command; runs on the Node that the host has. Last line: N passed, N failed, N skipped.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildWeb, ffmpegPackages, installPackages, installSystem, root } from '../start.mjs'

const count = { passed: 0, failed: 0, skipped: 0 }
const chromium = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(existsSync)
const cjk = ['/usr/share/fonts/opentype/noto', '/usr/share/fonts/noto-cjk'].some(existsSync)

installPackages()
installSystem(
  [...ffmpegPackages(), ...(chromium ? [] : ['chromium']), ...(cjk ? [] : ['fonts-noto-cjk'])],
  'the tests need ffmpeg, Chromium and CJK fonts',
)

const bin = name => join(root, 'node_modules/.bin', name)
const node = bin('node')
const env = { ...process.env, PATH: `${join(root, 'node_modules/.bin')}:${process.env.PATH}` }

function run(name, program, args) {
  const started = Date.now()
  const { status } = spawnSync(program, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env })
  console.log(`${status === 0 ? 'ok' : 'FAILED'}: ${name} (${((Date.now() - started) / 1000).toFixed(1)} s)`)
  return status === 0
}
function check(name, program, args) {
  if (run(name, program, args)) count.passed++
  else count.failed++
}
function tests(name, args) {
  const file = join(mkdtempSync(join(tmpdir(), 'enishi-report-')), 'report.json')
  const good = run(name, node, [
    join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--reporter=dot',
    '--reporter=json',
    `--outputFile.json=${file}`,
    ...args,
  ])
  const report = existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
  count.passed += report?.numPassedTests ?? 0
  count.failed += report?.numFailedTests ?? 0
  count.skipped += (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)
  // A suite that broke before its tests has failed, though no test says so.
  if (!good && !(report?.numFailedTests > 0)) count.failed++
}

check('every import is allowed', node, ['tools/check-rooms.ts'])
check('budgets of style', node, ['tools/measure.ts'])
check('types of the server', bin('tsc'), ['--noEmit'])
check('the client fits the API', node, ['tools/openapi/generate.mjs', '--check'])
check('types of the web', bin('tsc'), ['--noEmit', '-p', 'apps/web'])
check('lint and format', bin('biome'), ['check', '--error-on-warnings', '.'])
check('no dead file, no unused dependency', node, [
  'node_modules/knip/bin/knip.js',
  '--include',
  'files,dependencies,unlisted,unresolved,binaries',
  '--no-config-hints',
])
buildWeb()
check('budgets of the pages', node, ['apps/web/size.mjs'])
tests('unit and integration tests', [])
tests('browser tests', ['--config', 'vitest.browser.config.ts'])

console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`)
process.exit(count.failed === 0 ? 0 : 1)
