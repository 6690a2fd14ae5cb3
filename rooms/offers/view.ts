import type { Static } from 'typebox'
import { money, toWire } from '#base/kernel'
import type { OfferRow } from './store.ts'
import type { offerWire, wire } from './wire.ts'

export type OfferWire = Static<typeof offerWire>
type Running = Static<(typeof wire)['GET /v1/shops/{shop}/running-offers']['reply']>['items'][number]

const amounts = (o: OfferRow) => (minor: bigint | null) => (minor === null ? null : toWire(money(minor, o.currency)))
const always = (o: OfferRow, minor: bigint) => toWire(money(minor, o.currency))

export function offerToWire(o: OfferRow): OfferWire {
  const amount = amounts(o)
  return {
    ...{ id: o.id, shop: o.shop, kind: o.kind, layer: o.layer, name: o.name, state: o.state, standing: o.standing },
    ...{ version: o.version, funding: o.funding, code: o.code },
    starts: o.starts.toISOString(),
    ends: o.ends?.toISOString() ?? null,
    markets: [...o.markets],
    products: [...o.products],
    categories: [...o.categories],
    minimum: amount(o.minimum),
    percent: o.percent,
    amount: amount(o.amount),
    buy: o.buy,
    get: o.get,
    items: o.items.map(i => ({
      variant: i.variant,
      product: i.product,
      price: always(o, i.price),
      limit: i.pieces_limit,
      sold: i.pieces,
    })),
    used: o.uses,
    uses: o.uses_limit,
    perPerson: o.per_person,
    spent: always(o, o.spent),
    budget: amount(o.budget),
  }
}

/** The exact rest is the shop's business; shoppers see at most this many pieces left. */
const shownAtMost = 99
export function runningToWire(o: OfferRow): Running {
  const { id, kind, name, starts, ends, products, categories, minimum, percent, amount, buy, get, perPerson } = offerToWire(o)
  const items = o.items.map(i => ({
    variant: i.variant,
    product: i.product,
    price: always(o, i.price),
    left: i.pieces_limit === null ? null : Math.min(shownAtMost, i.pieces_limit - i.pieces),
  }))
  return { id, kind, name, starts, ends, products, categories, minimum, percent, amount, buy, get, perPerson, items }
}
