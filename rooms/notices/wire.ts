import {
  defineRoutes,
  done,
  flag,
  idOf,
  integer,
  list,
  moneyWire,
  nullable,
  obj,
  oneOf,
  pageQuery,
  pageWire,
  text,
  textsWire,
  timeWire,
} from '#base/http'
import { personCard } from '#rooms/accounts'
import { noticeKinds } from './kinds.ts'

const count = integer(0, 2_000_000_000)
/** One notice. `step` says which of its kind: a step of an order, what was answered, what came of a post; empty for others. */
export const noticeWire = obj({
  id: idOf('ntc'),
  kind: oneOf(noticeKinds),
  step: text(20),
  at: timeWire,
  read: flag,
  subject: obj({ kind: oneOf(['order', 'product', 'post', 'person']), id: text(48) }),
  /** Who did it; null when nobody in particular, or when they have left. */
  person: nullable(personCard),
  /** The product's or the shop's name; null when it is gone. */
  title: nullable(textsWire(200)),
  /** The post's caption or the order's number. */
  words: text(2200),
  picture: nullable(text(400)),
  /** The refund, or the price when it fell: the page that it opens shows what it is now. */
  amount: nullable(moneyWire),
  was: nullable(moneyWire),
  views: count,
  likes: count,
  people: count,
})
export const alertWire = obj({
  kind: oneOf(['restock', 'price_drop']),
  product: idOf('prd'),
  variant: nullable(idOf('var')),
  choice: list(textsWire(80)),
  /** The price that everyone saw when it was set. */
  base: nullable(moneyWire),
  set: timeWire,
  fired: nullable(timeWire),
})
const settings = obj({ kinds: list(obj({ kind: oneOf(noticeKinds), app: flag, mail: flag, mailFixed: flag })) })
const unread = obj({ unread: integer(0, 100) })

export const wire = defineRoutes({
  'GET /v1/me/notices': {
    summary: 'My notices, newest first, and how many are unread (100: or more)',
    who: 'guest',
    query: obj(pageQuery),
    reply: obj({ items: list(noticeWire), next: nullable(text(400)), unread: integer(0, 100) }),
  },
  'GET /v1/me/notices/unread': { summary: 'How many of my notices are unread (100: or more)', who: 'guest', reply: unread },
  'PUT /v1/me/notices/{id}/read': {
    summary: 'I have read this',
    who: 'guest',
    rate: 'write',
    params: obj({ id: idOf('ntc') }),
    reply: unread,
  },
  'POST /v1/me/notices/read': {
    summary: 'I have read all that came until then',
    who: 'guest',
    rate: 'write',
    body: obj({ until: timeWire }),
    reply: unread,
  },
  'GET /v1/me/notice-settings': { summary: 'Which kinds of notices come, and where', who: 'guest', reply: settings },
  'PUT /v1/me/notice-settings/{kind}': {
    summary: 'Where notices of a kind come',
    who: 'guest',
    rate: 'write',
    params: obj({ kind: oneOf(noticeKinds) }),
    body: obj({ app: flag, mail: flag }),
    reply: settings,
  },
  'GET /v1/me/alerts': {
    summary: 'What I want to be told of: a lower price, a sold-out variant that is back',
    who: 'guest',
    query: obj(pageQuery),
    reply: pageWire(alertWire),
  },
  'PUT /v1/products/{id}/price-alert': {
    summary: 'Tell me once when the price everyone sees is below what it is now',
    who: 'guest',
    rate: 'write',
    params: obj({ id: idOf('prd') }),
    reply: alertWire,
  },
  'DELETE /v1/products/{id}/price-alert': {
    summary: 'Do not tell me',
    who: 'guest',
    rate: 'write',
    params: obj({ id: idOf('prd') }),
    reply: done,
  },
  'PUT /v1/variants/{id}/restock-alert': {
    summary: 'Tell me once when this variant can be bought again',
    who: 'guest',
    rate: 'write',
    params: obj({ id: idOf('var') }),
    reply: alertWire,
  },
  'DELETE /v1/variants/{id}/restock-alert': {
    summary: 'Do not tell me',
    who: 'guest',
    rate: 'write',
    params: obj({ id: idOf('var') }),
    reply: done,
  },
})
