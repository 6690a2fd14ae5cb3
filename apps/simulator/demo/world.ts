import { readFileSync, renameSync, writeFileSync } from 'node:fs'
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
  /** How far the world's clock stands from the real one. A server that starts again reads it here. */
  clockOffsetMs?: number
  /** Whoever signed in, for the next start: so many sign-ins from one address at once would have to wait. Gone when the demo is complete. */
  tokens?: Record<string, string>
}

/** The demo as it grows: ids by demo key, signed-in people, and which stages are behind us. */
export interface World {
  readonly base: string
  readonly keys: Keys
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
}

const seed = 20_260_301

export async function openWorld(base: string, keysFile: string, say: (line: string) => void): Promise<World> {
  const keys = JSON.parse(readFileSync(keysFile, 'utf8')) as Keys
  // Moved into place whole: the server reads the file meanwhile, and a kill may come at any moment.
  const save = () => {
    writeFileSync(`${keysFile}.new`, JSON.stringify(keys, null, 1), { mode: 0o600 })
    renameSync(`${keysFile}.new`, keysFile)
  }
  const ids = (keys.ids ??= {})
  const tokens = (keys.tokens ??= {})
  const entered = async (key: string, enter: () => Promise<Api>): Promise<Api> => {
    const held = tokens[key] ? await Api.resume(base, tokens[key]) : null
    const api = held ?? (await enter())
    if (!held) {
      tokens[key] = api.token
      save()
    }
    return api
  }
  const operator = await entered('operator', () => Api.member(base, keys.operator.email, keys.operator.password))
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
  return {
    base,
    keys,
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
      const joined = entered(key, () => Api.join(base, email, password, name, handle))
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
      keys.clockOffsetMs = (await operator.post<{ offsetMs: number }>('/v1/demo/clock', { advanceMs: Math.round(ms) })).offsetMs
      save()
    },
  }
}

/** Does something once, even over restarts; answers with what it made. */
export async function once(world: World, mark: string, work: () => Promise<string>): Promise<string> {
  if (!world.has(mark)) world.note(mark, await work())
  return world.id(mark)
}

export function finish(world: World): void {
  world.keys.finished = true
  delete world.keys.tokens
  world.note('finished', 'yes')
}

/** Moves the clock on to so far from the real time; it never goes back here. */
export async function clockTo(world: World, target: number): Promise<void> {
  const { offsetMs } = await world.operator.post<{ offsetMs: number }>('/v1/demo/clock', { advanceMs: 0 })
  if (offsetMs < target) await world.moveClock(target - offsetMs)
}
