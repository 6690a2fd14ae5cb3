import { bind, type RouteSet } from '#base/http'
import { type Id, ok } from '#base/kernel'
import type { Content } from './content.ts'
import { wire } from './wire.ts'

export const contentRoutes = (content: Content): RouteSet =>
  bind('content', wire, {
    'POST /v1/posts': ({ caller, body }) => content.create(caller, body),
    'PATCH /v1/posts/{id}': ({ caller, params, body }) => content.change(caller, params.id as Id<'post'>, body),
    'DELETE /v1/posts/{id}': ({ caller, params }) => content.remove(caller, params.id as Id<'post'>),
    'POST /v1/posts/{id}/variants': ({ caller, params, body }) =>
      content.addVariant(caller, params.id as Id<'post'>, body.media as Id<'media'>),
    'DELETE /v1/posts/{id}/variants/{media}': ({ caller, params }) =>
      content.dropVariant(caller, params.id as Id<'post'>, params.media as Id<'media'>),
    'POST /v1/posts/{id}/variants/{media}/keep': ({ caller, params }) =>
      content.keepVariant(caller, params.id as Id<'post'>, params.media as Id<'media'>),
    'GET /v1/me/posts': async ({ caller, query }) => {
      const page = await content.mine(caller, query)
      return page.ok ? ok({ items: [...page.value.items], next: page.value.next }) : page
    },
    'GET /v1/me/posts/{id}': ({ caller, params }) => content.myPost(caller, params.id as Id<'post'>),
    'GET /v1/me/posted': async ({ caller, query }) => {
      const found = await content.postedBefore(caller, query.media.split(','))
      return found.ok ? ok({ items: found.value.map(p => ({ id: p.id, published: p.published.toISOString() })) }) : found
    },
    'GET /v1/shops/{shop}/posts': async ({ caller, params, query }) => {
      const page = await content.ofShop(caller, params.shop as Id<'shop'>, query)
      return page.ok ? ok({ items: [...page.value.items], next: page.value.next }) : page
    },
  })
