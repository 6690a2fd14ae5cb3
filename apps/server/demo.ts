import { randomInt } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import type { House } from '#base/house'
import { CodedError } from '#base/http'
import { OffsetClock } from '#base/kernel'
import type { Rooms } from './compose.ts'

/** Sign-ins of the demo world; made once for an installation and kept beside its data. */
export interface DemoKeys {
  readonly operator: { email: string; password: string }
  readonly merchant: { email: string; password: string }
  readonly shopper: { email: string; password: string }
  /** Stages of the seeding that are finished, so that an interrupted one goes on where it was. */
  readonly done: string[]
  readonly finished: boolean
  /** Written by the seeding as its clips become watchable. */
  readonly progress?: { clips: number; of: number; secondsLeft: number }
}

const words = [
  'asa',
  'kawa',
  'midori',
  'sora',
  'hana',
  'tsuki',
  'yama',
  'umi',
  'kaze',
  'ishi',
  'mori',
  'yuki',
  'hoshi',
  'matsu',
  'take',
  'ume',
]
const password = () => `${words[randomInt(16)]}-${words[randomInt(16)]}-${words[randomInt(16)]}-${randomInt(1000, 9999)}`
export const demoFile = (dataDir: string): string => join(dataDir, 'demo.json')

export function readDemo(dataDir: string): DemoKeys | null {
  return existsSync(demoFile(dataDir)) ? (JSON.parse(readFileSync(demoFile(dataDir), 'utf8')) as DemoKeys) : null
}

/** Makes the demo's operator in an empty installation; everything else of the demo comes in through the public API. */
export async function prepareDemo(house: House, rooms: Rooms): Promise<DemoKeys> {
  const before = readDemo(house.config.dataDir)
  if (before) return before
  const keys: DemoKeys = {
    operator: { email: 'operator@demo.enishi.test', password: password() },
    merchant: { email: 'merchant@demo.enishi.test', password: password() },
    shopper: { email: 'shopper@demo.enishi.test', password: password() },
    done: [],
    finished: false,
  }
  await rooms.accounts.makeOperator({ ...keys.operator, name: 'Operator' })
  writeFileSync(demoFile(house.config.dataDir), JSON.stringify(keys, null, 1), { mode: 0o600 })
  return keys
}

/** The demo's clock, which an operator moves, and how far the seeding is; they exist in demo mode only. */
export function addDemoRoutes(app: FastifyInstance, house: House, rooms: Rooms): void {
  const body = Type.Object(
    { advanceMs: Type.Integer({ minimum: -400 * 86_400_000, maximum: 400 * 86_400_000 }) },
    { additionalProperties: false },
  )
  app.post<{ Body: { advanceMs: number } }>('/v1/demo/clock', { schema: { hide: true, body } }, async (request, reply) => {
    const caller = await rooms.accounts.identify(request, reply, false)
    if (!caller.operator) throw new CodedError('forbidden', 'Only an operator moves the clock')
    if (!(house.clock instanceof OffsetClock)) throw new CodedError('not_found', 'This clock does not move')
    house.clock.advance(request.body.advanceMs)
    return { now: house.clock.now().toISOString(), offsetMs: house.clock.offset }
  })
  app.get('/v1/demo/progress', { schema: { hide: true } }, async (request, reply) => {
    const caller = await rooms.accounts.identify(request, reply, false)
    if (!caller.operator) throw new CodedError('forbidden', 'Only operators see how far the demo is')
    const demo = readDemo(house.config.dataDir)
    return { finished: demo?.finished ?? true, clips: 0, of: 0, secondsLeft: 0, ...demo?.progress }
  })
}
