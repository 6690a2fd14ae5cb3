import { defineRoutes, idOf, obj, timeWire } from '#base/http'
import { postWire } from '#rooms/content'

export const wire = defineRoutes({
  'PUT /v1/posts/{id}/schedule': {
    summary: 'Give a draft the time at which it publishes itself, or change that time',
    who: 'member',
    rate: 'write',
    params: obj({ id: idOf('pst') }),
    body: obj({ at: timeWire }),
    reply: postWire,
  },
  'DELETE /v1/posts/{id}/schedule': {
    summary: 'Take the time back: a draft again',
    who: 'member',
    rate: 'write',
    params: obj({ id: idOf('pst') }),
    reply: postWire,
  },
  'POST /v1/posts/{id}/publish': {
    summary: 'Publish a draft: it goes live by itself when its first rung can be watched',
    who: 'member',
    rate: 'write',
    params: obj({ id: idOf('pst') }),
    reply: postWire,
  },
})
