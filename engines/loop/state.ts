import type { LoggedEvent } from '#base/catalogue'
import type { Id } from '#base/kernel'
import { dayMs, dayOf, Facts, type Line, lineageDays, type Target } from './facts.ts'
import { Journeys } from './journeys.ts'
import { Lineage, type LineageView } from './lineage.ts'
import { evidence, type Phase, phaseOf, phases } from './phases.ts'
import { horizonDays, type LoopReport, type ReportOptions, reportOf, windowOf } from './report.ts'
import { type Arrival, purchase, sharing, station, Tally } from './tally.ts'

/** Where one person is with one product or shop. */
export interface JourneyView {
  readonly phase: Phase
  /** Since when in this phase; first evidence of this lap; last evidence. */
  readonly since: Date
  readonly lapStart: Date
  readonly last: Date
}

export interface Loop {
  /** Takes one event in. Events come in log order; a position that was learned already changes nothing. */
  learn(event: LoggedEvent): void
  /** Position of the last event learned; 0n before the first. */
  readonly position: bigint
  /** The figure's numbers for a shop, or for the platform (`null`). Throws RangeError for more than 92 days. */
  report(shop: Id<'shop'> | null, options: ReportOptions): LoopReport
  /** The person's journey with this product or shop; null when there is none. */
  journey(person: string, about: string): JourneyView | null
  /** Journeys that stand at each phase now, in the order of the lap. */
  standing(shop: Id<'shop'> | null): readonly number[]
  readonly lineage: LineageView
}

export interface LoopOptions {
  /** A delivered order that is neither refunded nor asked back for so long is kept, which is Confirmation. 14 when missing. */
  readonly returnWindowDays?: number
}

interface Parcel {
  readonly due: number
  readonly event: LoggedEvent<'order.delivered'>
}

class LoopState implements Loop {
  position = 0n
  readonly #facts = new Facts()
  readonly lineage = new Lineage(this.#facts)
  readonly #platform = new Tally()
  readonly #shops = new Map<string, Tally>()
  readonly #journeys = new Journeys(target => this.#tallies(target.shop))
  readonly #parcels = new Map<string, Parcel>()
  readonly #window: number
  #now = 0

  constructor(options: LoopOptions) {
    this.#window = (options.returnWindowDays ?? 14) * dayMs
  }

  learn(event: LoggedEvent): void {
    if (event.position <= this.position) return
    this.position = event.position
    this.#tick(event.at.getTime())
    const person = actor(event, this.#facts)
    this.#facts.learn(event)
    if (person !== null) this.lineage.grow(event, person)
    this.#upkeep(event)
    if (person !== null && phaseOf[event.name] !== null && event.name !== 'order.delivered')
      this.#count(event, person, event.at.getTime(), false)
  }

  /** The log's own time moves on: kept parcels become Confirmation, and once a day what is too old is forgotten. */
  #tick(at: number): void {
    for (const [order, parcel] of this.#parcels) {
      if (parcel.due > at) break
      this.#parcels.delete(order)
      const buyer = this.#facts.orders.get(order)?.[0]?.buyer
      if (buyer) this.#count(parcel.event, buyer, parcel.due, true)
    }
    const newDay = dayOf(at) > dayOf(this.#now)
    this.#now = Math.max(this.#now, at)
    if (!newDay) return
    const old = this.#now - lineageDays * dayMs
    this.#journeys.prune(old, this.#now)
    this.lineage.prune(old)
    this.#facts.prune(old, line => this.lineage.needs(line))
    for (const tally of [this.#platform, ...this.#shops.values()]) tally.prune(dayOf(this.#now) - horizonDays)
  }

  #upkeep(event: LoggedEvent): void {
    const at = event.at.getTime()
    switch (event.name) {
      case 'order.delivered':
        // The map keeps log order, which is delivery order up to clock jitter.
        if (!this.#parcels.has(event.subject.id)) this.#parcels.set(event.subject.id, { due: at + this.#window, event })
        break
      case 'return.requested':
        this.#parcels.delete(event.subject.id)
        break
      case 'order.refunded':
        if (event.data.full) this.#undo(event.subject.id)
        break
      case 'order.cancelled':
        this.#undo(event.subject.id)
        break
      case 'person.merged': {
        const from = this.#facts.who(event.data.from)
        const into = this.#facts.who(
          event.subject.kind === 'person' && event.subject.id !== event.data.from ? event.subject.id : (event.person ?? from),
        )
        if (from !== into) this.#merge(from, into, at)
        break
      }
      case 'person.erased': {
        const id = event.subject.kind === 'person' ? event.subject.id : event.person
        if (id !== null) this.#erase(this.#facts.who(id), at)
      }
    }
  }

  /** Counts what an event is evidence of, journey by journey. */
  #count(event: LoggedEvent, person: string, at: number, kept: boolean): void {
    const targets = this.#facts.targets(event)
    const counted = new Set<string>()
    let shown = false
    // An event about no product and no shop (a search, an ordinary post) still is evidence on the platform.
    for (const [i, target] of (targets.length > 0 ? targets : [null]).entries()) {
      const phase = evidence(event, this.#facts.evidenceFacts(event, person, target?.key ?? null, kept))
      if (phase === null) continue
      const p = station(phase)
      const came: Arrival | null = p === 0 ? (this.lineage.brought(event, person) ? 'returned' : 'seeded') : null
      shown ||= p < purchase
      const line = event.name === 'order.paid' ? (this.#facts.orders.get(event.subject.id)?.[i] ?? null) : null
      if (event.name === 'order.paid' && (line === null || this.#journeys.holds(line) || line.at !== at || !line.net)) continue
      for (const shop of [null, target?.shop]) {
        if (shop === undefined || (shop === null && counted.has(`*${p}`) && line === null)) continue
        counted.add(`*${p}`)
        this.#tally(shop).note(person, dayOf(at), p, came)
      }
      if (target) this.#journeys.move(person, target, { phase: p, at, passive: p === 0 || kept, line })
      if (line) this.lineage.buy(line)
    }
    if (shown) this.#shown(event, person)
    if (event.name === 'post.published' || event.name === 'review.written' || event.name === 'share.created')
      this.#lap(event, person)
  }

  /** Somebody saw what a buyer shared: the sharer's lap has reached an exploration of others. */
  #shown(event: LoggedEvent, person: string): void {
    for (const first of this.lineage.see(event, person))
      for (const tally of this.#talliesOf(this.#facts.about({ kind: first.kind, id: first.content })))
        tally.goOn(first.author, first.day, sharing, first.ms)
  }

  #lap(event: LoggedEvent<'post.published' | 'review.written' | 'share.created'>, person: string): void {
    const id = event.name === 'review.written' ? event.data.line : event.data.grownFrom
    const line = id === null ? undefined : this.#facts.lines.get(id)
    const at = event.at.getTime()
    if (!line || line.lap !== null || !this.#facts.ownLine(line.id, person, at)) return
    line.lap = { day: dayOf(at), ms: Math.max(0, at - line.lapStart) }
    for (const tally of this.#tallies(line.shop)) tally.lap(line.lap.day, line.lap.ms)
  }

  /** Net of refunds: the purchase, its steps and its lap are taken out of every sum. Twice changes nothing. */
  #undo(order: string): void {
    this.#parcels.delete(order)
    for (const line of this.#facts.orders.get(order) ?? []) if (line.net) this.#undoLine(line)
  }

  #undoLine(line: Line): void {
    line.net = false
    for (const tally of this.#tallies(line.shop)) {
      tally.unnote(line.buyer, dayOf(line.at), purchase)
      if (line.lap) tally.lap(line.lap.day, line.lap.ms, -1)
    }
    this.#journeys.unwind(line, line.buyer)
  }

  #merge(from: string, into: string, at: number): void {
    this.#facts.merge(from, into)
    this.#journeys.merge(from, into, at)
    this.lineage.merge(from, into)
    for (const tally of [this.#platform, ...this.#shops.values()]) tally.merge(from, into)
  }

  #erase(person: string, at: number): void {
    this.#journeys.erase(person, at)
    this.lineage.erase(person)
    for (const tally of [this.#platform, ...this.#shops.values()]) tally.erase(person)
    this.#facts.erase(person)
  }

  #tally(shop: string | null): Tally {
    if (shop === null) return this.#platform
    let tally = this.#shops.get(shop)
    if (!tally) this.#shops.set(shop, (tally = new Tally()))
    return tally
  }
  #tallies(shop: string | null): readonly Tally[] {
    return shop === null ? [this.#platform] : [this.#platform, this.#tally(shop)]
  }
  #talliesOf(targets: readonly Target[]): readonly Tally[] {
    return [...new Set(targets.map(t => t.shop).filter(s => s !== null))].map(s => this.#tally(s)).concat(this.#platform)
  }

  report(shop: Id<'shop'> | null, options: ReportOptions): LoopReport {
    const { first, last, quiet } = windowOf(options)
    const tally = shop === null ? this.#platform : (this.#shops.get(shop) ?? new Tally())
    return reportOf(shop, options, tally.summary(first, last, quiet), this.lineage.count(shop, first, last), this.position)
  }

  journey(person: string, about: string): JourneyView | null {
    const j = this.#journeys.get(this.#facts.who(person), about)
    const phase = j && phases[j.phase]
    return j && phase ? { phase, since: new Date(j.since), lapStart: new Date(j.lapStart), last: new Date(j.last) } : null
  }

  standing(shop: Id<'shop'> | null): readonly number[] {
    return this.#journeys.standing(target => shop === null || target.shop === shop)
  }
}

/** Whose deed it is. A post is its author's even when a worker publishes it. */
function actor(event: LoggedEvent, facts: Facts): string | null {
  const id = event.name === 'post.published' ? event.data.author : event.person
  return id === null ? null : facts.who(id)
}

/**
 * The six-phase loop, learned from the log event by event. Pure: time is the events' own. The same events give the same state
 * in batches of any size. Memory grows with people active in 92 days, journeys of 180 days, the catalogue, and lineage edges.
 */
export const createLoop = (options: LoopOptions = {}): Loop => new LoopState(options)
