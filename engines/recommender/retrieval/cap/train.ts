import { seeded } from '#base/kernel'
import { countsOf, type Sequences } from '../sequences.ts'
import { type CapShape, type CapWeights, initialWeights } from './layout.ts'
import { type CapRates, CapTrainer, type Step } from './trainer.ts'

export interface CapSettings extends CapRates {
  readonly d: number
  readonly length: number
  readonly heads: number
  readonly batch: number
  readonly negatives: number
  readonly epochs: number
  /** Are rows skipped whose item the history already holds? */
  readonly newOnly: boolean
}

/** Rows that have something before them in their group: every prefix is an example. Without order, rows that have others beside them. */
export function examplesOf(s: Sequences, newOnly: boolean): Int32Array {
  const rows: number[] = []
  if (!s.ordered) {
    for (let g = 0; g + 1 < s.offsets.length; g++)
      if (s.offsets[g + 1]! - s.offsets[g]! > 1) for (let r = s.offsets[g]!; r < s.offsets[g + 1]!; r++) rows.push(r)
    return Int32Array.from(rows)
  }
  for (let g = 0; g + 1 < s.offsets.length; g++) {
    const seen = new Set<number>()
    for (let r = s.offsets[g]!; r < s.offsets[g + 1]!; r++) {
      const item = s.items[r]!
      if (r > s.offsets[g]! && !(newOnly && seen.has(item))) rows.push(r)
      if (newOnly) seen.add(item)
    }
  }
  return Int32Array.from(rows)
}

/** Draws items with q_j ~ (n_j + .1)^.5 among those that occur; a step's negatives are distinct. */
class Negatives {
  readonly #cumulative: Float64Array
  readonly #stamp: Int32Array
  readonly #logExpected: Float32Array
  #round = 0
  constructor(counts: Float32Array, draws: number) {
    this.#cumulative = new Float64Array(counts.length)
    this.#stamp = new Int32Array(counts.length)
    let sum = 0
    for (let i = 0; i < counts.length; i++) this.#cumulative[i] = sum += counts[i]! > 0 ? Math.sqrt(counts[i]! + 0.1) : 0
    this.#logExpected = counts.map(c => {
      const q = c > 0 ? Math.sqrt(c + 0.1) / sum : 0
      return Math.log(Math.max(1e-12, -Math.expm1(draws * Math.log1p(-Math.min(q, 0.999999)))))
    })
  }
  draw(n: number, random: () => number): Pick<Step, 'negatives' | 'correction'> {
    this.#round++
    const cumulative = this.#cumulative
    const last = cumulative.length - 1
    const drawn: number[] = []
    for (let k = 0; k < n; k++) {
      const at = random() * cumulative[last]!
      let low = 0
      let high = last
      while (low < high) {
        const middle = (low + high) >> 1
        if (cumulative[middle]! > at) high = middle
        else low = middle + 1
      }
      if (this.#stamp[low] === this.#round) continue
      this.#stamp[low] = this.#round
      drawn.push(low)
    }
    return { negatives: Int32Array.from(drawn), correction: Float32Array.from(drawn, i => -this.#logExpected[i]!) }
  }
}

/** Examples rows[from..to] as a step. */
export function stepOf(
  s: Sequences,
  groupOf: Int32Array,
  rows: Int32Array,
  length: number,
): Pick<Step, 'size' | 'starts' | 'history' | 'targets'> {
  const starts = new Int32Array(rows.length + 1)
  const history = new Int32Array(rows.length * length)
  let n = 0
  for (let b = 0; b < rows.length; b++) {
    const from = Math.max(s.offsets[groupOf[rows[b]!]!]!, rows[b]! - length)
    for (let r = rows[b]! - 1; r >= from; r--) history[n++] = s.items[r]!
    starts[b + 1] = n
  }
  return { size: rows.length, starts, history, targets: Int32Array.from(rows, r => s.items[r]!) }
}

/** Examples of sets: the history is up to `length` others of the group, drawn anew each time. */
function stepOfSets(
  s: Sequences,
  groupOf: Int32Array,
  rows: Int32Array,
  { length, random }: { length: number; random: () => number },
): Pick<Step, 'size' | 'starts' | 'history' | 'targets'> {
  const starts = new Int32Array(rows.length + 1)
  const history = new Int32Array(rows.length * length)
  let n = 0
  for (let b = 0; b < rows.length; b++) {
    const own = s.items[rows[b]!]!
    const [from, to] = [s.offsets[groupOf[rows[b]!]!]!, s.offsets[groupOf[rows[b]!]! + 1]!]
    const others = to - from - 1
    const start = from + Math.floor(random() * (to - from))
    const step = others > length ? 1 + Math.floor(random() * (others / length)) : 1
    for (
      let k = 0, r = start, taken = 0;
      k < to - from && taken < length;
      k++, r = r + step < to ? r + step : r + step - (to - from)
    ) {
      if (s.items[r] === own) continue
      history[n++] = s.items[r]!
      taken++
    }
    starts[b + 1] = n
  }
  return { size: rows.length, starts, history, targets: Int32Array.from(rows, r => s.items[r]!) }
}

/** Warm-up over the first 5 % of the steps, then linear to 3 %. */
const paceAt = (step: number, steps: number): number => {
  const warm = Math.max(1, steps * 0.05)
  return step < warm ? (step + 1) / warm : 1 - 0.97 * ((step - warm) / Math.max(1, steps - warm))
}

/** One training: from nothing, or from what was learned of fewer rows. */
export interface Training {
  readonly seed: number
  readonly from: CapWeights | null
  readonly epochs: number
  /** What the learning rates start from, as a share of the settings. */
  readonly peak: number
}

/** Trains the net on every prefix of every group (of a part of an epoch, on a part of them); `say` hears the mean loss of each epoch. */
export function trainCap(s: Sequences, set: CapSettings, training: Training, say: (line: string) => void): CapWeights {
  const random = seeded(training.seed)
  const shape: CapShape = { items: s.itemCount, d: set.d, length: set.length, heads: set.heads }
  const trainer = new CapTrainer(training.from ?? initialWeights(shape, random, s.ordered), set, set)
  const rows = examplesOf(s, set.newOnly)
  const groupOf = new Int32Array(s.items.length)
  for (let g = 0; g + 1 < s.offsets.length; g++) groupOf.fill(g, s.offsets[g], s.offsets[g + 1])
  const negatives = new Negatives(countsOf(s), set.negatives)
  const perEpoch = Math.ceil(rows.length / set.batch)
  const steps = Math.ceil(training.epochs * perEpoch)
  let loss = 0
  for (let t = 0; t < steps; t++) {
    const b = t % perEpoch
    if (b === 0) shuffle(rows, random)
    const part = rows.subarray(b * set.batch, (b + 1) * set.batch)
    const examples = s.ordered
      ? stepOf(s, groupOf, part, set.length)
      : stepOfSets(s, groupOf, part, { length: set.length, random })
    const step = { ...examples, ...negatives.draw(set.negatives, random), seed: Math.floor(random() * 2 ** 31) }
    loss += trainer.forward(step)
    trainer.backward(step)
    trainer.update(training.peak * paceAt(t, steps))
    if (b === perEpoch - 1 || t === steps - 1) {
      say(
        `net: epoch ${Math.ceil((t + 1) / perEpoch)} of ${Math.ceil(training.epochs * 10) / 10}, loss ${(loss / (b + 1)).toFixed(4)}`,
      )
      loss = 0
    }
  }
  return trainer.weights()
}

function shuffle(rows: Int32Array, random: () => number): void {
  for (let i = rows.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    ;[rows[i], rows[j]] = [rows[j]!, rows[i]!]
  }
}
