import { bind, type RouteSet } from '#base/http'
import type { Moderation } from './moderation.ts'
import { wire } from './wire.ts'

export const moderationRoutes = (moderation: Moderation): RouteSet =>
  bind('moderation', wire, {
    'POST /v1/reports': ({ caller, body }) => moderation.fileReport(caller, body),
    'GET /v1/moderation/queue': ({ caller, query }) => moderation.queue(caller, query),
    'POST /v1/moderation/decisions': ({ caller, body }) => moderation.decide(caller, body),
    'GET /v1/moderation/decisions': ({ caller, query }) => moderation.decisions(caller, query),
    'GET /v1/moderation/statements/{kind}/{id}': ({ caller, params }) => moderation.statement(caller, params),
    'GET /v1/me/decisions': ({ caller, query }) => moderation.mine(caller, query),
    'POST /v1/moderation/appeals': ({ caller, body }) => moderation.appeal(caller, body),
    'GET /v1/moderation/appeals': ({ caller, query }) => moderation.appeals(caller, query),
    'GET /v1/moderation/waiting': ({ caller }) => moderation.waiting(caller),
    'POST /v1/moderation/appeals/{id}/answer': ({ caller, params, body }) => moderation.answer(caller, params.id, body),
  })
