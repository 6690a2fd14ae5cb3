import { beforeAll, expect, test } from 'vitest'
import { between, pick, type Random, seeded } from '#base/kernel'
import type { RecommenderConfig } from './index.ts'
import { Stage } from './testing.ts'

/** A world whose truth is known: each clip has a quality, each viewer tastes, and a like is drawn from both. */
interface Clip {
  readonly id: string
  readonly tag: number
  /** Log-odds that somebody without any taste for its tag likes it. */
  readonly quality: number
  readonly fans: ReadonlySet<number>
  /** Impressions by people who follow its author, and by all others. */
  byFans: number
  byOthers: number
  /** Gates of the pool that let it through. */
  through: number
}
const viewers = 300
const tags = 8
/** Followers of an author, and log-odds of a like: every size publishes one clip of every quality, each clip by an author of its own. */
const sizes = [0, 8, 16, 24, 32, 40, 48, 56]
const qualities = [-4.2, -3.6, -3.1, -2.7, -2.3, -1.9, -1.5, -1.1, -0.7, -0.2]
const odds = (x: number): number => 1 / (1 + Math.exp(-x))
/** Standard normal, nearly: a sum of uniforms. */
const normal = (random: Random): number => Array.from({ length: 12 }, random).reduce((a, b) => a + b, -6)

class Town extends Stage {
  readonly clips = new Map<string, Clip>()
  readonly random: Random
  readonly #tastes: number[][]

  constructor(seed: number, config: Partial<RecommenderConfig>) {
    super(config, seed)
    this.random = seeded(seed)
    this.#tastes = Array.from({ length: viewers }, () => Array.from({ length: tags }, () => normal(this.random) * 0.8))
  }

  publish(quality: number, followers: number): Clip {
    const id = `pst_${this.clips.size}`
    const author = `per_a${this.clips.size}`
    const fans = new Set<number>()
    while (fans.size < followers) fans.add(between(this.random, 0, viewers - 1))
    for (const v of fans) this.add('person.followed', `per_v${v}`, `person:${author}`, {})
    const tag = between(this.random, 0, tags - 1)
    const clip = { id, tag, quality, fans, byFans: 0, byOthers: 0, through: 0 }
    this.clips.set(id, clip)
    this.post(id, author, [`t${tag}`])
    return clip
  }

  /** A page for somebody who looks at some of it, and watches and likes as the truth says. */
  visit(): void {
    const { random } = this
    this.now += 20_000
    const v = between(random, 0, viewers - 1)
    const person = `per_v${v}`
    const until = between(random, 3, 8)
    for (const { item } of this.serve(person).slots.slice(0, until)) {
      const clip = this.clips.get(item)!
      const like = odds(clip.quality + this.#tastes[v]![clip.tag]!)
      const share = Math.min(1, Math.max(0.2, like + 0.25 * normal(random) + 0.2))
      this.watch(person, item, share)
      if (clip.fans.has(v)) clip.byFans++
      else clip.byOthers++
      if (random() < like) this.like(person, item)
    }
  }
}

/** Average ranks, ties shared. */
function ranks(x: readonly number[]): number[] {
  const order = x.map((_, i) => i).sort((a, b) => x[a]! - x[b]!)
  const out = new Array<number>(x.length).fill(0)
  for (let i = 0; i < order.length; ) {
    let j = i
    while (j < order.length && x[order[j]!] === x[order[i]!]) j++
    for (let k = i; k < j; k++) out[order[k]!] = (i + j - 1) / 2
    i = j
  }
  return out
}
const mean = (x: readonly number[]): number => x.reduce((a, b) => a + b, 0) / x.length
const cov = (x: readonly number[], y: readonly number[]): number => mean(x.map((v, i) => (v - mean(x)) * (y[i]! - mean(y))))
const correlation = (x: readonly number[], y: readonly number[]): number => cov(x, y) / Math.sqrt(cov(x, x) * cov(y, y))
const spearman = (x: readonly number[], y: readonly number[]): number => correlation(ranks(x), ranks(y))

/** Slope of y on x at equal z: least squares on both. */
function slopeAt(y: readonly number[], x: readonly number[], z: readonly number[]): number {
  const [xx, zz, xz] = [cov(x, x), cov(z, z), cov(x, z)]
  return (cov(x, y) * zz - cov(z, y) * xz) / (xx * zz - xz * xz)
}

/** New clips of every size and quality, in random order and a few pages apart, among old ones of unknown authors. */
function fresh(seed: number, config: Partial<RecommenderConfig> = {}): Clip[] {
  const town = new Town(seed, config)
  const { random } = town
  for (let k = 0; k < 120; k++) town.publish(pick(random, qualities), pick(random, sizes))
  for (let k = 0; k < 500; k++) town.visit()
  const wanted = sizes.flatMap(size => qualities.map(quality => ({ size, quality, at: random() })))
  const clips = wanted
    .sort((a, b) => a.at - b.at)
    .map(({ size, quality }) => {
      for (let p = 0; p < 3; p++) town.visit()
      return town.publish(quality, size)
    })
  for (let k = 0; k < 1800; k++) town.visit()
  for (const clip of clips) clip.through = town.r.standing(clip.id).gate?.through ?? 0
  return clips
}

const impressions = (clip: Clip): number => clip.byFans + clip.byOthers

/** How much more, in logs, a clip of the largest author gets than one of an author without followers, at equal quality. */
function sizeEffect(clips: readonly Clip[]): number {
  const logs = clips.map(c => Math.log(1 + impressions(c)))
  const most = sizes[sizes.length - 1]!
  return (
    most *
    slopeAt(
      logs,
      clips.map(c => c.fans.size),
      clips.map(c => c.quality),
    )
  )
}

/** All pairs of clips by authors of one size, the better first and at least one log-odds better. */
const pairsOf = (clips: readonly Clip[]): (readonly [Clip, Clip])[] =>
  clips.flatMap(a => clips.filter(b => b.fans.size === a.fans.size && a.quality - b.quality >= 1).map(b => [a, b] as const))

/** The share of these pairs in which the better got more impressions. */
function betterWins(clips: readonly Clip[]): number {
  const pairs = pairsOf(clips)
  return pairs.filter(([a, b]) => impressions(a) > impressions(b)).length / pairs.length
}

const seeds = [1, 2, 3, 4, 5]
let pooled: Clip[][]
/** With a small guarantee every clip comes to the gates. */
let gated: Clip[][]
const guarantee = 10
beforeAll(() => {
  pooled = seeds.map(seed => fresh(seed))
  gated = seeds.slice(0, 3).map(seed => fresh(seed, { guaranteedImpressions: guarantee }))
}, 600_000)

test('the truer the liking, the more impressions a new clip gets', () => {
  for (const [k, clips] of pooled.entries())
    expect(
      spearman(
        clips.map(c => c.quality),
        clips.map(impressions),
      ),
      `seed ${seeds[k]}`,
    ).toBeGreaterThanOrEqual(0.6)
})
test('of two new clips by authors of the same size the better one gets more', () => {
  for (const [k, clips] of pooled.entries()) expect(betterWins(clips), `seed ${seeds[k]}`).toBeGreaterThan(0.7)
})
test('every new clip gets viewers, the worst too', () => {
  for (const [k, clips] of pooled.entries()) expect(Math.min(...clips.map(impressions)), `seed ${seeds[k]}`).toBeGreaterThan(10)
})
test('at equal quality an author’s followers bring a new clip hardly more impressions; by the counters without the pool they would', () => {
  expect(Math.abs(mean(pooled.map(sizeEffect)))).toBeLessThan(0.2)
  const alone = [1, 2].map(seed => sizeEffect(fresh(seed, { guaranteedImpressions: 0, learnedRanker: false })))
  expect(mean(alone)).toBeGreaterThan(0.3)
}, 60_000)

test('of two new clips by authors of the same size the better passes more gates', () => {
  for (const [k, clips] of gated.entries()) {
    const pairs = pairsOf(clips)
    const better = pairs.filter(([a, b]) => a.through > b.through).length
    const worse = pairs.filter(([a, b]) => a.through < b.through).length
    expect(better / (better + worse), `seed ${seeds[k]}`).toBeGreaterThan(0.8)
  }
})
test('a bad clip has its guarantee like any other, and hardly a share of what comes after it', () => {
  for (const [k, clips] of gated.entries()) {
    const after = (some: readonly Clip[]): number => some.reduce((sum, c) => sum + Math.max(0, impressions(c) - guarantee), 0)
    const worst = clips.filter(c => qualities.indexOf(c.quality) < 3)
    expect(Math.min(...worst.map(impressions)), `seed ${seeds[k]}`).toBeGreaterThanOrEqual(guarantee)
    expect(after(worst) / after(clips), `seed ${seeds[k]}`).toBeLessThan(0.15)
  }
})
