import { grown } from './interner.ts'
import { flag, type Items } from './items.ts'
import type { Keeper } from './keeper.ts'
import type { Stages } from './stages.ts'

/** Slots in which an item is served for each guaranteed impression before it is given up: nobody looks at it. */
export const unseenServes = 20

/** Places that a post grown from an order is ahead of others: it is asked first until it had this many impressions. */
const grownLead = 25

/**
 * New items that still have guaranteed impressions to come. Queues by impressions so far, each in order of arrival:
 * the next one is always the item with the fewest impressions, the oldest of these. Every step is O(1) however many wait.
 * Being served counts half an impression for the order, so that pages asked for at the same time don't all get the same item.
 * Behind these queues stands one of the items that a gate let through (`stages.ts`): they take turns, who was served goes to its end.
 */
export class Pool {
  readonly #items: Items
  readonly #stages: Stages
  readonly guaranteed: number
  readonly queues: number
  #queue = new Int32Array(16).fill(-1)
  #next = new Int32Array(16)
  #before = new Int32Array(16)
  #first: Int32Array
  #last: Int32Array
  #size = 0
  #promoted = 0

  constructor(items: Items, guaranteed: number, stages: Stages) {
    this.#items = items
    this.#stages = stages
    this.guaranteed = guaranteed
    this.queues = guaranteed + grownLead + 1
    this.#first = new Int32Array((this.queues + 1) * 2).fill(-1)
    this.#last = new Int32Array((this.queues + 1) * 2).fill(-1)
  }

  /** Items that are still owed impressions. */
  get size(): number {
    return this.#size
  }

  /** Items that a gate let through and that are put forward now. */
  get promoted(): number {
    return this.#promoted
  }

  /** Puts an item where it belongs: in the right queue, or out when it is hidden or has had its impressions. One that was served gives its turn away. */
  place(i: number, wasServed = false): void {
    this.#queue = grown(this.#queue, i + 1, -1)
    this.#next = grown(this.#next, this.#queue.length)
    this.#before = grown(this.#before, this.#queue.length)
    const { impressions, served } = this.#items
    const done = impressions[i]! >= this.guaranteed || served[i]! >= this.guaranteed * unseenServes || !this.#items.shown(i)
    const count = Math.min(this.guaranteed, Math.max(impressions[i]!, served[i]! >> 1))
    const waiting = count + (this.#items.has(i, flag.grown) ? 0 : grownLead)
    const queue = done ? this.#promotedQueue(i) : this.#key(this.#items.kind(i), waiting)
    if (queue === this.#queue[i] && !(wasServed && done)) return
    this.#leave(i)
    if (queue >= 0) this.#enter(i, queue)
  }

  /** First item of a queue of this kind, -1 when it is empty. */
  first(kind: number, queue: number): number {
    return this.#first[this.#key(kind, queue)]!
  }

  /** A gate let the item through and it is put forward now. */
  isPromoted(i: number): boolean {
    const queue = i < this.#queue.length ? this.#queue[i]! : -1
    return queue >= 0 && this.#isPromotedQueue(queue)
  }

  /** First of the items that are put forward. */
  firstPromoted(kind: number): number {
    return this.first(kind, this.queues)
  }

  next(i: number): number {
    return this.#next[i]!
  }

  /** Both ways; see `Keeper`. */
  keep(k: Keeper): void {
    this.#queue = k.column(this.#queue)
    this.#next = k.column(this.#next)
    this.#before = k.column(this.#before)
    this.#first = k.column(this.#first)
    this.#last = k.column(this.#last)
    this.#size = k.number(this.#size)
    this.#promoted = k.number(this.#promoted)
  }

  #key(kind: number, queue: number): number {
    return kind * (this.queues + 1) + queue
  }

  #isPromotedQueue(queue: number): boolean {
    return queue % (this.queues + 1) === this.queues
  }

  /** The queue of the items that are put forward, -1 when the item is none of them. */
  #promotedQueue(i: number): number {
    const { impressions, served } = this.#items
    const until = this.#stages.until(i)
    if (impressions[i]! >= until || served[i]! >= Math.min(65_535, until * unseenServes) || !this.#items.shown(i)) return -1
    return this.#key(this.#items.kind(i), this.queues)
  }

  #enter(i: number, queue: number): void {
    const last = this.#last[queue]!
    this.#before[i] = last
    this.#next[i] = -1
    if (last >= 0) this.#next[last] = i
    else this.#first[queue] = i
    this.#last[queue] = i
    this.#queue[i] = queue
    this.#count(queue, 1)
  }

  #leave(i: number): void {
    const queue = this.#queue[i]!
    if (queue < 0) return
    const before = this.#before[i]!
    const next = this.#next[i]!
    if (before >= 0) this.#next[before] = next
    else this.#first[queue] = next
    if (next >= 0) this.#before[next] = before
    else this.#last[queue] = before
    this.#queue[i] = -1
    this.#count(queue, -1)
  }

  #count(queue: number, by: number): void {
    if (this.#isPromotedQueue(queue)) this.#promoted += by
    else this.#size += by
  }
}
