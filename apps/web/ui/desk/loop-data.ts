import type { DeskMessages } from '../../i18n/desk/index.ts'
import { number } from '../../i18n/format.ts'
import type { Five, Interval, LoopData, Six } from '../loop/geometry.ts'
import { formatFor, type LoopWords } from '../loop/words.ts'

/** The parts of GET /v1/insights/loop that are shown; decimals travel as texts. */
export interface LoopReply {
  readonly days: number
  readonly asOf: { readonly at: string }
  readonly phases: readonly {
    readonly people: number
    readonly goOn: { readonly share: string; readonly low: string; readonly high: string } | null
    readonly medianHours: string | null
  }[]
  readonly newlySeeded: number
  readonly returned: number
  readonly laps: { readonly count: number; readonly medianHours: string | null }
  readonly lineage: { readonly sharesFromOrders: number; readonly ordersFromShares: number }
  readonly gain: { readonly value: string; readonly low: string; readonly high: string } | null
}

const interval = (x: LoopReply['phases'][number]['goOn']): Interval | null =>
  x && { share: Number(x.share), low: Number(x.low), high: Number(x.high) }

export function loopData(reply: LoopReply): LoopData {
  const six = [0, 1, 2, 3, 4, 5].map(i => reply.phases[i])
  return {
    counts: six.map(p => p?.people ?? 0) as unknown as Six<number>,
    goOn: six.slice(0, 5).map(p => interval(p?.goOn ?? null)) as unknown as Five<Interval | null>,
    medianHours: six.slice(0, 5).map(p => (p?.medianHours == null ? null : Number(p.medianHours))) as unknown as Five<
      number | null
    >,
    newlySeeded: reply.newlySeeded,
    returned: reply.returned,
    gain: reply.gain && { value: Number(reply.gain.value), low: Number(reply.gain.low), high: Number(reply.gain.high) },
  }
}

/** `lap` is the count and the median of whole laps, null while none was seen. */
export function loopWords(
  t: DeskMessages,
  locale: string,
  days: number,
  lap: { count: number; hours: number } | null,
): LoopWords {
  const l = t.loop
  return {
    title: l.title,
    range: t.lastDays(days),
    phases: l.phases,
    did: l.did,
    seeding: l.seeding,
    seedingSub: l.seedingSub,
    harvest: l.harvest,
    harvestSub: l.harvestSub,
    newlySeeded: l.newlySeeded,
    returned: l.returned,
    goOn: l.goOn,
    gain: l.gain,
    gainMissing: l.gainMissing,
    gainSentence: l.gainSentence,
    legend: l.legend,
    lap: lap ? l.lap(formatFor(locale).hours(lap.hours), number(lap.count)) : l.noLap,
    empty: l.empty,
    loading: l.loading,
    tooFew: l.tooFew,
    table: { show: l.show, hide: l.hide, phase: l.phase, people: l.people, goOn: l.goOn, time: l.time },
    summary: people => l.summary + people.map((n, i) => `${l.phases[i]} ${n}`).join(', '),
  }
}
