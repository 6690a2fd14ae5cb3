#!/usr/bin/env node
// Runs on Node 20 as it comes with Debian, and hands over to the Node 24 of this workspace.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const node = join(root, 'node_modules/.bin/node')
if (!existsSync(node)) {
  console.error('enishi: run  npm ci  in the project first')
  process.exit(1)
}
const child = spawn(node, [join(root, 'apps/cli/main.ts'), ...process.argv.slice(2)], { stdio: 'inherit' })
for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
process.on('SIGINT', () => undefined)
child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
