import { bind, type RouteSet } from '#base/http'
import { type Id, ok } from '#base/kernel'
import type { Rating } from './review.ts'
import type { Ask, Reviews } from './reviews.ts'
import { wire } from './wire.ts'

const ratingToWire = (r: Rating) => ({
  count: r.count,
  mean: r.mean,
  stars: { 1: r.stars[0], 2: r.stars[1], 3: r.stars[2], 4: r.stars[3], 5: r.stars[4] },
  withMedia: r.withMedia,
})
const askToWire = (a: Ask) => ({
  line: a.line,
  order: a.order,
  product: a.product,
  deliveredAt: (a.deliveredAt as Date).toISOString(),
  pulse: a.pulse,
  reviewed: a.reviewed,
  askFrom: a.askFrom.toISOString(),
})

export const reviewsRoutes = (reviews: Reviews): RouteSet =>
  bind('reviews', wire, {
    'GET /v1/products/{id}/rating': async ({ params }) => ok(ratingToWire(await reviews.rating(params.id as Id<'product'>))),
    'GET /v1/products/{id}/reviews': async ({ caller, params, query }) =>
      mutable(await reviews.list(caller, params.id as Id<'product'>, query)),
    'POST /v1/reviews': async ({ caller, body }) => reviews.write(caller, body),
    'GET /v1/reviews/{id}': ({ caller, params }) => reviews.one(caller, params.id as Id<'review'>),
    'POST /v1/reviews/{id}/reply': async ({ caller, params, body }) =>
      reviews.reply(caller, params.id as Id<'review'>, body.text),
    'GET /v1/me/reviews': async ({ caller, query }) => mutable(await reviews.mine(caller, query)),
    'GET /v1/me/review-asks': async ({ caller, query }) => {
      const page = await reviews.asks(caller, query)
      return page.ok ? ok({ items: page.value.items.map(askToWire), next: page.value.next }) : page
    },
    'POST /v1/pulses': async ({ caller, body }) => {
      const ask = await reviews.pulse(caller, body.line as Id<'line'>, body.score)
      return ask.ok ? ok(askToWire(ask.value)) : ask
    },
    'GET /v1/shops/{shop}/reviews': async ({ caller, params, query }) =>
      mutable(await reviews.listOfShop(caller, params.shop as Id<'shop'>, query)),
  })

const mutable = <T, R extends { ok: false }>(r: { ok: true; value: { items: readonly T[]; next: string | null } } | R) =>
  r.ok ? ok({ items: [...r.value.items], next: r.value.next }) : r
