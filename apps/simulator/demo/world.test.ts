import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { orderStep } from './shopping.ts'
import { finish, once, openWorld } from './world.ts'

const folder = mkdtempSync(join(tmpdir(), 'enishi-world-'))
const keysFile = join(folder, 'demo.json')
let server: Server
let base = ''
/** What the stand-in for a server was asked, and how it answers besides what signing in needs. */
let asked: string[] = []
let ended = new Set<string>()
let answers: Record<string, [number, object]> = {}

beforeAll(async () => {
  let tokens = 0
  server = createServer((request, response) => {
    request.resume().on('end', () => {
      const what = `${request.method} ${request.url}`
      asked.push(what)
      const token = request.headers.authorization?.slice('Bearer '.length) ?? ''
      const [status, body] = ended.has(token)
        ? [401, { error: { code: 'unauthenticated', message: '' } }]
        : (answers[what] ?? [200, { person: 'per_1', member: true, token: `token ${tokens++}`, offsetMs: 0 }])
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    })
  }).listen(0)
  await new Promise(ready => server.once('listening', ready))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
beforeEach(() => {
  ;[asked, ended, answers] = [[], new Set(), {}]
  const login = { email: 'a@demo.enishi.test', password: 'p' }
  writeFileSync(keysFile, JSON.stringify({ operator: login, merchant: login, shopper: login, done: [], finished: false }))
})
afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})
const open = () => openWorld(base, keysFile, () => undefined)
const signIns = () => asked.filter(a => a === 'POST /v1/tokens').length

test('a demo that goes on after a restart signs nobody in again, but for whom the server has forgotten', async () => {
  const first = await open()
  const aya = await first.member('shopper', 'Aya', 'aya')
  await first.member('person:mori_haruka', 'Haruka', 'mori_haruka')
  expect(signIns()).toBe(3)
  expect(statSync(keysFile).mode & 0o777).toBe(0o600)
  asked = []
  ended.add(aya.token)
  const second = await open()
  await second.member('shopper', 'Aya', 'aya')
  expect((await second.member('person:mori_haruka', 'Haruka', 'mori_haruka')).person).toBe('per_1')
  expect(signIns()).toBe(1)
  finish(second)
  expect(readFileSync(keysFile, 'utf8')).not.toContain('token')
})

test('what was done once is not done again after a restart', async () => {
  await once(await open(), 'order:x', async () => 'ord_1')
  expect(await once(await open(), 'order:x', () => Promise.reject(new Error('again')))).toBe('ord_1')
})

test('a step of an order that was done before a restart is content; a refusal for any other reason stands', async () => {
  const api = (await open()).operator
  answers['POST /v1/orders/ord_1/receive'] = [409, { error: { code: 'wrong_state', message: 'completed' } }]
  answers['GET /v1/orders/ord_1'] = [200, { timeline: [{ what: 'delivered' }] }]
  await expect(orderStep(api, 'ord_1', 'receive')).rejects.toThrow('wrong_state')
  answers['GET /v1/orders/ord_1'] = [200, { timeline: [{ what: 'delivered' }, { what: 'received' }] }]
  await orderStep(api, 'ord_1', 'receive')
  answers['POST /v1/orders/ord_1/receive'] = [409, { error: { code: 'out_of_stock', message: '' } }]
  await expect(orderStep(api, 'ord_1', 'receive')).rejects.toThrow('out_of_stock')
})
