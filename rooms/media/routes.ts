import { bind, type RouteSet } from '#base/http'
import type { Id } from '#base/kernel'
import { limits } from './limits.ts'
import type { Media } from './media.ts'
import { wire } from './wire.ts'

export const mediaRoutes = (media: Media): RouteSet =>
  bind('media', wire, {
    'GET /v1/media/{id}': ({ caller, params }) => media.get(caller, params.id as Id<'media'>),
    'GET /v1/media-limits': async ({ caller }) => ({
      ...limits,
      videoTypes: [...limits.videoTypes],
      pictureTypes: [...limits.pictureTypes],
      left: await media.left(caller),
    }),
    'PUT /v1/media/{id}/captions/{language}': ({ caller, params, body }) =>
      media.putCaptions(caller, params.id as Id<'media'>, params.language, body.cues),
  })
