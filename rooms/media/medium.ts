import type { ErrorCode } from '#base/http'
import { type Id, machine } from '#base/kernel'
import type { Storyboard } from './storyboard.ts'

export type MediaKind = 'video' | 'picture'
export type Watchable = 'no' | 'first_rung' | 'all'
/** What an upload is for: to be shown, or to be material of an edit, which nobody but its owner ever sees. An `edit` is rendered here. */
export const materials = ['source', 'overlay', 'sound'] as const
export type Material = (typeof materials)[number]
export type MediaUse = 'clip' | 'edit' | Material
export const isMaterial = (use: MediaUse): use is Material => (materials as readonly string[]).includes(use)
export type CaptionLanguage = 'en' | 'ja' | 'zh'

/** The life of a medium. `ready`, `held` (material of edits) and `refused` are the ends; deleting one removes the row. */
export const mediaMachine = machine('medium', 'uploading', ['ready', 'held', 'refused'], {
  uploading: { finish: 'probing' },
  probing: { accept: 'processing', hold: 'held', refuse: 'refused' },
  processing: { complete: 'ready', refuse: 'refused' },
  ready: {},
  held: {},
  refused: {},
})
export type MediaStateName = (typeof mediaMachine.states)[number]

/** Why a file can't be used, as a person may read it. The code is stable. */
export interface MediaRefusal {
  readonly code: Extract<
    ErrorCode,
    | 'not_a_video'
    | 'media_empty'
    | 'media_truncated'
    | 'media_too_long'
    | 'media_too_large'
    | 'picture_too_large'
    | 'media_unsupported'
    | 'media_not_found'
    | 'media_removed'
  >
  readonly message: string
}
/** A value, or why the file can't be used. */
export type Judged<T> = { readonly value: T } | { readonly refusal: MediaRefusal }
export const unusable = (code: MediaRefusal['code'], message: string): MediaRefusal => ({ code, message })

/** What other rooms may know of a medium in any state. */
export interface MediaState {
  readonly id: Id<'media'>
  readonly owner: Id<'person'>
  readonly kind: MediaKind | null
  readonly state: MediaStateName
  readonly progress: number
  readonly watchable: Watchable
  readonly refusal: MediaRefusal | null
  readonly posterUrl: string | null
  readonly thumbhash: string | null
  /** Null until a clip is probed; always null for pictures. */
  readonly durationMs: number | null
}

export interface VideoWire {
  id: string
  durationMs: number
  width: number
  height: number
  poster: string
  thumbhash: string
  rungs: { name: string; url: string; width: number; height: number; kbps: number }[]
  captions: { language: string; url: string }[]
  /** The clip as small pictures, made after its better rungs; null until then. */
  storyboard: ({ url: string } & Storyboard) | null
  /** Master playlist of a clip that is longer than a minute; null of others, which play as files. */
  hls: string | null
}
export interface PictureWire {
  id: string
  url: string
  width: number
  height: number
  thumbhash: string
}
export interface MediaWire {
  id: string
  kind: MediaKind | null
  state: MediaStateName
  progress: number
  watchable: Watchable
  refusal: { code: string; message: string } | null
  video: VideoWire | null
  picture: PictureWire | null
  /** Of a clip that is held for edits: its picture as it is shown, and its length in milliseconds. */
  source: { width: number; height: number; length: number } | null
  created: string
}

/** Every file that a medium may have, with its content type. No other name is ever served. */
export const fileTypes = {
  'low.mp4': 'video/mp4',
  'mid.mp4': 'video/mp4',
  'high.mp4': 'video/mp4',
  'clip.m3u8': 'application/vnd.apple.mpegurl',
  'low.m3u8': 'application/vnd.apple.mpegurl',
  'mid.m3u8': 'application/vnd.apple.mpegurl',
  'high.m3u8': 'application/vnd.apple.mpegurl',
  'poster.webp': 'image/webp',
  'storyboard.webp': 'image/webp',
  'full.webp': 'image/webp',
  'card.webp': 'image/webp',
  'square.webp': 'image/webp',
  'en.vtt': 'text/vtt; charset=utf-8',
  'ja.vtt': 'text/vtt; charset=utf-8',
  'zh.vtt': 'text/vtt; charset=utf-8',
} as const
export type FileName = keyof typeof fileTypes
export const isFileName = (text: string): text is FileName => Object.hasOwn(fileTypes, text)

/** Ids are ours and lower case, so the key is never made of anything that a person named. */
export const keyOf = (media: Id<'media'>, file: FileName): string => `media/${media}/${file}`
export const folderOf = (media: Id<'media'>): string => `media/${media}`
export const urlOf = (media: string, file: FileName): string => `/media/${media}/${file}`
