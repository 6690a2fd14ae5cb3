import { defineRoutes, done, flag, integer, list, nullable, obj, oneOf, optional, text, textsWire, timeWire } from '#base/http'

const rule = obj({
  jurisdiction: text(2, 1),
  rule: text(40, 1),
  from: text(10, 10),
  to: nullable(text(10, 10)),
  source: text(500, 1),
  /** The row's own values as JSON; engines/trade/rules/rows.ts says which belong to which rule. */
  params: text(400_000, 2),
})
const ruleView = obj({
  /** `CN/limits@2019-01-01` */
  id: text(80),
  jurisdiction: text(2),
  rule: text(40),
  from: text(10),
  to: nullable(text(10)),
  source: text(500),
  /** Beginning of the row's values as JSON; a list is cut. */
  params: text(2000),
  /** Who gave it and when; null for what came with the program. */
  by: nullable(text(48)),
  at: nullable(timeWire),
  replaces: flag,
  /** Whether it counts today. */
  state: oneOf(['holds', 'later', 'ended', 'replaced', 'unreviewed']),
})
export const wire = defineRoutes({
  'GET /v1/trade/rules': {
    summary: 'Rows of law that stand, with their source',
    who: 'operator',
    reply: obj({
      items: list(ruleView),
      /** Rules that ways are reckoned with and of which no row can be used today: `US/duty`, and why. */
      stale: list(obj({ rule: text(60), reason: text(40) })),
    }),
  },
  'PUT /v1/trade/rules': {
    summary: 'Add rows of law, or replace those of the same jurisdiction, rule and first day; all or none',
    who: 'operator',
    rate: 'write',
    bodyLimit: 1_000_000,
    body: obj({ rows: list(rule, { minItems: 1, maxItems: 50 }) }),
    reply: obj({ ids: list(text(80)) }),
  },
  'DELETE /v1/trade/rules': {
    summary: 'Take a row back: the bundled one of its key counts again, or none',
    who: 'operator',
    rate: 'write',
    query: obj({ id: text(80, 1) }),
    reply: done,
  },
  'POST /v1/trade/positive-list': {
    summary:
      'China’s positive list from a CSV (hs, name, remark, bonded_only, excludes, yearly_grams); a wrong line writes nothing',
    who: 'operator',
    rate: 'write',
    bodyLimit: 1_000_000,
    body: obj({ csv: text(800_000, 1), edition: text(100, 1), from: text(10, 10), source: text(500, 1), dryRun: optional(flag) }),
    reply: obj({
      /** The row that was written; null in a trial run and when something is wrong. */
      id: nullable(text(80)),
      lines: integer(0, 100_000),
      /** Against the list that holds on its first day. */
      added: integer(0, 100_000),
      gone: integer(0, 100_000),
      /** Lines of the file, the header is line 1; at most 200. */
      problems: list(obj({ line: integer(1, 1_000_000), why: text(300) })),
    }),
  },
  'GET /v1/trade/hs': {
    summary: 'Tariff codes by digits or by words, with what China’s positive list says of them',
    who: 'anyone',
    query: obj({ find: text(60, 1) }),
    reply: obj({
      items: list(obj({ hs: text(10), name: text(400), chapter: textsWire(80) })),
      /** Why digits are no code. */
      problem: nullable(oneOf(['hs_form', 'hs_unknown'])),
      level: nullable(oneOf(['chapter', 'heading', 'subheading'])),
      /** Null where the list does not have it, or the code has less than 8 digits. */
      listed: nullable(obj({ hs: text(8), name: text(500), remark: nullable(text(500)) })),
    }),
  },
  'GET /v1/trade/consents': {
    summary: 'Texts that buyers agree to, by version',
    who: 'anyone',
    reply: obj({ items: list(obj({ version: text(40), text: textsWire(4000), current: flag })) }),
  },
})
