import { defineRoutes, flag, idOf, integer, list, moneyWire, nullable, obj, oneOf, optional, text, timeWire } from '#base/http'

const rateWire = obj({
  from: text(3, 3),
  to: text(3, 3),
  /** One major unit of `from` in major units of `to`, spread included; a decimal as text. */
  rate: text(40),
  mid: text(30),
  spreadBps: integer(0, 1000),
  at: timeWire,
  source: text(80),
})
const marketPricesWire = obj({ items: list(obj({ variant: idOf('var'), market: text(2, 2), price: moneyWire })) })

/** The price of a variant now. `struck` is there only when the law of the buyer's country allows it (engines/trade, price claims). */
export const offerWire = obj({
  variant: idOf('var'),
  price: moneyWire,
  struck: nullable(moneyWire),
  /** What the struck price is: every country's law wants another sentence beside it. */
  basis: nullable(oneOf(['lowest_before', 'recent_price', 'lowest_executed', 'last_executed'])),
  /** Whole percent off the struck price; 0 without one. */
  percent: integer(0, 100),
  taxIncluded: flag,
  taxPercent: integer(0, 100),
})
export const wire = defineRoutes({
  'GET /v1/products/{id}/offers': {
    summary: "Today's price of every variant; the same for everybody",
    who: 'anyone',
    params: obj({ id: idOf('prd') }),
    /** The buyer's country, for the law of struck prices; without it the strictest rule and that of the shop's country. */
    query: obj({ market: optional(text(2, 2)) }),
    reply: obj({ offers: list(offerWire), from: nullable(moneyWire), asOf: timeWire }),
  },
  'GET /v1/products/{id}/price-history': {
    summary: 'Every price of the last 90 days, with the lows of each variant',
    who: 'anyone',
    params: obj({ id: idOf('prd') }),
    reply: obj({
      asOf: timeWire,
      points: list(obj({ at: timeWire, variant: idOf('var'), price: moneyWire })),
      /** `since`: where a variant's line begins, with its first price or 90 days ago. Lows are of the variant alone. */
      variants: list(obj({ variant: idOf('var'), since: timeWire, low30: moneyWire, low90: moneyWire, low90At: timeWire })),
    }),
  },
  'GET /v1/rates': { summary: 'The newest rate of exchange of every pair', who: 'anyone', reply: obj({ items: list(rateWire) }) },
  'POST /v1/rates': {
    summary: "Today's rates of exchange; the old ones are kept",
    who: 'operator',
    rate: 'write',
    body: obj({
      source: text(80, 1),
      rates: list(obj({ from: text(3, 3), to: text(3, 3), mid: text(20, 1), spreadBps: integer(0, 1000) }), {
        minItems: 1,
        maxItems: 200,
      }),
    }),
    reply: obj({ items: list(rateWire) }),
    status: 201,
  },
  'GET /v1/products/{id}/market-prices': {
    summary: 'Prices of a product in single markets',
    who: 'staff',
    params: obj({ id: idOf('prd') }),
    reply: marketPricesWire,
  },
  'PUT /v1/variants/{id}/market-prices/{market}': {
    summary: 'Set a price for one market, or end it with null: the exchanged price counts again',
    who: 'staff',
    rate: 'write',
    params: obj({ id: idOf('var'), market: text(2, 2) }),
    body: obj({ price: nullable(obj({ minor: text(18, 1), currency: text(3, 3) })) }),
    reply: marketPricesWire,
  },
  'PUT /v1/variants/{id}/price': {
    summary: 'Set a price; the old one is kept',
    who: 'staff',
    rate: 'write',
    params: obj({ id: idOf('var') }),
    body: obj({ price: obj({ minor: text(18, 1), currency: text(3, 3) }) }),
    reply: offerWire,
  },
})
