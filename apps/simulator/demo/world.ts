import { readFileSync, writeFileSync } from 'node:fs'
import { type Random, seeded } from '#base/kernel'
import { Api } from '../api.ts'

/** How many may sign up from one address in a minute of the server's clock, with room for one retry each. */
export const signUpsAMinute = 8

interface Keys {
  readonly operator: { email: string; password: string }
  readonly merchant: { email: string; password: string }
  readonly shopper: { email: string; password: string }
  done: string[]
  finished: boolean
  /** What earlier stages made: demo key → id. */
  ids?: Record<string, string>
  /** How many clips can be watched, and roughly how long the others take; the operators' console shows it. */
  progress?: { clips: number; of: number; secondsLeft: number }
  /** How far the world's clock stands from the real one. A server that starts again has forgotten it. */
  clockOffsetMs?: number
}

/** The demo as it grows: ids by demo key, signed-in people, and which stages are behind us. */
export interface World {
  readonly base: string
  readonly keys: Keys
  readonly random: Random
  /** A stream of its own for a person, an evening, an order: what runs at once stays the same at every start. */
  randomFor(name: string): Random
  readonly operator: Api
  readonly say: (line: string) => void
  id(key: string): string
  has(key: string): boolean
  note(key: string, id: string): void
  /** The demo key of an id, when the demo made it. */
  keyOf(id: string): string | undefined
  /** The member behind a demo key (`shop:hagi-kiln`, `person:lin_xiaoman`), signed in once. */
  member(key: string, name: string, handle: string): Promise<Api>
  /** Runs a stage once, even over restarts. */
  stage(name: string, work: () => Promise<void>): Promise<void>
  moveClock(ms: number): Promise<void>
  /** Sets the clock to where it stood before a restart: what comes next would else happen weeks after what came before. */
  resumeClock(): Promise<void>
}

const seed = 20_260_301

export async function openWorld(base: string, keysFile: string, say: (line: string) => void): Promise<World> {
  const keys = JSON.parse(readFileSync(keysFile, 'utf8')) as Keys
  const save = () => writeFileSync(keysFile, JSON.stringify(keys, null, 1), { mode: 0o600 })
  const ids = (keys.ids ??= {})
  const operator = await Api.member(base, keys.operator.email, keys.operator.password)
  const members = new Map<string, Promise<Api>>()
  const credentials = (key: string, handle: string) =>
    key === 'shop:hagi-kiln'
      ? keys.merchant
      : key === 'shopper'
        ? keys.shopper
        : {
            email: `${handle.replaceAll('_', '.')}@demo.enishi.test`,
            password: keys.operator.password.split('').reverse().join(''),
          }
  const advance = async (ms: number): Promise<number> =>
    (await operator.post<{ offsetMs: number }>('/v1/demo/clock', { advanceMs: Math.round(ms) })).offsetMs
  return {
    base,
    keys,
    random: seeded(seed),
    randomFor: name => seeded([...name].reduce((h, c) => Math.imul(h ^ c.charCodeAt(0), 16_777_619), seed)),
    operator,
    say,
    id: key =>
      ids[key] ??
      (() => {
        throw new Error(`the demo has no ${key} yet`)
      })(),
    has: key => key in ids,
    note: (key, id) => {
      ids[key] = id
      save()
    },
    member(key, name, handle) {
      const known = members.get(key)
      if (known) return known
      const { email, password } = credentials(key, handle)
      const joined = Api.join(base, email, password, name, handle)
      members.set(key, joined)
      return joined
    },
    keyOf: id => Object.keys(ids).find(k => ids[k] === id),
    async stage(name, work) {
      if (keys.done.includes(name)) return
      const began = Date.now()
      await work()
      // Clips are counted when they can be watched.
      if (!name.startsWith('clip ')) say(`${name}: done in ${((Date.now() - began) / 1000).toFixed(1)} s`)
      keys.done.push(name)
      save()
    },
    async moveClock(ms) {
      keys.clockOffsetMs = await advance(ms)
      save()
    },
    async resumeClock() {
      if (keys.clockOffsetMs !== undefined) await advance(keys.clockOffsetMs - (await advance(0)))
    },
  }
}

export function finish(world: World): void {
  world.keys.finished = true
  world.note('finished', 'yes')
}
