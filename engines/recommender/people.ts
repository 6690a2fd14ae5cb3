import { lengths } from './config.ts'
import { forgotten, refusal } from './forget.ts'
import { grown, Interner } from './interner.ts'
import type { Keeper } from './keeper.ts'
import { Rings } from './rings.ts'
import { Sessions } from './sessions.ts'
import { toSeconds } from './time.ts'

/** Integers of an entry of `served`. */
export const servedWidth = 3

/**
 * What is kept of a person, all of it in rings: about 130 bytes when silent, 12 an action, 4 a seen item, 8 a refusal; at most 28 kB.
 * Tastes are not stored: a page derives them from the actions, so that forgetting an action forgets its taste.
 */
export class People {
  readonly ids = new Interner()
  #aliases = new Map<string, string>()
  /** (item, seconds, mask of actions and `forgotten`); an item once. */
  readonly actions = new Rings(3, 4, lengths.actions)
  /** (item, seconds) left within seconds; 0 seconds when it was forgotten. */
  readonly skips = new Rings(2, 4, lengths.skips)
  /** (item) in view or left. */
  readonly seen = new Rings(1, 16, lengths.seen)
  /** (item, seconds, what only the page knew of it, see `told.ts`) put on a page: fatigue, commerce density, slots still waiting in the player. */
  readonly served = new Rings(servedWidth, 8, lengths.served)
  /** (item, seconds with the bits of `refusal`) not interested or reported; an item once, -1 when it was taken back. */
  readonly declined = new Rings(2, 4, lengths.declined)
  /** (author or shop), each once; -1 after unfollowing or unblocking. */
  readonly follows = new Rings(1, 4, lengths.links)
  readonly blocks = new Rings(1, 4, lengths.links)
  /** What was wanted together, in sittings. Of a person who is erased nothing is left in it. */
  readonly sessions = new Sessions()
  readonly rings = [this.actions, this.skips, this.seen, this.served, this.declined, this.follows, this.blocks]
  paused = new Uint8Array(16)
  last = new Float64Array(16)
  #level = new Float32Array(16)

  find(id: string): number {
    return this.ids.find(this.#aliases.get(id) ?? id)
  }

  /** Called when a row is given up: what else is kept under its number goes with it. */
  onGone: (p: number) => void = () => undefined

  /** The person's row, made when it is new. `limit` people at most: the longest silent of eight neighbours is forgotten. */
  row(id: string, time: number, limit: number): number {
    const name = this.#aliases.get(id) ?? id
    let at = this.ids.find(name)
    if (at < 0) {
      if (this.ids.size >= limit) this.#evict(time)
      at = this.ids.intern(name)
      this.paused = grown(this.paused, at + 1)
      this.last = grown(this.last, at + 1)
      this.#level = grown(this.#level, at + 1)
    }
    return at
  }

  /** Takes one event out of the person's allowance; false: a flood, damp it. A clock that runs backwards fills nothing up. */
  spend(p: number, time: number, burst: number, perSecond: number): boolean {
    const elapsed = Math.max(0, time - this.last[p]!) / 1000
    if (time > this.last[p]!) this.last[p] = time
    const level = Math.max(0, this.#level[p]! - elapsed * perSecond)
    const fits = level < burst
    this.#level[p] = fits ? level + 1 : level
    return fits
  }

  erase(id: string): void {
    const name = this.#aliases.get(id) ?? id
    for (const [from, into] of this.#aliases) if (into === name) this.#aliases.delete(from)
    const at = this.ids.find(name)
    if (at < 0) return
    this.onGone(at)
    for (const ring of this.rings) ring.clear(at)
    this.sessions.erase(at)
    this.paused[at] = this.last[at] = this.#level[at] = 0
    this.ids.release(name)
  }

  /** Moves everything of `from` into `into`, actions in order of time, the rest behind what is there. Later events of `from` count for `into`. */
  merge(from: string, into: string, time: number, limit: number): void {
    const source = this.#aliases.get(from) ?? from
    const target = this.#aliases.get(into) ?? into
    if (source === target) return
    // First, for erasing the source would forget who else it was.
    for (const [alias, to] of this.#aliases) if (to === source) this.#aliases.set(alias, target)
    const b = this.row(target, time, limit)
    const a = this.ids.find(source)
    if (a >= 0 && a !== b) {
      mergeOnce(this.actions, a, b, (newer, older) => (newer[2]! |= older[2]! & ~forgotten))
      mergeOnce(this.declined, a, b, (newer, older) => (newer[1]! |= older[1]! & ~refusal.forgotten & 7))
      for (const ring of [this.skips, this.served]) rewrite(ring, b, [...read(ring, b), ...read(ring, a)].sort(byTime))
      rewrite(this.seen, b, [...read(this.seen, b), ...read(this.seen, a)])
      for (const ring of [this.follows, this.blocks]) {
        const links = new Set([...read(ring, b), ...read(ring, a)].map(([maker]) => maker!))
        rewrite(
          ring,
          b,
          [...links].filter(maker => maker >= 0).map(maker => [maker]),
        )
      }
      this.sessions.merge(a, b)
      this.paused[b] = this.paused[a]! | this.paused[b]!
      this.last[b] = Math.max(this.last[a]!, this.last[b]!)
      this.erase(source)
    }
    this.#aliases.set(source, target)
  }

  levelOf(p: number): number {
    return this.#level[p]!
  }

  get aliases(): ReadonlyMap<string, string> {
    return this.#aliases
  }

  /** Both ways; see `Keeper`. */
  keep(k: Keeper): void {
    this.ids.keep(k)
    const from = k.texts([...this.#aliases.keys()])
    const into = k.texts([...this.#aliases.values()])
    this.#aliases = new Map(from.map((name, i) => [name, into[i] as string]))
    for (const ring of this.rings) ring.keep(k)
    this.sessions.keep(k)
    this.paused = k.column(this.paused)
    this.last = k.column(this.last)
    this.#level = k.column(this.#level)
  }

  #evict(time: number): void {
    const names = this.ids.names
    let worst = -1
    const start = (Math.imul(toSeconds(time) + this.ids.size, 0x9e3779b1) >>> 0) % names.length
    for (let k = 0, tried = 0; k < names.length && tried < 8; k++) {
      const at = (start + k) % names.length
      if (names[at] === '') continue
      tried++
      if (worst < 0 || this.last[at]! < this.last[worst]!) worst = at
    }
    if (worst >= 0) this.erase(names[worst]!)
  }
}

const byTime = (x: number[], y: number[]): number => x[1]! - y[1]!

/** The entries of a key, oldest first. */
function read(ring: Rings, key: number): number[][] {
  const out = new Int32Array(ring.cap * ring.width)
  const n = ring.read(key, out)
  return Array.from({ length: n }, (_, k) => [...out.subarray((n - 1 - k) * ring.width, (n - k) * ring.width)])
}

function rewrite(ring: Rings, key: number, entries: readonly number[][]): void {
  ring.clear(key)
  for (const [x, y, z] of entries) ring.push(key, x!, y, z)
}

/** Into ring `b`, in order of time, the entries of both. An item that both have is in it once, as its newer entry after `join`. */
function mergeOnce(ring: Rings, a: number, b: number, join: (newer: number[], older: number[]) => void): void {
  const kept = new Map<number, number[]>()
  for (const entry of [...read(ring, b), ...read(ring, a)].sort(byTime).reverse()) {
    const newer = kept.get(entry[0]!)
    if (newer) join(newer, entry)
    else if (entry[0]! >= 0) kept.set(entry[0]!, entry)
  }
  rewrite(ring, b, [...kept.values()].reverse())
}
