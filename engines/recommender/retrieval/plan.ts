import { capSource } from './cap/source.ts'
import { type CapSettings, trainCap } from './cap/train.ts'
import { countDco, type DcoSettings, dcoSource, popularity } from './dco.ts'
import { countsOf, type Query, type Sequences, thin } from './sequences.ts'
import { indexGroups, type KnnSettings, knnGrid, knnSource, knnStart } from './session-knn.ts'
import { constantSource, type Source } from './source.ts'
import { type SpectralSettings, spectralSource } from './spectral/filter.ts'
import { normalise } from './spectral/matrix.ts'
import { leadingSpace } from './spectral/subspace.ts'
import { passes, tuneSpectral } from './spectral/tune.ts'
import { type Neighbours, textSource } from './titles.ts'
import { ascend, type Judging, tallyOf } from './tune.ts'
import { type Kind, tuneDco } from './tune-dco.ts'

/** Everything that is chosen before the blend. */
export interface Plan {
  readonly excludeSeen: boolean
  readonly dco: DcoSettings
  readonly knn: KnnSettings | null
  readonly cap: CapSettings | null
  readonly spectral: SpectralSettings | null
}

export interface Choosing {
  readonly train: Sequences
  readonly queries: readonly Query[]
  readonly how: Judging
  readonly kind: Kind
  readonly say: (line: string) => void
}

/** Multiply-adds that one fit of the net may cost: about a minute and a half of one core. */
const netBudget = 1e12

/**
 * Size of the net for this many rows: width first, then passes. Long histories are read farther back and need less dropout; the passes are
 * what the budget leaves of a number that falls with the rows.
 */
export function capSettings(s: Sequences, kind: Kind, newOnly: boolean): CapSettings | null {
  let groups = 0
  for (let g = 0; g + 1 < s.offsets.length; g++) if (s.offsets[g + 1]! > s.offsets[g]!) groups++
  const examples = s.items.length - groups
  const known = countsOf(s).filter(n => n > 0).length
  if (!s.ordered || examples < 50 || known < 10) return null
  const long = s.items.length / Math.max(1, groups) > 40
  const large = examples > 500_000
  const d = large ? 96 : 128
  const negatives = Math.min(1024, Math.max(8, Math.ceil(known * 0.15), Math.min(known - 2, 256)))
  const wanted = examples > 500_000 ? 4 : examples > 200_000 ? 6 : examples > 30_000 ? 8 : 12
  const affordable = Math.floor(netBudget / (examples * d * (negatives * 3 + 200)))
  return {
    d,
    length: long ? 50 : kind === 'sessions' ? 12 : 15,
    heads: 2,
    batch: 256,
    negatives,
    epochs: Math.max(1, Math.min(wanted, affordable)),
    newOnly,
    tau: 0.07,
    dropRows: long ? 0.2 : kind === 'sessions' ? 0.3 : 0.4,
    dropQuery: 0.1,
    vectors: 0.003,
    maps: 0.0009,
    places: 0.009,
  }
}

/** Chooses on the questions of the cut. Where the folder leaves it open whether known items may come again, both are tried. */
export function choosePlan({ train, queries, how, kind, say }: Choosing): Plan {
  const tried = (how.excludeSeen ? [true] : kind === 'sessions' ? [false, true] : [true, false]).map(excludeSeen => {
    const few = how.excludeSeen ? queries : thin(queries, 8000)
    return { excludeSeen, dco: tuneDco(train, few, { ...how, excludeSeen }, kind) }
  })
  const best = tried.reduce((a, b) => (b.dco.worth > a.dco.worth ? b : a))
  const judging = { ...how, excludeSeen: best.excludeSeen }
  say(`known items ${best.excludeSeen ? 'do not come' : 'may come'} again; counts: ${JSON.stringify(best.dco.settings)}`)
  const knn = kind === 'set' ? null : tuneKnn(train, thin(queries, 2000), judging)
  if (knn) say(`groups: ${JSON.stringify(knn)}`)
  const spectral = kind === 'set' ? tuneSpectral(train, thin(queries, 1500), judging) : null
  if (spectral) say(`spectral: ${JSON.stringify(spectral)}`)
  const cap = capSettings(train, kind, best.excludeSeen)
  return { excludeSeen: best.excludeSeen, dco: best.dco.settings, knn, cap, spectral }
}

function tuneKnn(train: Sequences, queries: readonly Query[], how: Judging): KnnSettings {
  const index = indexGroups(train)
  return ascend(knnStart, knnGrid, set => tallyOf(knnSource(index, set), queries, how).worth(), { rounds: 1, gain: 0.004 })
    .settings
}

/** Names of the sources of a plan, in the order of `buildSources`. */
export function sourceNames(plan: Plan, words: Neighbours | null): string[] {
  return [
    'dco',
    'popular',
    ...(plan.knn ? ['last', 'recent'] : []),
    ...(plan.knn ? ['knn'] : []),
    ...(words ? ['words'] : []),
    ...(plan.spectral ? ['spectral'] : []),
    ...(plan.cap ? ['net'] : []),
  ]
}

/** Fits the sources of a plan that `wanted` names. */
export function buildSources(train: Sequences, { plan, words, say }: Building, wanted: readonly string[]): Source[] {
  const counts = countDco(train, plan.dco)
  const make: Record<string, () => Source> = {
    dco: () => dcoSource(counts, plan.dco),
    last: () => ({ ...dcoSource(counts, { ...plan.dco, rows: 1 }), name: 'last' }),
    popular: () => constantSource('popular', popularity(train, 0)),
    recent: () => constantSource('recent', popularity(train, 8)),
    knn: () => knnSource(indexGroups(train), plan.knn as KnnSettings),
    words: () => textSource(words as Neighbours),
    spectral: () => {
      const set = plan.spectral as SpectralSettings
      const m = normalise(train, set.au)
      return spectralSource(m, leadingSpace(m, set.k, passes, 1), set)
    },
    net: () => {
      const set = plan.cap as CapSettings
      return capSource('net', trainCap(train, set, 1, say), countsOf(train), set.tau)
    },
  }
  return wanted.map(name => (make[name] as () => Source)())
}

export interface Building {
  readonly plan: Plan
  readonly words: Neighbours | null
  readonly say: (line: string) => void
}
