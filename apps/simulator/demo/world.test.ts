import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openWorld } from './world.ts'

const day = 86_400_000
const folder = mkdtempSync(join(tmpdir(), 'enishi-world-'))
const keysFile = join(folder, 'demo.json')
let server: Server
let base = ''
/** The clock of a server, which every start of it sets to now. */
let offsetMs = 0

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = ''
    request.on('data', part => {
      body += part
    })
    request.on('end', () => {
      if (request.url === '/v1/demo/clock') offsetMs += (JSON.parse(body) as { advanceMs: number }).advanceMs
      response.setHeader('content-type', 'application/json')
      response.end(JSON.stringify({ person: 'per_1', token: 'token', offsetMs }))
    })
  }).listen(0)
  await new Promise(ready => server.once('listening', ready))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const login = { email: 'a@demo.enishi.test', password: 'p' }
  writeFileSync(keysFile, JSON.stringify({ operator: login, merchant: login, shopper: login, done: [], finished: false }))
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

test('a demo that goes on after a restart of the server goes on at its own time', async () => {
  const first = await openWorld(base, keysFile, () => undefined)
  await first.resumeClock()
  expect(offsetMs).toBe(0)
  await first.moveClock(-45 * day)
  await first.moveClock(3 * day)
  expect(offsetMs).toBe(-42 * day)
  offsetMs = 0
  const second = await openWorld(base, keysFile, () => undefined)
  await second.resumeClock()
  expect(offsetMs).toBe(-42 * day)
  // A simulator that starts again while the server went on finds the clock where it belongs.
  await (await openWorld(base, keysFile, () => undefined)).resumeClock()
  expect(offsetMs).toBe(-42 * day)
  expect(JSON.parse(readFileSync(keysFile, 'utf8'))).toMatchObject({ clockOffsetMs: -42 * day })
})
