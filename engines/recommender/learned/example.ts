import { A, actionCount } from '../actions.ts'
import { forgotten } from '../forget.ts'
import { flag, kindProduct } from '../items.ts'
import { countBucket, hourOf, lengthBucket, rareBucket, rateBucket } from '../rank/buckets.ts'
import { scenes } from '../rank/types.ts'
import type { State } from '../state.ts'
import type { Signals } from '../value.ts'
import { candidateAt, denseAt, headCount, idAt, keptSignals, listLength, maxTags, personAt, rich } from './plan.ts'

const wantedBits = 0xffff
const hourMs = 3_600_000
/** Impressions that everybody's rate is worth against those of the person. */
const patience = 5
const clamp = (p: number): number => Math.max(1e-5, Math.min(0.99, p))
const logit = (p: number): number => Math.log(p / (1 - p))

/** Who asks or sees, and when. `p` is -1 for somebody of whom nothing may be used. */
export interface Moment {
  readonly p: number
  readonly scene: number
  readonly now: number
}

/** All that is read to predict one sight: ids for the factors, dense inputs for the logistic heads. The person's half is written once a request. */
export class Example {
  readonly ids = new Int32Array(idAt.end)
  readonly dense = new Float32Array(denseAt.end)
  readonly #actions = new Int32Array(200 * 3)
  readonly #skips = new Int32Array(64 * 2)
  readonly #counts = new Float64Array(16)
  readonly #platform = new Float64Array(headCount)

  /** Platform's rates by action; they are held against all others. */
  base(platform: Float64Array): void {
    for (let h = 0; h < headCount; h++) {
      this.#platform[h] = logit(clamp(platform[h + 1]!))
      this.dense[denseAt.platform + h] = this.#platform[h]!
    }
  }

  /** The person's half, without what they did to item `except`. */
  person(s: State, { p, scene, now }: Moment, except: number): void {
    const { ids, dense: x } = this
    const hour = hourOf(now)
    x.fill(0, 0, personAt.end)
    x[personAt.scene + (scene % scenes)] = 1
    x[personAt.hourSin] = Math.sin((hour * Math.PI) / 12)
    x[personAt.hourCos] = Math.cos((hour * Math.PI) / 12)
    ids.fill(-1)
    ids[0] = scene % scenes
    ids[1] = hour
    ids[idAt.lengths] = ids[idAt.lengths + 1] = 0
    if (p < 0) return
    const wanted = this.#wanted(s, p, except)
    const skipped = this.#skipped(s, p, except)
    const seen = s.people.seen.size(p)
    const full = s.people.actions.size(p) > 190
    const n = Math.max(full ? Math.min(seen, 2 * wanted) : seen, wanted + skipped)
    x[personAt.known] = 1
    x[personAt.seen] = Math.log1p(seen) / 5
    x[personAt.wanted] = Math.log1p(wanted) / 5
    x[personAt.skipped] = Math.log1p(skipped) / 5
    this.#counts[A.skip] = skipped
    for (let r = 0; r < rich.length; r++) {
      const a = rich[r]! + 1
      const odds = Math.exp(this.#platform[a - 1]!)
      const prior = odds / (1 + odds)
      x[personAt.rates + r] = Math.log((this.#counts[a]! + patience * prior) / ((n + patience) * prior))
    }
    ids[2] = countBucket(n)
    ids[3] = rateBucket(this.#counts[A.finish]! + 1.6, Math.max(n, this.#counts[A.finish]!) + 5)
    ids[4] = rateBucket(skipped + 1.6, Math.max(n, skipped) + 5)
    ids[5] = rareBucket(this.#counts[A.like]! + 0.02, n + 1)
  }

  #wanted(s: State, p: number, except: number): number {
    const { ids } = this
    const done = this.#actions
    const n = s.people.actions.read(p, done)
    const counts = this.#counts.fill(0)
    let wanted = 0
    let listed = 0
    for (let k = 0; k < n; k++) {
      const i = done[k * 3]!
      const mask = done[k * 3 + 2]!
      if (i < 0 || i === except || (mask & wantedBits) === 0 || mask & forgotten) continue
      wanted++
      if (listed < listLength) ids[idAt.lists + listed++] = i
      for (let r = 0; r < rich.length; r++) if (mask & (2 << rich[r]!)) counts[rich[r]! + 1]!++
    }
    ids[idAt.lengths] = listed
    return wanted
  }

  #skipped(s: State, p: number, except: number): number {
    const { ids } = this
    const left = this.#skips
    const n = s.people.skips.read(p, left)
    let skipped = 0
    for (let k = 0; k < n; k++) {
      if (left[k * 2] === except || left[k * 2 + 1] === 0) continue
      if (skipped < listLength) ids[idAt.lists + listLength + skipped] = left[k * 2]!
      skipped++
    }
    ids[idAt.lengths + 1] = Math.min(skipped, listLength)
    return skipped
  }

  /** The item's half: `rates` are its counters' p̂ without the person, `signals` what links the two. */
  item(s: State, i: number, now: number, rates: Float64Array, signals: Signals): void {
    const { ids, dense } = this
    const { items, counters } = s
    const x = denseAt.candidate
    for (let h = 0; h < headCount; h++) dense[x + candidateAt.odds + h] = logit(clamp(rates[h + 1]!)) - this.#platform[h]!
    const at = x + candidateAt.signals
    for (let k = 0; k < keptSignals.length; k++) dense[at + k] = signals[keptSignals[k]!]
    const f = x + candidateAt.facts
    const base = i * counters.stride
    const seconds = Math.log1p(items.duration[i]! / 1000)
    dense[f] = Math.log1p(counters.values[base + 3 * actionCount]! * counters.keep(i, 3, now)) / 5
    dense[f + 1] = Math.log1p(counters.values[base + actionCount]! * counters.keep(i, 1, now)) / 5
    dense[f + 2] = Math.log1p(Math.max(0, now - items.created(i)) / hourMs) / 10
    dense[f + 3] = seconds / 5
    dense[f + 4] = (seconds * seconds) / 25
    dense[f + 5] = items.has(i, flag.selling) ? 1 : 0
    dense[f + 6] = items.kind(i) === kindProduct ? 1 : 0
    ids[idAt.item] = i
    ids[idAt.item + 1] = items.maker(i)
    ids[idAt.item + 2] = lengthBucket(items.duration[i]!)
    ids[idAt.item + 3] = rateBucket(rates[A.finish]!, 1)
    ids[idAt.item + 4] = rareBucket(rates[A.like]!, 1)
    // What is stored must not depend on what stood here before.
    ids.fill(-1, idAt.tags)
    let tags = 0
    for (; tags < maxTags; tags++) {
      const tag = items.tag(i, tags)
      if (tag < 0) break
      ids[idAt.tags + tags] = tag
    }
    ids[idAt.tagCount] = tags
  }
}
