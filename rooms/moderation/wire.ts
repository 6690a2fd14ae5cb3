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
  share,
  text,
  timeWire,
} from '#base/http'

export const reportReasons = [
  'spam',
  'counterfeit',
  'misleading',
  'hidden_ad',
  'unsafe',
  'hate',
  'nudity',
  'personal_data',
  'other',
] as const
export const subjectWire = obj({ kind: oneOf(['post', 'comment', 'product', 'review', 'person', 'shop']), id: text(48, 5) })
const reportWire = obj({
  subject: subjectWire,
  reports: obj({ count: text(9), reasons: text(400) }),
  firstAt: timeWire,
  lastAt: timeWire,
  notes: text(4000),
  /** What machines found: `copy` of another post, or what the optional classifier says. */
  signals: list(obj({ flag: oneOf(['copy', 'nudity']), of: nullable(idOf('pst')), share: nullable(share) })),
  state: oneOf(['open', 'removed', 'kept']),
})
const decisionWire = obj({
  id: idOf('dec'),
  subject: subjectWire,
  action: oneOf(['remove', 'restore', 'keep']),
  reason: text(40),
  explanation: text(2000),
  by: idOf('per'),
  at: timeWire,
})

/** Until when a removal can be appealed, and the appeal that was made; `outcome` is null while it waits. */
export const appealStanding = obj({
  until: timeWire,
  made: nullable(
    obj({
      id: idOf('apl'),
      text: text(2000),
      at: timeWire,
      outcome: nullable(oneOf(['upheld', 'reversed'])),
      explanation: nullable(text(2000)),
      answered: nullable(timeWire),
    }),
  ),
})

export const wire = defineRoutes({
  'POST /v1/reports': {
    summary: 'Report something',
    who: 'guest',
    rate: 'write',
    body: obj({ subject: subjectWire, reason: oneOf(reportReasons), note: optional(text(1000)) }),
    reply: obj({ id: idOf('rpt') }),
    status: 201,
  },
  'GET /v1/moderation/queue': {
    summary: 'Open reports, most reported first',
    who: 'operator',
    query: obj({ ...pageQuery, state: optional(oneOf(['open', 'removed', 'kept'])) }),
    reply: pageWire(reportWire),
  },
  'POST /v1/moderation/decisions': {
    summary: 'Remove, restore or keep a subject, with a reason',
    who: 'operator',
    rate: 'write',
    body: obj({
      subject: subjectWire,
      action: oneOf(['remove', 'restore', 'keep']),
      reason: oneOf(reportReasons),
      explanation: text(2000, 1),
    }),
    reply: decisionWire,
    status: 201,
  },
  'GET /v1/moderation/decisions': {
    summary: 'Past decisions',
    who: 'operator',
    query: obj({ ...pageQuery, kind: optional(text(20)), id: optional(text(48)) }),
    reply: pageWire(decisionWire),
  },
  'GET /v1/moderation/statements/{kind}/{id}': {
    summary: 'Why something of mine was removed',
    who: 'guest',
    params: obj({ kind: text(20), id: text(48, 5) }),
    reply: obj({ decision: nullable(decisionWire), appeal: nullable(appealStanding) }),
  },
  'GET /v1/me/decisions': {
    summary: 'What was removed or restored of mine and why, newest first, with where an appeal stands',
    who: 'guest',
    query: obj(pageQuery),
    reply: pageWire(obj({ decision: decisionWire, appeal: nullable(appealStanding), holds: flag })),
  },
  'POST /v1/moderation/appeals': {
    summary: 'Say why the removal of something of mine is wrong: once, within six months',
    who: 'guest',
    rate: 'write',
    body: obj({ subject: subjectWire, text: text(2000, 1) }),
    reply: appealStanding,
    status: 201,
  },
  'GET /v1/moderation/appeals': {
    summary: 'Appeals that wait, oldest first, or that were answered, newest first',
    who: 'operator',
    query: obj({ ...pageQuery, state: optional(oneOf(['open', 'answered'])) }),
    reply: obj({
      items: list(
        obj({
          decision: decisionWire,
          appeal: appealStanding,
          /** The caller made the decision. With another operator there, they may not answer. */
          own: flag,
          mayAnswer: flag,
        }),
      ),
      next: nullable(text(400)),
      operators: integer(0, 1_000_000),
    }),
  },
  'GET /v1/moderation/waiting': {
    summary: 'How many subjects with open reports and how many appeals wait',
    who: 'operator',
    reply: obj({ reports: integer(0, 1_000_000_000), appeals: integer(0, 1_000_000_000) }),
  },
  'POST /v1/moderation/appeals/{id}/answer': {
    summary:
      'Uphold a decision or reverse it, which restores its subject; not by who made the decision, unless they are the only operator',
    who: 'operator',
    rate: 'write',
    params: obj({ id: idOf('apl') }),
    body: obj({ outcome: oneOf(['upheld', 'reversed']), explanation: text(2000, 1) }),
    reply: appealStanding,
  },
})
