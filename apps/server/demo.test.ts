import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type WholeServer, wholeServer } from '#testing/whole-server'
import { demoClock, demoFile, prepareDemo } from './demo.ts'

let server: WholeServer

beforeAll(async () => {
  server = await wholeServer()
})
afterAll(() => server?.close())

const progress = (token: string) =>
  server.app.inject({ method: 'GET', url: '/v1/demo/progress', headers: { authorization: `Bearer ${token}` } })

test('how far the demo is, is read from its file, by operators alone, and its passwords are not among it', async () => {
  mkdirSync(server.house.config.dataDir, { recursive: true })
  const keys = await prepareDemo(server.house, server.rooms)
  const guest = (await server.app.inject({ method: 'POST', url: '/v1/guests' })).json().token as string
  expect((await progress(guest)).statusCode).toBe(401)
  const signedIn = await server.app.inject({
    method: 'POST',
    url: '/v1/tokens',
    headers: { authorization: `Bearer ${guest}` },
    payload: { email: keys.operator.email, password: keys.operator.password },
  })
  const operator = signedIn.json().token as string
  expect((await progress(operator)).json()).toEqual({ finished: false, clips: 0, of: 0, secondsLeft: 0 })
  const file = demoFile(server.house.config.dataDir)
  const now = { clips: 4, of: 61, secondsLeft: 200 }
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), progress: now }))
  expect((await progress(operator)).json()).toEqual({ finished: false, ...now })
})

test('a server that starts again stands where the clock of its half-filled demo stood; a complete demo lives now', async () => {
  const file = demoFile(server.house.config.dataDir)
  const keys = JSON.parse(readFileSync(file, 'utf8'))
  writeFileSync(file, JSON.stringify({ ...keys, clockOffsetMs: -42 * 86_400_000 }))
  expect(demoClock(server.house.config.dataDir)).toBe(-42 * 86_400_000)
  writeFileSync(file, JSON.stringify({ ...keys, clockOffsetMs: -42 * 86_400_000, finished: true }))
  expect(demoClock(server.house.config.dataDir)).toBe(0)
  expect(demoClock('/nowhere')).toBe(0)
})
