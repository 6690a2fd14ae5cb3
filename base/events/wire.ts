import { defineRoutes, idOf, integer, list, obj, oneOf, optional, text } from '#base/http'

export const clientEventNames = [
  'post.impression',
  'post.viewed',
  'product.impression',
  'product.clicked',
  'product.viewed',
  'reviews.read',
  'price_history.viewed',
  'shop.viewed',
  'player.measured',
] as const
const ms = integer(0, 86_400_000)
/** Fields of every client kind; which ones a kind takes is checked by `clientData` (base/events/client-data.ts). */
const data = obj({
  ms: optional(ms),
  durationMs: optional(ms),
  medium: optional(idOf('med')),
  exit: optional(oneOf(['next', 'back', 'leave', 'product', 'end'])),
  surface: optional(oneOf(['card', 'drawer', 'grid', 'search', 'shop'])),
  count: optional(integer(0, 1000)),
  firstFrameMs: optional(ms),
  ready: optional(integer(0, 4)),
  stalls: optional(integer(0, 10_000)),
  rung: optional(text(8)),
  bytes: optional(integer(0, 2_000_000_000)),
})
export const wire = defineRoutes({
  'POST /v1/events': {
    summary:
      'What a client saw, batched; each event has its own id and is learned once however often it arrives. Answers with the position of the log',
    who: 'guest',
    rate: 'events',
    bodyLimit: 262_144,
    body: obj({
      events: list(
        obj({
          id: text(48, 8),
          name: oneOf(clientEventNames),
          subject: obj({ kind: oneOf(['post', 'product', 'shop']), id: text(48, 5) }),
          source: optional(
            obj({
              request: optional(idOf('req')),
              slot: optional(integer(0, 1000)),
              post: optional(idOf('pst')),
              share: optional(idOf('shr')),
            }),
          ),
          surface: optional(text(24)),
          data,
        }),
        { minItems: 1, maxItems: 200 },
      ),
    }),
    reply: obj({ position: text(20), accepted: integer(0, 200) }),
    status: 202,
  },
})
