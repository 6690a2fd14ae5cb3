import type { FastifyInstance } from 'fastify'
import type { House } from '#base/house'
import type { Caller } from '#base/http'
import type { Id, Result } from '#base/kernel'
import type { EditList } from '#engines/edit'
import { addMusic, changeMusic, type MusicChange, type MusicDraft, type MusicRefusal } from './change-music.ts'
import { createEdit, type EditRefusal } from './create-edit.ts'
import { getMedia } from './get-media.ts'
import { ingestFile } from './ingest-file.ts'
import { defineJobs } from './jobs.ts'
import { listMusic, type MusicPage, type MusicQuery } from './list-music.ts'
import { copiesOf } from './look-store.ts'
import type { CaptionLanguage, MediaKind, MediaState, MediaWire, PictureWire, VideoWire } from './medium.ts'
import type { MusicWire } from './music-piece.ts'
import { createPrograms } from './program.ts'
import { putCaptions } from './put-captions.ts'
import { type Left, leftOf, usedBy } from './quota.ts'
import { removeMedia } from './remove-media.ts'
import { mountServing } from './serve.ts'
import { labelsOf, load } from './store.ts'
import { subscribe } from './subscribers.ts'
import { type Identify, mountUploads } from './uploads.ts'
import type { Cue } from './vtt.ts'
import { mediaStateOf, pictureWireOf, videoWireOf } from './wire-of.ts'
import { Withheld } from './withheld.ts'
import { createWorkshop, type MediaDoors } from './workshop.ts'

/** Clips and pictures: taken in, judged, converted, served. Every list takes one statement, however many ids. */
export interface Media {
  /** Playable clips by id; what can't be watched yet, is no clip or is gone is missing. Rungs from low to high. */
  videos(ids: readonly Id<'media'>[]): Promise<Map<string, VideoWire>>
  /** Pictures by id: `url` is at most 1440 px; `card.webp` (720) and `square.webp` (256) lie beside it. */
  pictures(ids: readonly Id<'media'>[]): Promise<Map<string, PictureWire>>
  /** Media in any state, for their owner's eyes; unknown ids are missing. */
  state(ids: readonly Id<'media'>[]): Promise<Map<string, MediaState>>
  /** Media of anybody that look like copies of each of these, itself among them (look.ts); one that shows too little is like no other. */
  copies(ids: readonly Id<'media'>[]): Promise<Map<Id<'media'>, Set<Id<'media'>>>>
  /** What the optional classifier found in these media: labels with their share, 0 to 1; none where it is off. */
  labels(ids: readonly Id<'media'>[]): Promise<readonly { readonly label: 'nudity'; readonly share: number }[]>
  /** One's own medium; another's is `not_found`. */
  get(caller: Caller, id: Id<'media'>): Promise<Result<MediaWire, 'not_found'>>
  /** What the caller may still upload: files and bytes within 24 hours, uploads at once. */
  left(caller: Caller): Promise<Left>
  putCaptions(
    caller: Caller,
    id: Id<'media'>,
    language: CaptionLanguage,
    cues: readonly Cue[],
  ): Promise<Result<MediaWire, 'not_found' | 'invalid_request' | 'not_a_video' | 'wrong_state'>>
  /** A new clip, rendered from a list of edits of one's own material: it goes the way of any clip then. Everything wrong with the list is said at once. */
  createEdit(caller: Caller, list: EditList): Promise<Result<MediaWire, EditRefusal>>
  /** Pieces of music that edits may use, newest first; `hidden` shows operators those that they took away. */
  music(caller: Caller, query: MusicQuery): Promise<Result<MusicPage, 'invalid_cursor' | 'forbidden' | 'sign_in_required'>>
  /** A piece from an uploaded sound that was judged; operators only, noted in the audit. */
  addMusic(caller: Caller, draft: MusicDraft): Promise<Result<MusicWire, MusicRefusal>>
  /** Names a piece otherwise, hides it or shows it again; operators only, noted in the audit. */
  changeMusic(caller: Caller, id: Id<'music'>, change: MusicChange): Promise<Result<MusicWire, MusicRefusal>>
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

export function createMedia(house: House, doors?: MediaDoors): Media {
  const shop = createWorkshop(house, createPrograms(), doors)
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
    labels: ids => labelsOf(shop.db, ids),
    copies: ids => copiesOf(shop.db, ids),
    get: (caller, id) => getMedia(shop, caller, id),
    left: async caller => leftOf(await usedBy(shop, caller.person)),
    putCaptions: (caller, id, language, cues) => putCaptions(shop, caller, id, language, cues),
    createEdit: (caller, list) => createEdit(shop, caller, list),
    music: (caller, query) => listMusic(shop, caller, query),
    addMusic: (caller, draft) => addMusic(shop, caller, draft),
    changeMusic: (caller, id, change) => changeMusic(shop, caller, id, change),
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
