import { bind, type RouteSet } from '#base/http'
import { type Id, ok } from '#base/kernel'
import type { Measured, Share } from '#engines/loop'
import { fewestLooks, sureFrom, testDays } from './best-variant.ts'
import type { Chain, DayView, Insights, LoopView } from './insights.ts'
import { wire } from './wire.ts'

const decimal = (n: number): string => n.toFixed(4)
const hours = (m: Measured<number>): string | null => (m.value === null ? null : m.value.toFixed(2))

/** Rates travel as decimal texts, so that nobody rounds them twice; a missing one travels with its reason. */
function loopToWire({ report, asOf }: LoopView) {
  return {
    shop: report.shop,
    days: report.days,
    asOf: { position: asOf.position.toString(), at: asOf.at.toISOString() },
    phases: report.phases.map(p => ({
      phase: p.phase,
      people: p.people,
      goOn: p.goOn.value && share(p.goOn.value, p.n),
      thin: p.goOn.value === null ? p.goOn.reason : null,
      medianHours: hours(p.medianHours),
      goneOn: p.goneOn,
      stopped: p.looseEnds,
      waiting: Math.max(0, p.waiting),
    })),
    transitions: report.transitions.flatMap(t => (t.from && t.to ? [{ from: t.from, to: t.to, count: t.count }] : [])),
    newlySeeded: report.newlySeeded,
    returned: report.returned,
    laps: { count: report.laps.count, medianHours: hours(report.laps.medianHours) },
    lineage: { sharesFromOrders: report.lineage.contents, ordersFromShares: report.lineage.orders },
    gain: null,
    gainReason: report.gain.value === null ? report.gain.reason : null,
  }
}
const share = (s: Share, of: number) => ({ share: decimal(s.share), low: decimal(s.low), high: decimal(s.high), of })
const iso = <T extends { at: Date }>(x: T) => ({ ...x, at: x.at.toISOString() })
const chainToWire = (c: Chain) => ({ parent: iso(c.parent), content: iso(c.content), child: iso(c.child) })

const dayToWire = ({ zone, currency, days }: DayView) => ({
  zone,
  days: days.map(d => ({
    back: d.back,
    from: d.from.toISOString(),
    to: d.to.toISOString(),
    revenue: { minor: (d.revenue.get(currency) ?? 0n).toString(), currency },
    orders: d.orders,
    visitors: d.visitors,
    buyers: d.buyers,
  })),
})

export const insightsRoutes = (insights: Insights): RouteSet =>
  bind('insights', wire, {
    'GET /v1/insights/loop': async ({ caller, query }) => {
      const view = await insights.loop(caller, (query.shop as Id<'shop'> | undefined) ?? null, query.days ?? 28)
      return view.ok ? ok(loopToWire(view.value)) : view
    },
    'GET /v1/insights/today': async ({ caller, query }) => {
      const view = await insights.today(caller, query.shop as Id<'shop'>)
      return view.ok ? ok(dayToWire(view.value)) : view
    },
    'GET /v1/insights/ways': async ({ caller, query }) => {
      const found = await insights.ways(caller, query.shop as Id<'shop'>, query.phase, query.days ?? 28)
      return found.ok ? ok({ ways: [...found.value.ways], posts: [...found.value.posts] }) : found
    },
    'GET /v1/insights/posts': async ({ caller, query }) => {
      const found = await insights.posts(caller, query.shop as Id<'shop'>, query.posts)
      if (!found.ok) return found
      const { asOf, items } = found.value
      return ok({ asOf: asOf.toISOString(), items: items.map(p => ({ ...p, watchedMs: String(p.watchedMs) })) })
    },
    'GET /v1/insights/lineage': async ({ caller, query }) => {
      const page = await insights.lineage(caller, (query.shop as Id<'shop'> | undefined) ?? null, query.cursor, query.limit ?? 20)
      return page.ok ? ok({ chains: page.value.chains.map(chainToWire), next: page.value.next }) : page
    },
    'GET /v1/posts/{id}/numbers': async ({ caller, params }) => {
      const page = await insights.postPage(caller, params.id as Id<'post'>)
      if (!page.ok) return page
      const { asOf, published, all, firstHour, kept, reach, ...rest } = page.value
      return ok({
        ...rest,
        asOf: asOf.toISOString(),
        published: published.toISOString(),
        kept: [...kept],
        reach: [...reach],
        all: { ...all, watchedMs: String(all.watchedMs) },
        firstHour: { ...firstHour, watchedMs: String(firstHour.watchedMs) },
      })
    },
    'GET /v1/posts/{id}/variants': async ({ caller, params }) => {
      const found = await insights.variants(caller, params.id as Id<'post'>)
      if (!found.ok) return found
      const test = found.value && {
        begun: found.value.begun.toISOString(),
        verdict: found.value.verdict,
        items: found.value.items.map(({ chance, ...item }) => ({ ...item, chance: chance?.toFixed(4) ?? null })),
      }
      return ok({ fewestLooks, sureFrom: String(sureFrom), testDays, test })
    },
    'GET /v1/posts/{id}/impact': async ({ caller, params }) => insights.impact(caller, params.id as Id<'post'>),
  })
