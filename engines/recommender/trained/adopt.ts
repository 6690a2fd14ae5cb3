import { lengths } from '../config.ts'
import { kinOf } from '../kin.ts'
import type { State } from '../state.ts'

/** Weight of another item of the same author, in units of co-visitation, as those of `kinOf`. */
const authorWeight = 0.1
/** Items that get a vector when a model comes into force: the newest. */
const atOnce = 1024
const buffer = new Int32Array(lengths.makerNewest)

/**
 * Gives an item that came after the training a vector: Σ weight × vector over the items of the training with its words, tags, products,
 * author, and those wanted next to it, to length 1. So the trained model names it before anybody saw it. None when there is no such item.
 */
export function adopt(s: State, i: number): void {
  const { trained } = s
  if (!trained.isMissing(i)) return
  const add = trained.blend()
  const kin = (j: number, weight: number): void => {
    if (j !== i) add(j, weight)
  }
  kinOf(s, i, kin)
  const n = s.makerNewest.read(s.items.maker(i) * 2 + s.items.kind(i), buffer)
  for (let k = 0; k < n; k++) kin(buffer[k]!, authorWeight)
  s.covisitation.each(i, s.covisitation.peekScale(s.now), kin)
  trained.settle(i, s.items.kind(i))
}

/**
 * An item that came after the training was wanted by somebody who wanted these rows before (newest first): its vector, the mean of what the
 * model would have had them want next, moves by one. That is where a training would pull it.
 */
export function approach(s: State, i: number, before: Int32Array, count: number): void {
  const { trained } = s
  if (!trained.isMissing(i)) return
  trained.blend()
  if (!trained.blendWish(before, count)) return
  trained.blendOwn(i)
  trained.settle(i, s.items.kind(i))
}

/** The newest items get a vector, in the order in which they came. */
export function adoptNewest(s: State): void {
  const found: number[] = []
  for (let i = s.items.length - 1; i >= 0 && found.length < atOnce; i--)
    if (s.items.shown(i) && s.trained.isMissing(i)) found.push(i)
  for (const i of found.reverse()) adopt(s, i)
}
