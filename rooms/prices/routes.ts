import { bind, type RouteSet } from '#base/http'
import { type Clock, type Id, ok, toWire } from '#base/kernel'
import type { MarketPrice } from './market-prices.ts'
import type { Current, Prices } from './prices.ts'
import type { MarketRate } from './rates.ts'
import { wire } from './wire.ts'

const offerToWire = (o: Current & { variant: string }) => ({
  variant: o.variant,
  price: toWire(o.price),
  struck: o.struck && toWire(o.struck.price),
  basis: o.struck?.basis ?? null,
  percent: o.struck?.percent ?? 0,
  taxIncluded: true,
  taxPercent: Number(o.taxPercent),
})

const rateToWire = ({ id: _, at, ...r }: MarketRate) => ({ ...r, at: at.toISOString() })
const listsToWire = (items: readonly MarketPrice[]) => ({ items: items.map(p => ({ ...p, price: toWire(p.price) })) })

export const pricesRoutes = (prices: Prices, clock: Clock): RouteSet =>
  bind('prices', wire, {
    'GET /v1/products/{id}/offers': async ({ params, query }) => {
      const found = await prices.offers(params.id as Id<'product'>, query.market)
      return found.ok
        ? ok({
            offers: found.value.offers.map(offerToWire),
            from: found.value.from && toWire(found.value.from),
            asOf: clock.now().toISOString(),
          })
        : found
    },
    'GET /v1/products/{id}/price-history': async ({ params }) => {
      const found = await prices.history(params.id as Id<'product'>)
      if (!found.ok) return found
      const { asOf, points, variants } = found.value
      return ok({
        asOf: asOf.toISOString(),
        points: points.map(p => ({ at: p.at.toISOString(), variant: p.variant, price: toWire(p.price) })),
        variants: variants.map(v => ({
          variant: v.variant,
          since: v.since.toISOString(),
          low30: toWire(v.low30),
          low90: toWire(v.low90),
          low90At: v.low90At.toISOString(),
        })),
      })
    },
    'GET /v1/rates': async () => ok({ items: (await prices.rates()).map(rateToWire) }),
    'POST /v1/rates': async ({ caller, body }) => {
      const set = await prices.setRates(caller, body)
      return set.ok ? ok({ items: set.value.map(rateToWire) }) : set
    },
    'GET /v1/products/{id}/market-prices': async ({ caller, params }) => {
      const found = await prices.marketPrices(caller, params.id as Id<'product'>)
      return found.ok ? ok(listsToWire(found.value)) : found
    },
    'PUT /v1/variants/{id}/market-prices/{market}': async ({ caller, params, body }) => {
      const set = await prices.setMarketPrice(caller, { ...body, variant: params.id as Id<'variant'>, market: params.market })
      return set.ok ? ok(listsToWire(set.value)) : set
    },
    'PUT /v1/variants/{id}/price': async ({ caller, params, body }) => {
      const set = await prices.setPrice(caller, params.id as Id<'variant'>, body.price)
      return set.ok ? ok(offerToWire(set.value)) : set
    },
  })
