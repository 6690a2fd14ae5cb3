import {
  defineRoutes,
  flag,
  idOf,
  integer,
  list,
  nullable,
  obj,
  oneOf,
  optional,
  pageQuery,
  pageWire,
  text,
  timeWire,
} from '#base/http'
import { editWire } from './edit-wire.ts'
import { moods } from './music-piece.ts'

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
  /** Small pictures on one sheet, row by row, for scrubbing: tile k shows the clip at k × intervalMs. Null until it is made. */
  storyboard: nullable(
    obj({
      url: text(400),
      width: integer(1, 400),
      height: integer(1, 400),
      columns: integer(1, 100),
      count: integer(1, 1000),
      intervalMs: integer(1, 86_400_000),
    }),
  ),
  /** Master playlist (HLS) of a clip that is longer than a minute; its rungs play as files, too. */
  hls: nullable(text(400)),
})
export const pictureWire = obj({
  id: idOf('med'),
  url: text(400),
  width: integer(1, 30_000),
  height: integer(1, 30_000),
  thumbhash: text(80),
})
export const mediaState = ['uploading', 'probing', 'processing', 'ready', 'held', 'refused'] as const
export const mediaWire = obj({
  id: idOf('med'),
  kind: nullable(oneOf(['video', 'picture'])),
  state: oneOf(mediaState),
  progress: integer(0, 100),
  watchable: oneOf(['no', 'first_rung', 'all']),
  refusal: nullable(obj({ code: text(40), message: text(400) })),
  video: nullable(videoWire),
  picture: nullable(pictureWire),
  /** A clip that is held for edits: its picture as it is shown, and its length in milliseconds. */
  source: nullable(obj({ width: integer(1, 30_000), height: integer(1, 30_000), length: integer(0, 86_400_000) })),
  created: timeWire,
})

const words = obj({ en: text(120, 1), ja: text(120, 1), zh: text(120, 1) })
/** A piece of music for edits; it can be repeated without a seam when it is one of ours. `length` is milliseconds. */
export const musicWire = obj({
  id: idOf('mus'),
  title: words,
  mood: oneOf(moods),
  length: integer(1, 86_400_000),
  url: text(400),
  credit: words,
  hidden: flag,
})

/**
 * Uploads speak tus 1.0 at /v1/uploads (creation, resume, length ≤ limits); the upload's Upload-Media-Id header names the medium.
 * Metadata `use: source|overlay` holds it as material of edits, `cover: <ms>` says where the poster is taken.
 */
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
      /** Of a text or sticker. */
      overlayBytes: integer(0, 2_000_000_000),
      overlayMegapixels: integer(0, 1000),
      /** Of all material of edits that one person may hold at once. */
      heldBytes: integer(0, 1_000_000_000_000),
      heldFiles: integer(0, 1_000_000),
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
  'POST /v1/edits': {
    summary: 'A new clip from a list of edits of my uploads, rendered here',
    who: 'guest',
    rate: 'write',
    idempotency: 'optional',
    body: obj({ list: editWire }),
    reply: mediaWire,
    status: 201,
  },
  'GET /v1/music': {
    summary: 'Pieces of music for edits, newest first; `hidden`: those that operators took away, for operators',
    who: 'anyone',
    query: obj({ ...pageQuery, hidden: optional(flag) }),
    reply: pageWire(musicWire),
  },
  'POST /v1/music': {
    summary: 'Add a piece from an upload of mine with `use: sound`; noted in the audit',
    who: 'operator',
    rate: 'write',
    idempotency: 'optional',
    body: obj({ upload: idOf('med'), title: words, mood: oneOf(moods), credit: words }),
    reply: musicWire,
    status: 201,
  },
  'PATCH /v1/music/{id}': {
    summary: 'Name a piece otherwise, hide it or show it again; noted in the audit',
    who: 'operator',
    rate: 'write',
    params: obj({ id: idOf('mus') }),
    body: obj({ title: optional(words), mood: optional(oneOf(moods)), credit: optional(words), hidden: optional(flag) }),
    reply: musicWire,
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
