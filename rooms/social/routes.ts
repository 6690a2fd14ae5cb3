import { bind, type ErrorCode, type RouteSet } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import type { Social } from './social.ts'
import { wire } from './wire.ts'

const done = <T>(result: Result<T, ErrorCode>): Result<{ ok: true }, ErrorCode> => (result.ok ? ok({ ok: true }) : result)

export const socialRoutes = (social: Social): RouteSet =>
  bind('social', wire, {
    'PUT /v1/posts/{id}/like': ({ caller, params, body }) => social.mark(caller, 'like', params.id, body.source),
    'DELETE /v1/posts/{id}/like': ({ caller, params }) => social.unmark(caller, 'like', params.id),
    'PUT /v1/posts/{id}/save': ({ caller, params, body }) => social.mark(caller, 'save', params.id, body.source),
    'DELETE /v1/posts/{id}/save': ({ caller, params }) => social.unmark(caller, 'save', params.id),
    'PUT /v1/products/{id}/save': ({ caller, params, body }) => social.mark(caller, 'product_save', params.id, body.source),
    'DELETE /v1/products/{id}/save': ({ caller, params }) => social.unmark(caller, 'product_save', params.id),
    'GET /v1/me/saves': ({ caller, query }) => social.saves(caller, query),
    'PUT /v1/me/saves/{subject}/collection': ({ caller, params, body }) =>
      social.moveSave(caller, params.subject, body.collection),
    'GET /v1/me/collections': async ({ caller }) => ok({ items: await social.collections(caller) }),
    'POST /v1/me/collections': ({ caller, body }) => social.makeCollection(caller, body.name),
    'PATCH /v1/me/collections/{id}': ({ caller, params, body }) => social.changeCollection(caller, params.id, body),
    'DELETE /v1/me/collections/{id}': ({ caller, params }) => social.dropCollection(caller, params.id),
    'GET /v1/me/follows': ({ caller, query }) => social.myFollows(caller, query),
    'GET /v1/me/likes': ({ caller, query }) => social.likes(caller, query),
    'GET /v1/me/comments': ({ caller, query }) => social.myComments(caller, query),
    'PUT /v1/posts/{id}/not-interested': async ({ caller, params, body }) =>
      done(await social.mark(caller, 'not_interested', params.id, body.source)),
    'DELETE /v1/posts/{id}/not-interested': async ({ caller, params }) =>
      done(await social.unmark(caller, 'not_interested', params.id)),
    'PUT /v1/people/{id}/follow': ({ caller, params, body }) => social.follow(caller, params.id as Id<'person'>, body.source),
    'DELETE /v1/people/{id}/follow': ({ caller, params }) => social.unfollow(caller, params.id as Id<'person'>),
    'PUT /v1/people/{id}/block': ({ caller, params }) => social.block(caller, params.id as Id<'person'>),
    'DELETE /v1/people/{id}/block': ({ caller, params }) => social.unblock(caller, params.id as Id<'person'>),
    'GET /v1/people/{id}/standing': async ({ caller, params }) => {
      const found = await social.standing(caller, params.id as Id<'person'>)
      return found ? ok(found) : refuse('not_found', 'There is no such person')
    },
    'GET /v1/posts/{id}/comments': ({ caller, params, query }) => social.comments(caller, params.id as Id<'post'>, query),
    'POST /v1/posts/{id}/comments': ({ caller, params, body }) => social.writeComment(caller, params.id as Id<'post'>, body),
    'GET /v1/shops/{shop}/unanswered-comments': ({ caller, params, query }) =>
      social.unanswered(caller, params.shop as Id<'shop'>, query),
    'GET /v1/comments/{id}': ({ caller, params }) => social.comment(caller, params.id),
    'DELETE /v1/comments/{id}': ({ caller, params }) => social.removeComment(caller, params.id),
    'POST /v1/shares': ({ caller, body }) => social.share(caller, body),
    'POST /v1/shares/{id}/opened': ({ caller, params }) => social.openShare(caller, params.id),
  })
