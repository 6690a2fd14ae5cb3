import type { Static } from 'typebox'
import { flag, integer, list, moneyWire, nullable, obj, text, textsWire, timeWire } from '#base/http'
import { toWire } from '#base/kernel'
import type { Invoice } from './invoice.ts'

export const invoiceWire = obj({
  number: text(20),
  /** A qualified invoice of Japan: the seller is registered. */
  qualified: flag,
  issued: timeWire,
  supplied: timeWire,
  seller: obj({
    shop: textsWire(120),
    legalName: text(160),
    address: text(300),
    phone: text(40),
    invoiceNumber: nullable(text(14)),
  }),
  buyer: nullable(text(80)),
  lines: list(
    obj({
      name: textsWire(200),
      choice: list(textsWire(60)),
      quantity: integer(1, 99),
      unit: moneyWire,
      amount: moneyWire,
      percent: integer(0, 100),
      reduced: flag,
    }),
  ),
  discount: moneyWire,
  shipping: moneyWire,
  importTax: moneyWire,
  /** Tax by rate, rounded once for each. */
  bands: list(obj({ percent: integer(0, 100), amount: moneyWire, tax: moneyWire })),
  total: moneyWire,
  refunded: moneyWire,
})
export const invoiceView = (i: Invoice): Static<typeof invoiceWire> => ({
  ...i,
  issued: i.issued.toISOString(),
  supplied: i.supplied.toISOString(),
  seller: { ...i.seller },
  lines: i.lines.map(l => ({ ...l, choice: [...l.choice], unit: toWire(l.unit), amount: toWire(l.amount) })),
  discount: toWire(i.discount),
  shipping: toWire(i.shipping),
  importTax: toWire(i.importTax),
  bands: i.bands.map(b => ({ percent: b.percent, amount: toWire(b.amount), tax: toWire(b.tax) })),
  total: toWire(i.total),
  refunded: toWire(i.refunded),
})
