import { bind, type RouteSet } from '#base/http'
import { type Id, ok } from '#base/kernel'
import type { Notices, Setting } from './notices.ts'
import { wire } from './wire.ts'

const shown = (kinds: Setting[]) => ok({ kinds })

export const noticesRoutes = (notices: Notices): RouteSet =>
  bind('notices', wire, {
    'GET /v1/me/notices': ({ caller, query }) => notices.inbox(caller, query),
    'GET /v1/me/notices/unread': async ({ caller }) => ok({ unread: await notices.unread(caller) }),
    'PUT /v1/me/notices/{id}/read': ({ caller, params }) => notices.read(caller, { id: params.id }),
    'POST /v1/me/notices/read': ({ caller, body }) => notices.read(caller, { until: new Date(body.until) }),
    'GET /v1/me/notice-settings': async ({ caller }) => shown(await notices.settings(caller)),
    'PUT /v1/me/notice-settings/{kind}': async ({ caller, params, body }) => shown(await notices.set(caller, params.kind, body)),
    'GET /v1/me/alerts': ({ caller, query }) => notices.alerts(caller, query),
    'PUT /v1/products/{id}/price-alert': ({ caller, params }) => notices.setPriceAlert(caller, params.id as Id<'product'>),
    'DELETE /v1/products/{id}/price-alert': async ({ caller, params }) => {
      await notices.dropPriceAlert(caller, params.id as Id<'product'>)
      return ok({ ok: true as const })
    },
    'PUT /v1/variants/{id}/restock-alert': ({ caller, params }) => notices.setRestockAlert(caller, params.id as Id<'variant'>),
    'DELETE /v1/variants/{id}/restock-alert': async ({ caller, params }) => {
      await notices.dropRestockAlert(caller, params.id as Id<'variant'>)
      return ok({ ok: true as const })
    },
  })
