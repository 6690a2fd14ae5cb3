import type { CapWeights } from './cap/layout.ts'
import { capSettings } from './cap/size.ts'
import { capSource } from './cap/source.ts'
import type { CapSettings } from './cap/train.ts'
import { countDco, type DcoSettings, dcoSource, popularity, startOf } from './dco.ts'
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

/** Chooses on the questions of the cut. Where the folder leaves it open whether known items may come again, both are tried. */
export function choosePlan({ train, queries, how, kind, say }: Choosing): Plan {
  const judging = { ...how, excludeSeen: how.excludeSeen || keepsOut(train, thin(queries, 3000), how, kind) }
  const dco = tuneDco(train, thin(queries, kind === 'set' ? 2000 : queries.length), judging, kind).settings
  say(`known items ${judging.excludeSeen ? 'do not come' : 'may come'} again; counts: ${JSON.stringify(dco)}`)
  const knn = kind === 'set' ? null : tuneKnn(train, thin(queries, 1500), judging)
  if (knn) say(`groups: ${JSON.stringify(knn)}`)
  const spectral = kind === 'set' ? tuneSpectral(train, thin(queries, 768), judging) : null
  if (spectral) say(`spectral: ${JSON.stringify(spectral)}`)
  const cap = capSettings(train, kind === 'sessions', judging.excludeSeen)
  return { excludeSeen: judging.excludeSeen, dco, knn, cap, spectral }
}

/** Is it better that what the history holds does not come again? Asked of the counts before they are tuned. */
function keepsOut(train: Sequences, queries: readonly Query[], how: Judging, kind: Kind): boolean {
  const worth = (excludeSeen: boolean) => {
    const settings = startOf(train, kind, !excludeSeen)
    return tallyOf(dcoSource(countDco(train, settings), settings), queries, { ...how, excludeSeen }).worth()
  }
  return worth(true) > worth(false)
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
export function buildSources(train: Sequences, { plan, words, nets }: Building, wanted: readonly string[]): Source[] {
  const counts = countDco(train, plan.dco)
  const make: Record<string, () => Source> = {
    dco: () => dcoSource(counts, plan.dco),
    last: () => ({ ...dcoSource(counts, { ...plan.dco, rows: 1 }), name: 'last' }),
    popular: () => constantSource('popular', popularity(train, 0)),
    recent: () => constantSource('recent', popularity(train, 8)),
    knn: () => knnSource(indexGroups(train), plan.knn as KnnSettings),
    words: () => textSource(words as Neighbours, train.ordered),
    spectral: () => {
      const set = plan.spectral as SpectralSettings
      const m = normalise(train, set.au)
      return spectralSource(m, leadingSpace(m, set.k, passes, 1), set)
    },
    net: () => {
      const set = plan.cap as CapSettings
      return capSource('net', nets(set), countsOf(train), { tau: set.tau, ordered: train.ordered })
    },
  }
  return wanted.map(name => (make[name] as () => Source)())
}

export interface Building {
  readonly plan: Plan
  readonly words: Neighbours | null
  /** The nets, trained when they are asked for. */
  readonly nets: (set: CapSettings) => readonly CapWeights[]
}
