/** What came of showing one of the clips that a post tries. */
export interface Arm {
  /** People into whose view it came, each once. */
  readonly shown: number
  /** Of those, watched for three seconds at least. */
  readonly stayed: number
}
/** Fewer looks at any of the clips decide nothing. */
export const fewestLooks = 100
/**
 * As high because it is looked at all the time. Of tests of two equal clips, looked at after every 50 of 2,000 looks each, 0.95 named a best one in
 * 49 of 100 (300 simulated tests), 0.99 in 12, this in 8 (1,500 tests); of three equal clips in 1. Half against six tenths was decided in all of
 * 200 tests, after 380 looks each on average, 0.5 against 0.55 in 81 of 100; always for the better one.
 */
export const sureFrom = 0.995
export const testDays = 14

const cells = 2000
/** Beyond so many standard deviations there is nothing of a posterior worth counting. */
const reach = 8

/**
 * Probability of each arm that its true share of `stayed` is the highest of all, when nothing was known before (a uniform prior, Beta(1, 1)):
 * the posterior of a share is Beta(1 + stayed, 1 + shown − stayed), and P(i is best) = ∫ f_i(x) Π_{j≠i} F_j(x) dx.
 * Scott, S. L. (2010): A modern Bayesian look at the multi-armed bandit. Applied Stochastic Models in Business and Industry 26, 639–658.
 * Summed over 2000 cells of the span in which the posteriors lie, so that the same counts give the same number everywhere. The sum is 1.
 */
export function chancesOfBest(arms: readonly Arm[]): number[] {
  const spans = arms.map(spanOf)
  const low = Math.max(0, Math.min(...spans.map(s => s.low)))
  const width = (Math.min(1, Math.max(...spans.map(s => s.high))) - low) / cells
  const posts = arms.map(arm => posteriorOf(arm, low, width))
  const chances = posts.map((own, i) => {
    let sum = 0
    for (let k = 0; k < cells; k++) {
      let product = own.mass[k] as number
      for (const [j, other] of posts.entries()) if (j !== i) product *= other.below[k] as number
      sum += product
    }
    return sum
  })
  const all = chances.reduce((a, b) => a + b, 0)
  return chances.map(c => c / all)
}

function spanOf({ shown, stayed }: Arm): { low: number; high: number } {
  const n = shown + 2
  const mean = (stayed + 1) / n
  const deviation = Math.sqrt((mean * (1 - mean)) / (n + 1))
  return { low: mean - reach * deviation, high: mean + reach * deviation }
}

/** The posterior in cells: how much of it lies in each, and how much below its middle. */
function posteriorOf({ shown, stayed }: Arm, low: number, width: number): { mass: Float64Array; below: Float64Array } {
  const [mass, below] = [new Float64Array(cells), new Float64Array(cells)]
  const mode = shown === 0 ? 0.5 : Math.min(1 - 1e-12, Math.max(1e-12, stayed / shown))
  const logAt = (x: number) => stayed * Math.log(x) + (shown - stayed) * Math.log1p(-x)
  const top = logAt(mode)
  let sum = 0
  for (let k = 0; k < cells; k++) sum += mass[k] = Math.exp(logAt(low + (k + 0.5) * width) - top)
  let before = 0
  for (let k = 0; k < cells; k++) {
    const own = (mass[k] as number) / sum
    mass[k] = own
    below[k] = before + own / 2
    before += own
  }
  return { mass, below }
}

export type Verdict = 'running' | 'decided' | 'undecided'
/**
 * What may be said of a test. `decided`: one clip is the best with a probability of at least `sureFrom`, after `fewestLooks` at each. `undecided`:
 * its days are over and none is; the clip of before stays. Nothing else names a best one.
 */
export function verdictOn(
  arms: readonly Arm[],
  ageMs: number,
): { verdict: Verdict; best: number | null; chances: number[] | null } {
  const enough = arms.length > 1 && arms.every(a => a.shown >= fewestLooks)
  const chances = enough ? chancesOfBest(arms) : null
  const best = chances ? chances.findIndex(c => c >= sureFrom) : -1
  if (best >= 0) return { verdict: 'decided', best, chances }
  return { verdict: ageMs >= testDays * 86_400_000 ? 'undecided' : 'running', best: null, chances }
}
