import { randomInt } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { House } from '#base/house'
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
  readonly clockOffsetMs?: number
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

/** Where the clock of a half-filled demo stood, in milliseconds from now: what comes next must not happen weeks after what came before. */
export function demoClock(dataDir: string): number {
  const demo = readDemo(dataDir)
  return demo && !demo.finished ? (demo.clockOffsetMs ?? 0) : 0
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
