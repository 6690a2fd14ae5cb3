import { bind, type RouteSet } from '#base/http'
import type { Id } from '#base/kernel'
import type { Feed } from './feed.ts'
import { wire } from './wire.ts'

export const feedRoutes = (feed: Feed): RouteSet =>
  bind('feed', wire, {
    'GET /v1/feed': async ({ caller, query }) =>
      feed.page(caller, {
        scene: query.scene,
        after: query.after,
        limit: query.limit,
        start: query.start as Id<'post'> | undefined,
      }),
    'GET /v1/mall': async ({ caller, query }) => feed.mall(caller, { ...query, shop: query.shop as Id<'shop'> | undefined }),
    'GET /v1/mall/home': () => feed.mallHome(),
    'GET /v1/posts/{id}': async ({ caller, params }) => feed.post(caller, params.id as Id<'post'>),
    'GET /v1/people/{id}/posts': async ({ params, query }) => feed.postsBy(params.id as Id<'person'>, query),
    'GET /v1/products/{id}/posts': async ({ params, query }) => feed.postsShowing(params.id as Id<'product'>, query),
    'GET /v1/feed/why/{post}': async ({ caller, params }) => feed.why(caller, params.post as Id<'post'>),
    'GET /v1/feed/expect': async ({ caller, query }) =>
      feed.expect(caller, { posts: query.posts as Id<'post'>[], after: query.after }),
    'GET /v1/me/taste': async ({ caller }) => feed.taste(caller),
    'DELETE /v1/me/taste': async ({ caller }) => feed.forgetTaste(caller, null),
    'DELETE /v1/me/taste/{tag}': async ({ caller, params }) => feed.forgetTaste(caller, params.tag),
    'GET /v1/posts/{id}/standing': async ({ caller, params }) => feed.standing(caller, params.id as Id<'post'>),
    'GET /v1/feed/heart': async ({ caller }) => feed.heart(caller),
    'POST /v1/feed/weights/preview': async ({ caller, body }) => feed.previewWeights(caller, body),
    'PUT /v1/feed/weights': async ({ caller, body }) => feed.changeWeights(caller, body),
    'GET /v1/feed/experiments': async ({ caller }) => feed.experiments(caller),
    'GET /v1/feed/requests/{id}': async ({ caller, params }) => feed.explain(caller, params.id),
  })
