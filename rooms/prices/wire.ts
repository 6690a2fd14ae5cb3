import { defineRoutes, flag, idOf, integer, list, moneyWire, nullable, obj, text, timeWire } from '#base/http'

/** The price of a variant now. `struck` is there only when the 30-day rule allows it (EU Omnibus: the lowest of the 30 days before). */
export const offerWire = obj({
  variant: idOf('var'),
  price: moneyWire,
  struck: nullable(moneyWire),
  taxIncluded: flag,
  taxPercent: integer(0, 100),
})
export const wire = defineRoutes({
  'GET /v1/products/{id}/offers': {
    summary: "Today's price of every variant; the same for everybody",
    who: 'anyone',
    params: obj({ id: idOf('prd') }),
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
  'PUT /v1/variants/{id}/price': {
    summary: 'Set a price; the old one is kept',
    who: 'staff',
    rate: 'write',
    params: obj({ id: idOf('var') }),
    body: obj({ price: obj({ minor: text(18, 1), currency: text(3, 3) }) }),
    reply: offerWire,
  },
})
