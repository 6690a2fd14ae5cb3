import { bind, type RouteSet } from '#base/http'
import type { Id } from '#base/kernel'
import { heldLimits, limits, overlayLimits } from './limits.ts'
import type { Media } from './media.ts'
import { wire } from './wire.ts'

export const mediaRoutes = (media: Media): RouteSet =>
  bind('media', wire, {
    'GET /v1/media/{id}': ({ caller, params }) => media.get(caller, params.id as Id<'media'>),
    'GET /v1/media-limits': async ({ caller }) => ({
      ...limits,
      overlayBytes: overlayLimits.bytes,
      overlayMegapixels: overlayLimits.pixels / 1e6,
      heldBytes: heldLimits.bytes,
      heldFiles: heldLimits.pieces,
      videoTypes: [...limits.videoTypes],
      pictureTypes: [...limits.pictureTypes],
      left: await media.left(caller),
    }),
    'POST /v1/edits': ({ caller, body }) => media.createEdit(caller, body.list),
    'GET /v1/music': ({ caller, query }) => media.music(caller, query),
    'POST /v1/music': ({ caller, body }) => media.addMusic(caller, { ...body, upload: body.upload as Id<'media'> }),
    'PATCH /v1/music/{id}': ({ caller, params, body }) => media.changeMusic(caller, params.id as Id<'music'>, body),
    'PUT /v1/media/{id}/captions/{language}': ({ caller, params, body }) =>
      media.putCaptions(caller, params.id as Id<'media'>, params.language, body.cues),
  })
