import { A, type Action, outcome, watchRules } from './actions.ts'
import { norm } from './covisitation.ts'
import { forgotten, refusal } from './forget.ts'
import { maxTags } from './items.ts'
import type { State } from './state.ts'
import { toSeconds } from './time.ts'
import { approach } from './trained/adopt.ts'
import { tasteStrength } from './weights.ts'

/** An exposure is not counted again while the item is among this many last seen ones: an impression and its view are one. */
const sameSight = 64
/** An action that was taken back leaves its bit this much higher in the mask. */
const takenBack = 16
const wantedBits = 0xffff
const scratch = new Int32Array(64)
const history = new Int32Array(norm.window)

/** Who (row) did something to what (row), when; `own`: the person made the item. */
export interface Deed {
  readonly p: number
  readonly i: number
  readonly own: boolean
  readonly time: number
  /** Where it was done, as the client names it. */
  readonly surface?: unknown
}

/** Counts an action for the item, its author and the platform. */
function count(s: State, { i, time }: Deed, action: Action, amount = 1): void {
  const { items } = s
  s.counters.add(i, A[action], time, amount)
  if (items.maker(i) >= 0) s.makerCounters.add(items.maker(i), A[action], time, amount)
  s.totals.add(items.kind(i), A[action], time, amount)
  s.appraise(i)
}

/** A wanted action makes the item hot, in its kind and its tags. */
function heat(s: State, { i, time }: Deed, action: Action): void {
  const { items } = s
  if (!items.warm(i, action, time)) return
  const kind = items.kind(i)
  s.hotKind.offer(kind, i, items.heat)
  for (let k = 0; k < maxTags; k++) {
    const tag = items.tag(i, k)
    if (tag < 0) break
    s.hotTag.offer(tag * 2 + kind, i, items.heat)
  }
}

/** What the person wanted before `i`, newest first, without `i` itself; into `history`. */
function wantedBefore(s: State, p: number, i: number): number {
  const ring = s.people.actions
  const n = ring.read(p, scratch, 20)
  let found = 0
  for (let k = 0; k < n && found < norm.window; k++) {
    const other = scratch[k * 3]!
    const done = scratch[k * 3 + 2]!
    if (other === i || other < 0 || (done & wantedBits) === 0 || done & forgotten) continue
    let twice = false
    for (let h = 0; h < found; h++) twice ||= history[h] === other
    if (!twice) history[found++] = other
  }
  return found
}

/**
 * A wanted action: counted once for a person and item as long as the person's ring remembers it. It raises the item's counters, its heat
 * and the co-visitation with what the person wanted before. Actions on one's own item count for nothing.
 */
export function want(s: State, deed: Deed, action: Action): void {
  const { p, i, own, time } = deed
  if (own) {
    s.damped.own++
    return
  }
  if (s.people.paused[p]) {
    count(s, deed, action)
    heat(s, deed, action)
    return
  }
  const ring = s.people.actions
  const bit = 1 << A[action]
  const at = ring.locate(p, i)
  const mask = at < 0 ? 0 : ring.data[at + 2]!
  const repeated = (mask & bit) !== 0
  if (repeated && !(mask & forgotten)) {
    s.damped.repeated++
    return
  }
  if (!repeated) s.learned.happened(s, deed, action)
  const before = wantedBefore(s, p, i)
  const now = (mask | bit) & ~forgotten
  // Wanted, taken back and wanted again restores the count, but lifts nothing a second time.
  const first = (mask & (bit << takenBack)) === 0
  if (at >= 0 && ring.locate(p, i, 8) === at) {
    ring.data[at + 1] = toSeconds(time)
    ring.data[at + 2] = now
  } else {
    ring.push(p, i, toSeconds(time), now)
    if (at >= 0 && ring.data[at] === i) ring.data[at] = -1
  }
  // What was forgotten and is done again is their taste again; it was counted before.
  if (repeated) {
    s.damped.repeated++
    return
  }
  count(s, deed, action)
  if (!first) return
  heat(s, deed, action)
  s.covisitation.add(i, tasteStrength[action], history, before, time)
  s.people.sessions.add(p, i, toSeconds(time))
  approach(s, i, history, before)
}

/** Takes a wanted action back, if the person's ring remembers it. */
export function unwant(s: State, deed: Deed, action: Action): void {
  const { p, i } = deed
  const ring = s.people.actions
  const bit = 1 << A[action]
  const at = ring.locate(p, i)
  if (at < 0 || (ring.data[at + 2]! & bit) === 0) {
    s.damped.repeated++
    return
  }
  ring.data[at + 2] = (ring.data[at + 2]! & ~bit) | (bit << takenBack)
  s.learned.takenBack(deed, action)
  count(s, deed, action, -1)
}

/** The item came into view. True when this is a new sight of it: an exposure. */
export function see(s: State, deed: Deed, ms: number): boolean {
  const { p, i, own } = deed
  const { people, items } = s
  if (!people.paused[p]) {
    if (people.seen.locate(p, i, sameSight) >= 0) return false
    people.seen.push(p, i)
  }
  if (own) return false
  s.learned.sight(s, deed)
  count(s, deed, 'exposure')
  if (ms >= watchRules.impression && items.impressions[i]! < 65_535) {
    items.impressions[i]!++
    s.stages.judge(s, i)
    s.pool.place(i)
  }
  return true
}

/** One person moves the mean watch of a clip once, as far as they are remembered to have watched or skipped it. */
function wasLeft({ people }: State, p: number, i: number): boolean {
  if (people.paused[p]) return false
  const at = people.actions.locate(p, i)
  const watched = at >= 0 && (people.actions.data[at + 2]! & ((1 << A.watch) | (1 << A.finish))) !== 0
  return watched || people.skips.locate(p, i) >= 0
}

/** The clip was left. A skip is remembered apart from the wanted actions, so that swiping does not push tastes out of the ring. */
export function leave(s: State, deed: Deed, ms: number, durationMs: number, exit: string): void {
  const { p, i, own, time } = deed
  see(s, deed, ms)
  const length = s.items.duration[i]! > 0 ? s.items.duration[i]! : durationMs
  const action = outcome(ms, length, exit)
  s.learned.left(s, deed, action)
  if (own) return
  if (!wasLeft(s, p, i)) s.quantiles.learn(i, s.items.maker(i), ms, length)
  if (action === null) return
  if (action !== 'skip') {
    want(s, deed, action)
    return
  }
  if (!s.people.paused[p]) {
    if (s.people.skips.locate(p, i, 8) >= 0) {
      s.damped.repeated++
      return
    }
    s.people.skips.push(p, i, toSeconds(time))
  }
  count(s, deed, 'skip')
}

/** Not interested, or reported: an explicit wish, remembered even when personalisation is off. Each counts once for a person and item. */
export function decline(s: State, deed: Deed, action: 'not_interested' | 'report'): void {
  const { p, i, own, time } = deed
  const ring = s.people.declined
  const bit = refusal[action]
  const at = ring.locate(p, i)
  const said = at < 0 ? 0 : ring.data[at + 1]!
  if (at < 0) ring.push(p, i, (toSeconds(time) & ~7) | bit)
  else ring.data[at + 1] = (said | bit) & ~refusal.forgotten
  if (said & bit) s.damped.repeated++
  else if (!own) {
    s.learned.happened(s, deed, action)
    count(s, deed, action)
  }
}

/** Not interested was a slip: unless the item was reported too, it may be shown again, and its kind is no worse for it. */
export function undecline(s: State, deed: Deed): void {
  const { p, i, own } = deed
  const ring = s.people.declined
  const at = ring.locate(p, i)
  const said = at < 0 ? 0 : ring.data[at + 1]!
  if ((said & refusal.not_interested) === 0) {
    s.damped.repeated++
    return
  }
  if (said & refusal.report) ring.data[at + 1] = said & ~refusal.not_interested
  else ring.data[at] = -1
  if (own) return
  s.learned.takenBack(deed, 'not_interested')
  count(s, deed, 'not_interested', -1)
}
