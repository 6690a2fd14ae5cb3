import { defineRoutes, idOf, integer, list, nullable, obj, oneOf, text, timeWire } from '#base/http'

/** A playable clip: rungs from low to high (URL, size, bit rate), poster, ThumbHash. The page needs no second request to play it. */
export const videoWire = obj({
  id: idOf('med'),
  durationMs: integer(0, 86_400_000),
  width: integer(1, 16_384),
  height: integer(1, 16_384),
  poster: text(400),
  thumbhash: text(80),
  rungs: list(
    obj({ name: text(8), url: text(400), width: integer(1, 16_384), height: integer(1, 16_384), kbps: integer(0, 1_000_000) }),
  ),
  captions: list(obj({ language: text(8), url: text(400) })),
})
export const pictureWire = obj({
  id: idOf('med'),
  url: text(400),
  width: integer(1, 30_000),
  height: integer(1, 30_000),
  thumbhash: text(80),
})
export const mediaState = ['uploading', 'probing', 'processing', 'ready', 'refused'] as const
export const mediaWire = obj({
  id: idOf('med'),
  kind: nullable(oneOf(['video', 'picture'])),
  state: oneOf(mediaState),
  progress: integer(0, 100),
  watchable: oneOf(['no', 'first_rung', 'all']),
  refusal: nullable(obj({ code: text(40), message: text(400) })),
  video: nullable(videoWire),
  picture: nullable(pictureWire),
  created: timeWire,
})

/** Uploads speak tus 1.0 at /v1/uploads (creation, resume, length ≤ limits); the upload's Upload-Media-Id header names the medium. */
export const wire = defineRoutes({
  'GET /v1/media/{id}': {
    summary: 'State and progress of an upload of mine, and what can be played already',
    who: 'guest',
    params: obj({ id: idOf('med') }),
    reply: mediaWire,
  },
  'GET /v1/media-limits': {
    summary: 'What may be uploaded, and how much of it is left to me today',
    who: 'anyone',
    reply: obj({
      videoBytes: integer(0, 2_000_000_000),
      videoSeconds: integer(0, 86_400),
      pictureBytes: integer(0, 2_000_000_000),
      pictureMegapixels: integer(0, 1000),
      videoTypes: list(text(40)),
      pictureTypes: list(text(40)),
      /** Of mine: files and bytes within 24 hours, and uploads at once. */
      left: obj({
        files: integer(0, 1_000_000),
        bytes: integer(0, 1_000_000_000_000),
        openUploads: integer(0, 1000),
      }),
    }),
  },
  'PUT /v1/media/{id}/captions/{language}': {
    summary: 'Captions of my clip as WebVTT cues',
    who: 'guest',
    rate: 'write',
    params: obj({ id: idOf('med'), language: oneOf(['en', 'ja', 'zh']) }),
    body: obj({
      cues: list(obj({ fromMs: integer(0, 86_400_000), toMs: integer(0, 86_400_000), text: text(200, 1) }), { maxItems: 500 }),
    }),
    reply: mediaWire,
  },
})
