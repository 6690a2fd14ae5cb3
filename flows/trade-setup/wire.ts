import {
  defineRoutes,
  flag,
  idOf,
  integer,
  list,
  nullable,
  obj,
  oneOf,
  optional,
  pageQuery,
  pageWire,
  text,
  textsWire,
} from '#base/http'
import { deliveryWays } from '#rooms/accounts'
import { registrationNames } from '#rooms/trade'

const amount = text(20, 1)
const unit = text(3, 3)
/** What customs, carriers and buyers ask of one thing; what is left out is not known. */
export const factsWire = obj({
  /** 6, 8 or 10 digits; China declares 10. */ hs: optional(text(16, 4)),
  /** Two capitals. */ origin: optional(text(2, 2)),
  netGrams: optional(integer(1, 1_000_000)),
  grossGrams: optional(integer(1, 1_000_000)),
  /** Millilitres or grams that one piece holds, decimal. */ mlOrG: optional(amount),
  /** Sheets or masks in one piece. */ pieces: optional(integer(1, 100_000)),
  /** Words of the rules: aerosol, fresh, cites … */ words: optional(list(text(40, 1), { maxItems: 20 })),
  declaredName: optional(text(250, 1)),
  model: optional(text(510, 1)),
  materials: optional(text(500, 1)),
  /** Customs' codes of units, and how much of the legal ones one piece is. */ unit: optional(unit),
  legalUnit: optional(unit),
  legalQuantity: optional(amount),
  legalUnit2: optional(unit),
  legalQuantity2: optional(amount),
  barcode: optional(text(50, 1)),
  /** Number in the ledger of the bonded warehouse. */ recordNo: optional(text(30, 1)),
  lot: optional(text(60, 1)),
  shelfLifeDays: optional(integer(1, 36_500)),
  /** Safety papers. */ papers: optional(list(idOf('med'), { maxItems: 20 })),
})
const shop = obj({ shop: idOf('shp') })
const names = list(obj({ name: oneOf(registrationNames), value: text(200, 1) }), { maxItems: 60 })
const registrations = obj({ version: integer(0, 1_000_000_000), names })
const productFacts = obj({
  product: idOf('prd'),
  facts: factsWire,
  /** Where a variant differs. */ variants: list(obj({ variant: idOf('var'), facts: factsWire })),
})
const market = text(2, 2)
const verdict = {
  ready: flag,
  /** Facts that are missing, of any variant; `responsible` is the product's own. */
  missing: list(text(40)),
  /** Why one piece can't be sent: a code of the rules; null when nothing is against it or facts are missing. */
  reason: nullable(text(60)),
}

export const wire = defineRoutes({
  'GET /v1/shops/{shop}/trade/registrations': {
    summary: 'What a shop is registered as, in China and for tax schemes elsewhere',
    who: 'staff',
    params: shop,
    reply: registrations,
  },
  'PUT /v1/shops/{shop}/trade/registrations': {
    summary: 'Say all registrations anew; the version guards against a second editor',
    who: 'staff',
    rate: 'write',
    params: shop,
    body: registrations,
    reply: registrations,
  },
  'GET /v1/products/{id}/trade-facts': {
    summary: 'What customs asks of a product and of its variants, as it is known',
    who: 'staff',
    params: obj({ id: idOf('prd') }),
    reply: productFacts,
  },
  'PUT /v1/products/{id}/trade-facts': {
    summary: 'Say the facts of a product anew, or of one variant where it differs',
    who: 'staff',
    rate: 'write',
    params: obj({ id: idOf('prd') }),
    body: obj({ variant: optional(idOf('var')), facts: factsWire }),
    reply: productFacts,
  },
  'GET /v1/shops/{shop}/trade/readiness': {
    summary: 'What a shop still needs before it may sell into a market, and why',
    who: 'staff',
    params: shop,
    query: obj({ market }),
    reply: obj({
      market,
      /** The country, or the union whose rules hold there; null where no rules are known. */
      territory: nullable(text(2)),
      /** In which buyers there pay. */
      currency: text(3, 3),
      /** Everything that is not optional is there, and a way that the shop offers is open. */
      ready: flag,
      /** Ways by which the shop sends there. */
      ways: list(oneOf(deliveryWays)),
      requirements: list(obj({ code: text(40), ok: flag, missing: list(text(200)), optional: flag })),
      /** Every way into the market: offered by the shop or not, and what closes it. Empty where no border is crossed. */
      modes: list(obj({ way: text(20), offered: flag, closedBy: list(text(40)) })),
      /** Rules that the ways are reckoned with, and the rows that hold today. */
      law: list(obj({ rule: text(40), from: nullable(text(10)), source: nullable(text(500)), stale: nullable(text(40)) })),
    }),
  },
  'GET /v1/shops/{shop}/trade/readiness/products': {
    summary: 'Products of a shop and whether each is ready to sell into a market by a way',
    who: 'staff',
    params: shop,
    query: obj({
      market,
      way: oneOf(deliveryWays),
      only: optional(oneOf(['ready', 'not_ready'])),
      words: optional(text(100)),
      ...pageQuery,
    }),
    reply: pageWire(obj({ product: idOf('prd'), name: textsWire(200), ...verdict })),
  },
  'GET /v1/products/{id}/trade-readiness': {
    summary: 'Whether a product is ready to sell in each market that its shop sends to, by each way',
    who: 'staff',
    params: obj({ id: idOf('prd') }),
    reply: obj({
      product: idOf('prd'),
      /** Countries with the same rules stand together. */
      items: list(obj({ markets: list(market), way: oneOf(deliveryWays), ...verdict })),
    }),
  },
})
