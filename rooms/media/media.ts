import type { FastifyInstance } from 'fastify'
import type { House } from '#base/house'
import type { Caller } from '#base/http'
import type { Id, Result } from '#base/kernel'
import { getMedia } from './get-media.ts'
import { ingestFile } from './ingest-file.ts'
import { defineJobs } from './jobs.ts'
import type { CaptionLanguage, MediaKind, MediaState, MediaWire, PictureWire, VideoWire } from './medium.ts'
import { createPrograms } from './program.ts'
import { putCaptions } from './put-captions.ts'
import { removeMedia } from './remove-media.ts'
import { mountServing } from './serve.ts'
import { load } from './store.ts'
import { subscribe } from './subscribers.ts'
import { type Identify, mountUploads } from './uploads.ts'
import type { Cue } from './vtt.ts'
import { mediaStateOf, pictureWireOf, videoWireOf } from './wire-of.ts'
import { Withheld } from './withheld.ts'
import { createWorkshop } from './workshop.ts'

/** Clips and pictures: taken in, judged, converted, served. Every list takes one statement, however many ids. */
export interface Media {
  /** Playable clips by id; what can't be watched yet, is no clip or is gone is missing. Rungs from low to high. */
  videos(ids: readonly Id<'media'>[]): Promise<Map<string, VideoWire>>
  /** Pictures by id: `url` is at most 1440 px; `card.webp` (720) and `square.webp` (256) lie beside it. */
  pictures(ids: readonly Id<'media'>[]): Promise<Map<string, PictureWire>>
  /** Media in any state, for their owner's eyes; unknown ids are missing. */
  state(ids: readonly Id<'media'>[]): Promise<Map<string, MediaState>>
  /** One's own medium; another's is `not_found`. */
  get(caller: Caller, id: Id<'media'>): Promise<Result<MediaWire, 'not_found'>>
  putCaptions(
    caller: Caller,
    id: Id<'media'>,
    language: CaptionLanguage,
    cues: readonly Cue[],
  ): Promise<Result<MediaWire, 'not_found' | 'invalid_request' | 'not_a_video' | 'wrong_state'>>
  /** Takes a local file in and works on it at once; the medium is ready or refused when this resolves. `kind` is what the caller expects; the content decides. */
  ingestFile(owner: Id<'person'>, path: string, expected: { kind: MediaKind }): Promise<Id<'media'>>
  /** Forgets a medium and its files; twice is harmless. Who may, the caller has decided. */
  remove(id: Id<'media'>): Promise<void>
  /** Keeps files back from all but their owner and operators, or gives them free again; twice is harmless, unknown ids are passed over. */
  withhold(ids: readonly Id<'media'>[], on: boolean): Promise<void>
  /** Adds resumable uploads at /v1/uploads and GET /media/{id}/{file} to the app. */
  mount(app: FastifyInstance, identify: Identify): Promise<void>
  start(): Promise<void>
  /** Ends running programs; their jobs are tried again. */
  stop(): Promise<void>
}

export function createMedia(house: House, _doors: object = {}): Media {
  const shop = createWorkshop(house, createPrograms())
  const withheld = new Withheld(shop)
  defineJobs(shop)
  const map = async <T>(
    ids: readonly string[],
    of: (row: Awaited<ReturnType<typeof load>>[number]) => T | null,
  ): Promise<Map<string, T>> =>
    new Map(
      (await load(shop.db, ids)).flatMap(row => {
        const value = of(row)
        return value === null ? [] : [[row.id as string, value] as const]
      }),
    )
  return {
    videos: ids => map(ids, videoWireOf),
    pictures: ids => map(ids, pictureWireOf),
    state: ids => map(ids, mediaStateOf),
    get: (caller, id) => getMedia(shop, caller, id),
    putCaptions: (caller, id, language, cues) => putCaptions(shop, caller, id, language, cues),
    ingestFile: (owner, path) => ingestFile(shop, owner, path),
    remove: id => removeMedia(shop, id),
    withhold: (ids, on) => withheld.set(ids, on),
    async mount(app, identify) {
      mountUploads(app, shop, identify)
      mountServing(app, shop, withheld, identify)
    },
    start: () => subscribe(shop),
    stop: async () => shop.programs.stop(),
  }
}
