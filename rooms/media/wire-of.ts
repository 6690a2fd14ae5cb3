import {
  isMaterial,
  type MediaRefusal,
  type MediaState,
  type MediaWire,
  type PictureWire,
  urlOf,
  type VideoWire,
} from './medium.ts'
import type { MediaRow } from './store.ts'

/** The playable clip; null while nothing can be watched. */
export function videoWireOf(row: MediaRow): VideoWire | null {
  if (row.kind !== 'video' || row.watchable === 'no' || row.width === null || row.height === null) return null
  return {
    id: row.id,
    durationMs: row.duration_ms ?? 0,
    width: row.width,
    height: row.height,
    poster: urlOf(row.id, 'poster.webp'),
    thumbhash: row.thumbhash ?? '',
    rungs: row.rungs.map(r => ({
      name: r.name,
      url: `/media/${row.id}/${r.name}.mp4`,
      width: r.width,
      height: r.height,
      kbps: r.kbps,
    })),
    captions: row.captions.map(c => ({ language: c.language, url: `${urlOf(row.id, `${c.language}.vtt`)}?v=${c.version}` })),
    storyboard: row.storyboard && { url: urlOf(row.id, 'storyboard.webp'), ...row.storyboard },
    hls: playlistOf(row),
  }
}

/** Its address names how many rungs it lists, so that it may be cached for ever while better ones are still to come. */
function playlistOf(row: MediaRow): string | null {
  const listed = row.rungs.filter(r => r.codecs !== null).length
  return listed === 0 ? null : `${urlOf(row.id, 'clip.m3u8')}?v=${listed}`
}

export function pictureWireOf(row: MediaRow): PictureWire | null {
  if (row.kind !== 'picture' || row.watchable === 'no' || row.width === null || row.height === null) return null
  return { id: row.id, url: urlOf(row.id, 'full.webp'), width: row.width, height: row.height, thumbhash: row.thumbhash ?? '' }
}

/** Other rooms can't use material of edits: to them it is a file that was not taken, whatever becomes of it here. */
const material: MediaRefusal = {
  code: 'media_unsupported',
  message: 'This upload is material of an edit; it can only be used there',
}

/** What moderation has removed with a post can't be shown by another one. */
const removed: MediaRefusal = { code: 'media_removed', message: 'A moderator has removed the post that this upload was in' }

const sourceOf = (row: MediaRow): MediaWire['source'] =>
  row.use === 'source' && row.state === 'held' && row.width !== null && row.height !== null
    ? { width: row.width, height: row.height, length: row.duration_ms ?? 0 }
    : null

const refusalOf = (row: MediaRow): MediaRefusal | null =>
  row.refusal_code === null ? null : { code: row.refusal_code, message: row.refusal_message ?? '' }

export const mediaWireOf = (row: MediaRow): MediaWire => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  progress: row.progress,
  watchable: row.watchable,
  refusal: refusalOf(row),
  video: videoWireOf(row),
  picture: pictureWireOf(row),
  source: sourceOf(row),
  created: row.created.toISOString(),
})

export const mediaStateOf = (row: MediaRow): MediaState => ({
  id: row.id,
  owner: row.owner,
  kind: row.kind,
  state: isMaterial(row.use) ? 'refused' : row.state,
  progress: row.progress,
  watchable: row.watchable,
  refusal: isMaterial(row.use) ? material : row.withheld ? removed : refusalOf(row),
  posterUrl: row.watchable === 'no' ? null : urlOf(row.id, row.kind === 'video' ? 'poster.webp' : 'card.webp'),
  thumbhash: row.thumbhash,
  durationMs: row.duration_ms,
})
