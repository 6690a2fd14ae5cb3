import {
  defineRoutes,
  done,
  flag,
  idOf,
  integer,
  languageWire,
  list,
  nullable,
  obj,
  oneOf,
  optional,
  pageQuery,
  pageWire,
  text,
  timeWire,
} from '#base/http'
import { warningCodes } from './feed-product.ts'
import { changeKinds, outcomes } from './plan.ts'

const count = integer(0, 1_000_000)
export const runWire = obj({
  id: idOf('run'),
  shop: idOf('shp'),
  /** Name of the file, or the host of the address. */
  name: text(300),
  url: nullable(text(2000)),
  language: languageWire,
  kind: nullable(oneOf(['shopify_csv', 'google_xml', 'google_tsv'])),
  state: oneOf(['reading', 'previewed', 'importing', 'done', 'failed']),
  /** Why the whole file was refused, and the row it is about where there is one. */
  fault: nullable(obj({ code: text(60), message: text(1000), row: nullable(integer(0, 10_000_000)) })),
  /** Rows of the file: all, and those that are done in this state. */
  total: count,
  done: count,
  /** Products by what will happen or has happened to them; of those imported, how many still wait for pictures and how many stay drafts. */
  counts: obj({ create: count, update: count, unchanged: count, refused: count, waiting: count, draft: count }),
  scheduled: flag,
  created: timeWire,
  finished: nullable(timeWire),
})
const rowWire = obj({
  n: integer(1, 1_000_000),
  /** The first row of the product, or the one that it was refused for; a spreadsheet's, the header is 1. */
  row: integer(0, 10_000_000),
  rows: integer(1, 1_000_000),
  handle: text(300),
  title: nullable(text(300)),
  outcome: oneOf(outcomes),
  changes: list(oneOf(changeKinds)),
  /** `column`: the header of the cell that it is about, where it is one. */
  fault: nullable(obj({ code: text(60), message: text(1000), column: nullable(text(200)) })),
  warnings: list(obj({ code: oneOf(warningCodes), row: integer(0, 10_000_000), column: nullable(text(200)) })),
  imported: flag,
  product: nullable(idOf('prd')),
  /** `waiting`: pictures are being fetched; `failed`: it stays a draft. The reason also tells of single pictures that could not be had. */
  settling: nullable(oneOf(['waiting', 'done', 'failed'])),
  reason: nullable(obj({ code: text(60), message: text(1000) })),
})
const scheduleWire = obj({
  id: idOf('sch'),
  url: text(2000),
  language: languageWire,
  every: oneOf(['hourly', 'daily']),
  next: timeWire,
  last: nullable(runWire),
})
const shop = obj({ shop: idOf('shp') })
const url = text(2000, 1)

/** Files are sent to POST /v1/shops/{shop}/imports/file as they are (application/octet-stream); exports are GET /v1/shops/{shop}/products.csv and /v1/shops/{slug}/google.xml. */
export const wire = defineRoutes({
  'POST /v1/shops/{shop}/imports': {
    summary: 'Read a catalogue at an address; the answer is a run to watch until its preview is there',
    who: 'staff',
    rate: 'write',
    params: shop,
    body: obj({ url, language: languageWire }),
    reply: runWire,
    status: 201,
  },
  'GET /v1/shops/{shop}/imports': {
    summary: 'The newest imports of a shop',
    who: 'staff',
    params: shop,
    reply: obj({ items: list(runWire) }),
  },
  'GET /v1/imports/{id}': {
    summary: 'An import with its progress',
    who: 'staff',
    params: obj({ id: idOf('run') }),
    reply: runWire,
  },
  'GET /v1/imports/{id}/rows': {
    summary: 'The report, product by product in the order of the file',
    who: 'staff',
    params: obj({ id: idOf('run') }),
    query: obj({ ...pageQuery, outcome: optional(oneOf([...outcomes, 'draft'])) }),
    reply: pageWire(rowWire),
  },
  'POST /v1/imports/{id}/start': {
    summary: 'Import what was previewed',
    who: 'staff',
    rate: 'write',
    params: obj({ id: idOf('run') }),
    reply: runWire,
  },
  'GET /v1/shops/{shop}/import-schedules': {
    summary: 'Addresses that are fetched again by themselves',
    who: 'staff',
    params: shop,
    reply: obj({ items: list(scheduleWire) }),
  },
  'POST /v1/shops/{shop}/import-schedules': {
    summary: 'Fetch and import an address again every hour or day',
    who: 'staff',
    rate: 'write',
    params: shop,
    body: obj({ url, language: languageWire, every: oneOf(['hourly', 'daily']) }),
    reply: scheduleWire,
    status: 201,
  },
  'DELETE /v1/shops/{shop}/import-schedules/{id}': {
    summary: 'Stop fetching an address',
    who: 'staff',
    rate: 'write',
    params: obj({ shop: idOf('shp'), id: idOf('sch') }),
    reply: done,
  },
})
