import { defineRoutes, idOf, obj } from '#base/http'
import { postWire } from '#rooms/content'

export const wire = defineRoutes({
  'POST /v1/posts/{id}/publish': {
    summary: 'Publish a draft: it goes live by itself when its first rung can be watched',
    who: 'member',
    rate: 'write',
    params: obj({ id: idOf('pst') }),
    reply: postWire,
  },
})
