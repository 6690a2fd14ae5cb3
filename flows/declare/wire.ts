import {
  defineRoutes,
  done,
  flag,
  idOf,
  integer,
  list,
  moneyWire,
  nullable,
  obj,
  oneOf,
  optional,
  pageQuery,
  pageWire,
  text,
  timeWire,
} from '#base/http'
import { declarationViews, documentCodes } from '#rooms/trade'

export const declarationStates = [
  'created',
  'paid',
  'rejected',
  'matched',
  'sent',
  'list_rejected',
  'cancelling',
  'cancelled',
  'released',
  'delivered',
  'returning',
  'returned',
  'closed',
] as const
const parcel = obj({
  /** The carrier's number; the order's own tracking when it is missing. */ waybillNo: optional(text(60, 1)),
  grossGrams: optional(integer(1, 100_000_000)),
  pieces: optional(integer(1, 10_000)),
  /** Master bill, vehicle and voyage: a direct parcel (9610) names all three. */
  masterNo: optional(text(37, 1)),
  vehicle: optional(text(100, 1)),
  voyage: optional(text(32, 1)),
  contents: optional(text(100, 1)),
})
const declaration = obj({
  order: idOf('ord'),
  number: text(20),
  shop: idOf('shp'),
  state: oneOf(declarationStates),
  /** Every check is green, for the documents as they are. */
  sendable: flag,
  /** What was compared; personal values masked. */
  checks: list(obj({ code: text(40), ok: flag, values: list(obj({ name: text(60), value: text(600) })) })),
  parcel,
  documents: list(
    obj({
      code: integer(311, 625),
      standing: text(20),
      attempts: integer(0, 1000),
      status: nullable(text(20)),
      reason: nullable(text(20)),
    }),
  ),
  /** Numbers that customs gave the list. */ preNo: nullable(text(40)),
  invtNo: nullable(text(40)),
  /** When customs released the goods, and until when a return can be applied for. */ released: nullable(timeWire),
  returnUntil: nullable(timeWire),
  created: timeWire,
  updated: timeWire,
  closed: nullable(timeWire),
})
/** As the documents have it; null while there are none, and after their end. */
const declared = nullable(
  obj({
    waybillNo: text(60),
    grossGrams: integer(0, 2_000_000_000),
    netGrams: integer(0, 2_000_000_000),
    pieces: integer(0, 1_000_000),
    contents: text(300),
    /** Lines of the list: a return names them by number. `returned`: pieces that came back already. */
    goods: list(
      obj({
        ...{ line: integer(1, 999), name: text(300), quantity: integer(0, 1_000_000_000), returned: integer(0, 1_000_000_000) },
        price: moneyWire,
      }),
    ),
  }),
)
const count = integer(0, 1_000_000_000)
const one = obj({ order: idOf('ord') })
const shop = obj({ shop: idOf('shp') })
const xml = text(900_000, 1)

export const wire = defineRoutes({
  'GET /v1/shops/{shop}/declarations': {
    summary: 'Customs declarations of a shop, the newest first',
    who: 'staff',
    params: shop,
    query: obj({
      state: optional(oneOf(declarationStates)),
      /** Whose turn it is: the shop's, customs', or nobody's: released, ended. */
      view: optional(oneOf(declarationViews)),
      ...pageQuery,
    }),
    reply: pageWire(declaration),
  },
  'GET /v1/shops/{shop}/declaration-counts': {
    summary: 'How many declarations of a shop there are in each view',
    who: 'staff',
    params: shop,
    reply: obj({ todo: count, under_way: count, released: count, ended: count }),
  },
  'GET /v1/declarations/{order}': {
    summary: 'The declaration of an order with its checks and messages',
    who: 'staff',
    params: one,
    reply: obj({
      declaration,
      declared,
      /** Messages go by themselves; otherwise documents are downloaded and receipts uploaded. */
      connected: flag,
      messages: list(
        obj({
          direction: oneOf(['out', 'in']),
          code: integer(311, 626),
          at: timeWire,
          sent: nullable(timeWire),
          outcome: nullable(text(60)),
          /** What customs said; names and numbers masked. */ words: nullable(text(1000)),
        }),
      ),
    }),
  },
  'PUT /v1/declarations/{order}/parcel': {
    summary: 'What the parcel weighs and how it travels; documents are built and checked anew',
    who: 'staff',
    rate: 'write',
    params: one,
    body: parcel,
    reply: declaration,
  },
  'POST /v1/declarations/{order}/check': {
    summary: 'Build the documents anew from what is known now, and check them',
    who: 'staff',
    rate: 'write',
    params: one,
    reply: declaration,
  },
  'POST /v1/declarations/{order}/send': {
    summary:
      'Send what is due, the first time or after a refusal; refused while a check is red (trade_refused, reason checks_red)',
    who: 'staff',
    rate: 'write',
    params: one,
    reply: declaration,
  },
  'POST /v1/declarations/{order}/cancel': {
    summary: 'Cancel a list that is not released (623); give it up before it has gone',
    who: 'staff',
    rate: 'write',
    params: one,
    body: obj({ reason: text(200, 1) }),
    reply: declaration,
  },
  'POST /v1/declarations/{order}/return': {
    summary: 'Apply for a return (625), within 30 days of release; without lines everything that is left comes back',
    who: 'staff',
    rate: 'write',
    params: one,
    body: obj({
      reason: text(200, 1),
      lines: optional(list(obj({ line: integer(1, 999), quantity: integer(1, 999_999) }), { maxItems: 200 })),
    }),
    reply: declaration,
  },
  'GET /v1/declarations/{order}/documents/{code}': {
    summary:
      'A document as XML: names, numbers and address masked; in clear for owners, and then it is written down who read it and why',
    who: 'staff',
    params: obj({ order: idOf('ord'), code: oneOf(documentCodes) }),
    query: obj({ clear: optional(oneOf(['yes'])), why: optional(text(200, 1)) }),
    reply: obj({ xml: text(2_000_000), masked: flag }),
  },
  'POST /v1/shops/{shop}/customs-receipts': {
    summary: 'Upload a receipt of customs by hand',
    who: 'staff',
    rate: 'write',
    params: shop,
    body: obj({ xml }),
    reply: obj({
      items: list(obj({ order: nullable(idOf('ord')), code: integer(311, 625), status: text(20), outcome: text(20) })),
    }),
  },
  'POST /v1/customs/receipts': {
    summary: 'A receipt from the agent’s program: signature is base64 of HMAC-SHA256 over `at.xml` with ENISHI_CUSTOMS_SECRET',
    who: 'anyone',
    rate: 'write',
    body: obj({ xml, at: timeWire, signature: text(100, 1) }),
    reply: done,
  },
  'POST /v1/customs/payment-data': {
    summary: 'Announcement 179: customs asks for the payment of an order; the signed data goes up by its own way',
    who: 'anyone',
    rate: 'write',
    body: obj({ orderNo: text(60, 1), sessionID: text(64, 1), serviceTime: integer(0, 9_999_999_999_999) }),
    reply: obj({ code: text(10), message: text(200), serviceTime: integer(0, 9_999_999_999_999) }),
  },
})
