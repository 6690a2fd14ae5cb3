import { flag, integer, list, moneyWire, nullable, obj, oneOf, text, textsWire, timeWire } from '#base/http'
import { deliveryWays } from '#rooms/accounts'

/** How it is sent, which offers count, what customs is told and at which rate it was exchanged. */
export const sheetWire = {
  delivery: nullable(
    obj({
      key: text(40),
      name: textsWire(80),
      way: oneOf(deliveryWays),
      days: obj({ from: integer(0, 365), to: integer(0, 365) }),
    }),
  ),
  offers: list(obj({ kind: text(20), name: textsWire(120), code: nullable(text(40)), amount: moneyWire })),
  trade: nullable(
    obj({
      mode: oneOf(deliveryWays),
      /** Import taxes are paid with the order; otherwise at the border. */
      collected: flag,
      identityNeeded: flag,
      /** Version of the text to agree to. */
      consent: nullable(text(40)),
      notices: list(text(60)),
      /** What it takes of the buyer's yearly allowance of China, CNY. */
      quota: nullable(moneyWire),
      lines: list(obj({ hs: text(10), duty: moneyWire, excise: moneyWire, vat: moneyWire, other: moneyWire })),
    }),
  ),
  rate: nullable(obj({ from: text(3, 3), to: text(3, 3), rate: text(30), at: timeWire, source: text(80) })),
}
