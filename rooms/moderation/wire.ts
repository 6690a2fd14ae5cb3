import { defineRoutes, idOf, nullable, obj, oneOf, optional, pageQuery, pageWire, text, timeWire } from '#base/http'

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
    reply: obj({ decision: nullable(decisionWire) }),
  },
})
