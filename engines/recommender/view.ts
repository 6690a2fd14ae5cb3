import { wordHashLimit } from '#base/kernel'
import { namesOf } from './actions.ts'
import { lengths } from './config.ts'
import { forgotten, refusal } from './forget.ts'
import { grown } from './interner.ts'
import { flag, maxTags } from './items.ts'
import { servedWidth } from './people.ts'
import { sessionGapS } from './sessions.ts'
import { Sparse } from './sparse.ts'
import type { State } from './state.ts'
import { toMs, toSeconds } from './time.ts'
import type { RecommendRequest } from './types.ts'
import { tasteStrength } from './weights.ts'

/** Why an item is not for this request; the low bits of a mark. */
export const mark = { seen: 1, pending: 2, declined: 3, excluded: 4 } as const
/** Bits of `makerFlag`. */
export const tie = { followed: 1, blocked: 2, declined: 4 } as const
export const seedLimit = 50
/** Newest seeds whose words are read. */
const wordSeedLimit = 10
const tasteHalfLifeMs = 14 * 86_400_000
/** Skips and refusals of one author's items that hide the author. */
const authorRefusals = 2

const strengthOfMask = new Map<number, number>()
/** Taste strength of a mask of actions: the strongest action and a little of each other one. */
export function strengthOf(mask: number): number {
  let strength = strengthOfMask.get(mask)
  if (strength === undefined) {
    const each: number[] = namesOf(mask).map(name => tasteStrength[name])
    strength = Math.max(0, ...each) * 0.75 + each.reduce((a, b) => a + b, 0) * 0.25
    strengthOfMask.set(mask, strength)
  }
  return strength
}

/** One request's reading of a person: scratch that is reused, never state. Of somebody who is not profiled only explicit refusals are read. */
export class View {
  p = -1
  /** The person's rings may be read, and there are some. */
  profiled = false
  /** Profiling is off: the page must not depend on who asks, its draws included. A new person is not meant by this. */
  shared = false
  self = -1
  #except = -1
  #toldAt = new Int32Array(16)
  #told = new Float64Array(16)
  #generation = 0
  #marks = new Int32Array(16)
  readonly seeds = new Int32Array(seedLimit)
  readonly seedStrength = new Float32Array(seedLimit)
  seedCount = 0
  /** How many of the newest seeds are of the last session, ended or not. */
  sessionSeeds = 0
  readonly tags = new Sparse()
  /** By word: what it says of an item that has it; see `Words.match`. */
  readonly words = new Sparse()
  /** How many of the newest seeds are in it. */
  wordSeeds = 0
  readonly makers = new Sparse()
  readonly servedMaker = new Sparse()
  readonly servedCategory = new Sparse()
  readonly servedFormat = new Float32Array(4)
  servedCount = 0
  servedSelling = 0
  lastMaker = -1
  makerFlag = new Uint8Array(16)
  readonly #flagged: number[] = []
  readonly follows = new Int32Array(lengths.links)
  followCount = 0
  readonly #buffer = new Int32Array(lengths.seen * 3)

  /** The mark of an item for this request, 0 for none. */
  markOf(i: number): number {
    const m = this.#marks[i]! - this.#generation * 8
    return m > 0 && m < 8 ? m : 0
  }

  open(s: State, request: RecommendRequest): void {
    this.#reset(s)
    this.#except = -1
    this.p = request.person === null ? -1 : s.people.find(request.person)
    const p = this.p
    this.shared = !request.profiling || (p >= 0 && s.people.paused[p] !== 0)
    this.profiled = !this.shared && p >= 0
    // Somebody who has only published is no known person yet, and still nobody's own public.
    if (!this.shared && request.person !== null) this.self = s.makers.find(p < 0 ? request.person : s.people.ids.name(p))
    if (p >= 0) {
      if (this.profiled) this.#sights(s, p, request.now)
      this.#refusals(s, p)
      if (this.profiled) this.#tastes(s, p, request.now)
      if (this.profiled || request.scene === 'following') this.#follow(s, p)
    }
    this.#excluded(s, request.exclude ?? [])
  }

  /** Reads the tastes and seeds of a person alone, as if they had done nothing to item `except`. */
  taste(s: State, p: number, now: number, except: number): void {
    this.#reset(s)
    this.#except = except
    this.p = p
    this.profiled = true
    this.#refusals(s, p)
    this.#tastes(s, p, now)
  }

  /** Of a page that is not profiled, what it excludes is all there is to know of the pages before it, oldest first. */
  #excluded(s: State, exclude: readonly string[]): void {
    const since = this.shared ? exclude.length - s.config.commerceWindow : exclude.length
    for (let k = 0; k < exclude.length; k++) {
      const i = s.items.ids.find(exclude[k]!)
      if (i < 0) continue
      this.#mark(i, mark.excluded)
      if (k >= since && s.items.has(i, flag.selling)) this.servedSelling++
    }
  }

  #reset(s: State): void {
    this.#generation = this.#generation >= 250_000_000 ? 1 : this.#generation + 1
    if (this.#generation === 1) this.#marks.fill(0)
    this.#marks = grown(this.#marks, s.items.length)
    this.makerFlag = grown(this.makerFlag, s.makers.length)
    if (this.#generation === 1) this.#toldAt.fill(0)
    this.#toldAt = grown(this.#toldAt, s.tags.length)
    this.#told = grown(this.#told, s.tags.length)
    for (const maker of this.#flagged) this.makerFlag[maker] = 0
    this.#flagged.length = 0
    this.tags.reset(s.tags.length)
    this.makers.reset(s.makers.length)
    this.words.reset(wordHashLimit)
    this.wordSeeds = 0
    this.servedMaker.reset(s.makers.length)
    this.servedCategory.reset(s.categories.length)
    this.servedFormat.fill(0)
    this.seedCount = this.sessionSeeds = this.servedCount = this.servedSelling = this.followCount = 0
    this.lastMaker = this.self = -1
  }

  #mark(i: number, why: number): void {
    this.#marks[i] = this.#generation * 8 + why
  }

  #flag(maker: number, bit: number): void {
    if (maker < 0) return
    if (this.makerFlag[maker] === 0) this.#flagged.push(maker)
    this.makerFlag[maker]! |= bit
  }

  /** What was seen, what waits in the player, and how often authors, shops and categories came lately. */
  #sights(s: State, p: number, now: number): void {
    const buffer = this.#buffer
    const { items, people, config } = s
    const seen = people.seen.read(p, buffer)
    for (let k = 0; k < seen; k++) this.#mark(buffer[k]!, mark.seen)
    const served = people.served.read(p, buffer, config.commerceWindow)
    const since = toSeconds(now - config.pendingMs)
    for (let k = 0; k < served; k++) {
      const i = buffer[k * servedWidth]!
      if (buffer[k * servedWidth + 1]! >= since && this.markOf(i) === 0) this.#mark(i, mark.pending)
      const weight = 0.96 ** k
      if (items.maker(i) >= 0) this.servedMaker.add(items.maker(i), weight)
      if (items.shop(i) >= 0 && items.shop(i) !== items.maker(i)) this.servedMaker.add(items.shop(i), weight)
      if (items.category(i) >= 0) this.servedCategory.add(items.category(i), weight)
      this.servedFormat[items.format(i)]! += weight
      if (items.has(i, flag.selling)) this.servedSelling++
    }
    this.servedCount = served
    if (served > 0) this.lastMaker = items.maker(buffer[0]!)
  }

  #refusals(s: State, p: number): void {
    const buffer = this.#buffer
    const blocked = s.people.blocks.read(p, buffer)
    for (let k = 0; k < blocked; k++) this.#flag(buffer[k]!, tie.blocked)
    const declined = s.people.declined.read(p, buffer)
    const counts = new Map<number, number>()
    for (let k = 0; k < declined; k++) {
      const i = buffer[k * 2]!
      if (i < 0) continue
      this.#mark(i, mark.declined)
      if (!this.profiled || buffer[k * 2 + 1]! & refusal.forgotten) continue
      const maker = s.items.maker(i)
      counts.set(maker, (counts.get(maker) ?? 0) + 1)
      this.#like(s, i, tasteStrength.not_interested, 1)
    }
    for (const [maker, n] of counts) if (n >= authorRefusals) this.#flag(maker, tie.declined)
  }

  #tastes(s: State, p: number, now: number): void {
    const buffer = this.#buffer
    const actions = s.people.actions.read(p, buffer)
    let sessionAt = 0
    for (let k = 0; k < actions; k++) {
      const i = buffer[k * 3]!
      const mask = buffer[k * 3 + 2]!
      const strength = i < 0 || i === this.#except || mask & forgotten ? 0 : strengthOf(mask)
      if (strength <= 0) continue
      const age = Math.max(0, now - toMs(buffer[k * 3 + 1]!))
      const fresh = Math.exp((-Math.LN2 * age) / tasteHalfLifeMs)
      this.#like(s, i, strength * fresh, 1)
      if (this.seedCount < seedLimit) {
        const at = buffer[k * 3 + 1]!
        if (this.sessionSeeds === this.seedCount && (this.seedCount === 0 || sessionAt - at <= sessionGapS)) this.sessionSeeds++
        sessionAt = at
        this.seeds[this.seedCount] = i
        this.seedStrength[this.seedCount++] = (Math.min(strength, 2) * fresh) / Math.sqrt(this.seedCount)
      }
    }
    const skips = s.people.skips.read(p, buffer)
    for (let k = 0; k < skips; k++) {
      if (buffer[k * 2 + 1] === 0) continue
      const age = Math.max(0, now - toMs(buffer[k * 2 + 1]!))
      this.#like(s, buffer[k * 2]!, tasteStrength.skip * Math.exp((-Math.LN2 * age) / tasteHalfLifeMs), 0.5)
    }
    this.#wording(s)
    this.tags.normalise(1)
    this.makers.normalise(2)
  }

  #like(s: State, i: number, strength: number, makerShare: number): void {
    if (i === this.#except) return
    const { items } = s
    const all = Math.log(2 + s.items.length)
    for (let k = 0; k < maxTags; k++) {
      const tag = items.tag(i, k)
      if (tag < 0) break
      this.tags.add(tag, (strength * this.#telling(s, tag)) / all)
    }
    if (items.maker(i) >= 0) this.makers.add(items.maker(i), strength * makerShare)
  }

  /** Words of the newest seeds, the k-th weighing (k+1)^−½, as u = Σ weight·idf over its length; kept is u·idf over the most that idf can be. Nearly a cosine, and no item's length has to be counted anew when words become common. */
  #wording(s: State): void {
    const { words } = s
    if (s.config.sourcesOff.includes('similar')) return
    this.wordSeeds = Math.min(wordSeedLimit, this.seedCount)
    for (let k = 0; k < this.wordSeeds; k++) {
      const i = this.seeds[k]!
      const by = (words.norm(i) * Math.min(1, this.seedStrength[k]! * Math.sqrt(k + 1))) / Math.sqrt(k + 1)
      for (let e = 0; e < words.count(i); e++) this.words.add(words.at(i, e), by)
    }
    const { values, touched, count } = this.words
    let squares = 0
    for (let k = 0; k < count; k++) {
      const idf = words.idf(touched[k]!)
      squares += (values[touched[k]!]! * idf) ** 2
      values[touched[k]!]! *= idf * idf
    }
    const length = Math.sqrt(squares) * words.mostTelling
    if (length > 0) for (let k = 0; k < count; k++) values[touched[k]!]! /= length
  }

  /** A tag that everything has tells nothing. Worked out once a request: tastes name the same tags over and over. */
  #telling(s: State, tag: number): number {
    if (this.#toldAt[tag] !== this.#generation) {
      this.#toldAt[tag] = this.#generation
      this.#told[tag] = Math.log(1 + s.items.length / Math.max(1, s.tagItems[tag]!))
    }
    return this.#told[tag]!
  }

  #follow(s: State, p: number): void {
    const n = s.people.follows.read(p, this.follows)
    for (let k = 0; k < n; k++) {
      const maker = this.follows[k]!
      if (maker < 0) continue
      this.follows[this.followCount++] = maker
      this.#flag(maker, tie.followed)
    }
  }
}
