import { describe, expect, it } from 'vitest'
import { auc, calibrationError, groupedAuc, type Judged, logLoss, meanError, pairOrder } from './metrics-binary.ts'

const judged = (p: number[], y: number[]): Judged => ({ p: Float64Array.from(p), y: Float64Array.from(y) })

describe('metrics of probabilities', () => {
  it('AUC counts the pairs in the right order', () => {
    // Positives .9 and .4, negatives .5 and .1: three of four pairs.
    expect(auc(judged([0.9, 0.5, 0.4, 0.1], [1, 0, 1, 0]))).toBe(0.75)
  })
  it('a tie counts half a pair, and all ties are .5', () => {
    // .5 against .5: half; .5 against .2: one; .7 against both: two. 3.5 of 4.
    expect(auc(judged([0.5, 0.5, 0.7, 0.2], [1, 0, 1, 0]))).toBe(0.875)
    expect(auc(judged([0.3, 0.3, 0.3], [1, 0, 0]))).toBe(0.5)
  })
  it('AUC of one kind of label alone is not a number', () => {
    expect(auc(judged([0.3, 0.4], [1, 1]))).toBeNaN()
  })
  it('rows without a label are left out of everything', () => {
    const all = judged([0.9, 0.5, 0.4, 0.1, 0.7], [1, 0, 1, 0, Number.NaN])
    expect(auc(all)).toBe(0.75)
    expect(logLoss(all)).toBeCloseTo(-(Math.log(0.9) + Math.log(0.5) + Math.log(0.4) + Math.log(0.9)) / 4, 12)
  })
  it('grouped AUC weighs groups by their rows and leaves out those with one kind of label', () => {
    // Group 1: .9+ .1-: 1, two rows. Group 2: .2+ .3- .4-: 0, three rows. Group 3: only positives.
    const all = judged([0.9, 0.1, 0.2, 0.3, 0.4, 0.5], [1, 0, 1, 0, 0, 1])
    expect(groupedAuc(all, Int32Array.of(1, 1, 2, 2, 2, 3))).toBeCloseTo(2 / 5, 12)
  })
  it('calibration error is the gap between what was said and what happened, bin by bin', () => {
    // Two bins: (.1, .3 | 0, 1): |.2 - .5|; (.6, .8 | 1, 1): |.7 - 1|.
    expect(calibrationError(judged([0.1, 0.3, 0.6, 0.8], [0, 1, 1, 1]), 2)).toBeCloseTo(0.3, 12)
    expect(calibrationError(judged([0, 1], [0, 1]), 2)).toBe(0)
  })
  it('the order of watch times: right pairs, half for what is said to be level, and the mean error', () => {
    expect(pairOrder(judged([1, 2, 3], [10, 20, 30]), 1)).toBe(1)
    expect(pairOrder(judged([3, 2, 1], [10, 20, 30]), 1)).toBe(0)
    expect(pairOrder(judged([1, 1, 1], [10, 20, Number.NaN]), 1)).toBe(0.5)
    expect(meanError(judged([1, 4, 9], [2, 2, Number.NaN]))).toBe(1.5)
  })
  it('certainty that is wrong costs much, never infinitely much', () => {
    expect(logLoss(judged([0, 1], [1, 0]))).toBeCloseTo(-Math.log(1e-9), 6)
  })
})
