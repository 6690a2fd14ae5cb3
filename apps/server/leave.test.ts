import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { removeEmbedded, startEmbedded } from '#base/db'
import { eventually } from '#testing/eventually'
import { freePort } from '#testing/server'

test('a server that is ended while it still starts leaves no PostgreSQL behind', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'enishi-leave-'))
  const env = { ...process.env, PORT: String(await freePort()), ENISHI_DATA: dataDir, LOG_LEVEL: 'warn' }
  const child = spawn(process.execPath, [fileURLToPath(new URL('./main.ts', import.meta.url)), '--empty'], {
    stdio: 'ignore',
    env,
  })
  const ended = once(child, 'exit')
  await eventually(async () => expect(existsSync(join(dataDir, 'postgres.log'))).toBe(true))
  child.kill('SIGTERM')
  const way = await ended
  const next = await startEmbedded(dataDir)
  await next.stop()
  removeEmbedded(dataDir)
  expect({ way, leftBehind: next.tookOver }).toEqual({ way: [0, null], leftBehind: false })
})
