import { type Families, families, familyOf } from './families.ts'
import type { FactorMachine } from './fwfm.ts'
import { dims } from './pairwise.ts'
import type { Reading } from './reading.ts'
import type { RankSettings } from './types.ts'

/** Where an input comes from. */
const kinds = ['odds', 'residual', 'count', 'signal', 'score', 'latent'] as const
type Kind = (typeof kinds)[number]
interface Input {
  readonly name: string
  readonly kind: Kind
  readonly family: number
  readonly head: number
  /** The same for every candidate of one request. */
  readonly constant: boolean
}

const residualOfMain = [
  'item',
  'person',
  'author',
  'tag',
  'person-tag',
  'person-length',
  'person-scene',
  'person-author',
  'item-scene',
  'sound',
]
const residualOfRare = ['item', 'person', 'person-tag']
const counted = ['item', 'person', 'person-tag', 'person-author']
const signals = ['fast', 'slow', 'fast2', 'slow2', 'gap', 'session', 'today', 'hourSin', 'hourCos'] as const
const itemSignals = ['sameScene', 'sameTag', 'sameLength', 'seen', 'duration', 'duration2'] as const
const ownFamilies = ['item', 'person', 'author', 'tag', 'scene']

/** Strength of the prior: everybody's rate counts more for seldom things. */
const shrinkFor = (rate: number): number => Math.max(1, Math.min(10, Math.sqrt(0.07 / rate)))

/** The plan of the dense inputs, for settings. */
export function plan(settings: RankSettings): { readonly shared: Input[]; readonly own: Input[][] } {
  const rich = settings.heads.filter(h => h.rich).length
  const at = (name: string): number => familyOf[name] as number
  const of = (kind: Kind, name: string, head: number): Input => ({
    name: `${kind}:${name}:${settings.heads[head]?.name ?? ''}`,
    kind,
    family: at(name),
    head,
    constant: families[at(name)]!.constant,
  })
  const heads = Array.from({ length: rich }, (_, h) => h)
  const signal = (name: string, head: number, constant: boolean): Input => ({ name, kind: 'signal', family: -1, head, constant })
  const shared = [
    ...families.flatMap(f => heads.map(h => of('odds', f.name, h))),
    ...residualOfMain.map(f => of('residual', f, 0)),
    ...(rich > 1 ? residualOfRare.map(f => of('residual', f, rich - 1)) : []),
    ...counted.map(f => of('count', f, 0)),
    ...signals.map((name, k) => signal(name, k, true)),
    ...itemSignals.map((name, k) => signal(name, signals.length + k, false)),
    ...heads.flatMap(h => [
      signal(`again:${h}`, signals.length + itemSignals.length + 2 * h, false),
      signal(`before:${h}`, signals.length + itemSignals.length + 2 * h + 1, false),
    ]),
    ...Array.from({ length: dims }, (_, k) => ({
      name: `latent:${k}`,
      kind: 'latent' as const,
      family: -1,
      head: k,
      constant: false,
    })),
    ...heads.map(h => ({ name: `score:${h}`, kind: 'score' as const, family: -1, head: h, constant: false })),
  ]
  const own = settings.heads.slice(rich).map((_, k) => ownFamilies.map(f => of('odds', f, rich + k)))
  return { shared, own }
}

/** Rates of everybody, which counts are held against. */
export interface Rates {
  /** p₀ and its log-odds by head. */
  readonly p: Float64Array
  readonly odds: Float64Array
}

/**
 * Dense inputs out of counters. Odds: logit((s + k·p₀)/(n + k)) - logit p₀; residual: r/(n + k); count: ln(1 + n)/5. Shared inputs first, then the
 * own ones of each head that is not rich.
 */
export class Inputs {
  readonly shared: number
  readonly own: number
  readonly raw: Float64Array
  readonly constant: Uint8Array
  readonly #kinds: Uint8Array
  readonly #families: Uint8Array
  readonly #heads: Uint8Array
  readonly #signals: Float64Array
  readonly #rich: number
  readonly #shrink: Float64Array

  constructor(settings: RankSettings) {
    const { shared, own } = plan(settings)
    this.shared = shared.length
    this.own = ownFamilies.length
    const all = [...shared, ...own.flat()]
    this.raw = new Float64Array(all.length)
    this.constant = Uint8Array.from(all, i => (i.constant ? 1 : 0))
    this.#kinds = Uint8Array.from(all, i => kinds.indexOf(i.kind))
    this.#families = Uint8Array.from(all, i => Math.max(0, i.family))
    this.#heads = Uint8Array.from(all, i => i.head)
    this.#rich = settings.heads.filter(h => h.rich).length
    this.#signals = new Float64Array(signals.length + itemSignals.length + 2 * this.#rich)
    this.#shrink = new Float64Array(settings.heads.length)
  }

  fill(r: Reading, f: Families, rates: Rates, factors: FactorMachine): void {
    for (let h = 0; h < this.#shrink.length; h++) this.#shrink[h] = shrinkFor(rates.p[h]!)
    this.#sense(r, f)
    const { raw } = this
    for (let i = 0; i < raw.length; i++) {
      const kind = this.#kinds[i]!
      const head = this.#heads[i]!
      if (kind === 0) raw[i] = this.#odds(r, f, rates, this.#families[i]!, head)
      else if (kind === 1) raw[i] = this.#residual(r, f, this.#families[i]!, head)
      else if (kind === 2) raw[i] = Math.log1p(r.count(f, this.#families[i]!, 0)) / 5
      else raw[i] = (kind === 3 ? this.#signals : kind === 4 ? factors.scores : factors.interactions)[head]!
    }
  }

  #odds(r: Reading, f: Families, rates: Rates, family: number, head: number): number {
    const row = r.rows[family]!
    if (row < 0) return 0
    const { values, width } = f.tallies[family]!
    const at = row * width + head * 2
    const n = values[at]! * r.keeps[family]!
    if (n === 0) return 0
    const s = values[at + 1]! * r.keeps[family]!
    const k = families[family]!.k * this.#shrink[head]!
    const p = rates.p[head]!
    return Math.log((s + k * p) / (Math.max(0, n - s) + k * (1 - p))) - rates.odds[head]!
  }

  #residual(r: Reading, f: Families, family: number, head: number): number {
    const row = r.rows[family]!
    if (row < 0) return 0
    const { values, width } = f.tallies[family]!
    const keep = r.keeps[family]!
    const at = row * width
    const n = values[at + head * 2]! * keep
    return (values[at + width - 1 - this.#rich + head]! * keep) / (n + families[family]!.k)
  }

  #sense(r: Reading, f: Families): void {
    const s = this.#signals
    const angle = (r.hourOfDay * Math.PI) / 12
    s[0] = r.trait(f, 'fast')
    s[1] = r.trait(f, 'slow')
    s[2] = r.trait(f, 'fast2')
    s[3] = r.trait(f, 'slow2')
    s[4] = Math.log1p(r.gap)
    s[5] = Math.log1p(r.trait(f, 'session'))
    s[6] = Math.log1p(r.trait(f, 'today'))
    s[7] = Math.sin(angle)
    s[8] = Math.cos(angle)
    s[9] = r.trait(f, 'scene') === r.scene ? 1 : 0
    s[10] = r.trait(f, 'tag') === r.tag ? 1 : 0
    s[11] = r.trait(f, 'length') === r.length ? 1 : 0
    s[12] = r.pairSeen ? 1 : 0
    s[13] = Math.log1p(r.seconds)
    s[14] = s[13]! * s[13]!
    for (let h = 0; h < this.#rich; h++) {
      const mark = (r.pairMark >> (h * 2)) & 3
      const said = mark === 3 ? 1 : mark === 1 ? -1 : 0
      s[15 + h * 2] = r.pairAge < 1 ? said : 0
      s[16 + h * 2] = r.pairAge < 1 ? 0 : said
    }
  }
}
