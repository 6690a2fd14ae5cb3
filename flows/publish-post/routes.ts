import { bind, type RouteSet } from '#base/http'
import type { Id } from '#base/kernel'
import type { PublishPost } from './flow.ts'
import { wire } from './wire.ts'

export const publishPostRoutes = (flow: PublishPost): RouteSet =>
  bind('publish-post', wire, {
    'PUT /v1/posts/{id}/schedule': ({ caller, params, body }) =>
      flow.schedule(caller, params.id as Id<'post'>, new Date(body.at)),
    'DELETE /v1/posts/{id}/schedule': ({ caller, params }) => flow.withdraw(caller, params.id as Id<'post'>),
    'POST /v1/posts/{id}/publish': ({ caller, params }) => flow.publish(caller, params.id as Id<'post'>),
  })
