import type { DetailedError, Upload as TusUpload } from 'tus-js-client'
import { create } from 'zustand'
import { newKey } from '../../client/api.ts'
import { uploadErrorOf } from '../../client/upload-error.ts'
import { dropFile, keepFile, keptFile } from './kept-files.ts'

export type Kind = 'video' | 'picture'
export interface Upload {
  readonly id: string
  readonly name: string
  readonly kind: Kind
  readonly bytes: number
  readonly sent: number
  /** `lost`: the page was reloaded and the browser did not keep the file. */
  readonly state: 'waiting' | 'sending' | 'paused' | 'sent' | 'failed' | 'lost'
  /** For the preview; null once the file is gone. */
  readonly preview: string | null
  readonly media: string | null
  /** Code of the refusal. */
  readonly error: string | null
  readonly told?: Told
}
/** What the server is told of a file beside its bytes: where its cover is taken (milliseconds), or that it is material of an edit. */
export interface Told {
  readonly cover?: number
  readonly use?: 'source' | 'overlay'
}
/** Uploads belong to the app, not to a page: they go on while the person looks elsewhere. */
export const useUploads = create<Readonly<Record<string, Upload>>>(() => ({}))
const running = new Map<string, TusUpload>()
const chunk = 8 * 1024 * 1024
/** Where nobody answers though there is a network (a server that restarts), it is tried again after so long, milliseconds. */
const again = 10_000
const unanswered: ReadonlySet<string> = new Set(['offline', 'unavailable'])
const keeping = new Map<string, Promise<unknown>>()

export const uploadOf = (id: string): Upload | undefined => useUploads.getState()[id]
function change(id: string, by: Partial<Upload>): void {
  const now = uploadOf(id)
  if (now) useUploads.setState({ [id]: { ...now, ...by } })
}

export function startUpload(file: File, told: Told = {}): string {
  const id = newKey()
  const kind: Kind = file.type.startsWith('image/') ? 'picture' : 'video'
  useUploads.setState({
    [id]: {
      id,
      name: file.name,
      kind,
      bytes: file.size,
      sent: 0,
      state: 'waiting',
      preview: URL.createObjectURL(file),
      media: null,
      error: null,
      told,
    },
  })
  // Material of an edit lies with the edit already.
  if (!told.use) keeping.set(id, keepFile(id, file))
  void send(id, file)
  return id
}
/** Resolves when a reload would find the file again, or can't. */
export const whenKept = async (id: string): Promise<void> => void (await keeping.get(id))

/** After a reload: a finished one only needs its medium's id, an unfinished one its file. */
export async function restoreUpload(kept: Pick<Upload, 'id' | 'name' | 'kind' | 'bytes' | 'media' | 'told'>): Promise<void> {
  if (uploadOf(kept.id)) return
  const state = kept.media ? 'sent' : 'waiting'
  useUploads.setState({ [kept.id]: { ...kept, sent: kept.media ? kept.bytes : 0, state, preview: null, error: null } })
  const file = await keptFile(kept.id)
  if (file) change(kept.id, { preview: URL.createObjectURL(file) })
  if (kept.media) return
  if (file) await send(kept.id, file)
  else change(kept.id, { state: 'lost' })
}

export async function dropUpload(id: string): Promise<void> {
  const upload = uploadOf(id)
  const run = running.get(id)
  running.delete(id)
  keeping.delete(id)
  useUploads.setState(all => Object.fromEntries(Object.entries(all).filter(([key]) => key !== id)), true)
  if (upload?.preview) URL.revokeObjectURL(upload.preview)
  void dropFile(id)
  // What the server has of it goes too; if that fails, its sweep takes it.
  await run?.abort(upload?.state !== 'sent').catch(() => undefined)
}
export function retryUpload(id: string): void {
  const run = running.get(id)
  if (!run) return
  change(id, { state: 'sending', error: null })
  run.start()
}

async function send(id: string, file: File): Promise<void> {
  const tus = await import('tus-js-client').catch(() => null)
  if (!tus) return change(id, { state: 'failed', error: 'offline' })
  const told = uploadOf(id)?.told
  if (!uploadOf(id)) return
  const upload = new tus.Upload(file, {
    endpoint: '/v1/uploads',
    chunkSize: chunk,
    retryDelays: [0, 1000, 3000, 5000, 10_000],
    removeFingerprintOnSuccess: true,
    metadata: toldOf(told),
    // The same file as material of an edit and as a post are two uploads.
    fingerprint: async (chosen, options) => `${await tus.defaultOptions.fingerprint(chosen, options)}-${told?.use ?? 'post'}`,
    onShouldRetry: error => {
      const status = (error as DetailedError).originalResponse?.getStatus() ?? 0
      return navigator.onLine && (status === 0 || status >= 500 || status === 423 || status === 429)
    },
    onProgress: sent => change(id, { sent, state: 'sending' }),
    onAfterResponse: (_request, response) => {
      const media = response.getHeader('Upload-Media-Id')
      if (media) seen.set(id, media)
    },
    onSuccess: () => {
      change(id, { state: 'sent', sent: file.size, media: seen.get(id) ?? null })
      void dropFile(id)
    },
    onError: error => {
      const { code } = uploadErrorOf(error)
      if (navigator.onLine && !unanswered.has(code)) return change(id, { state: 'failed', error: code })
      change(id, { state: 'paused' })
      setTimeout(() => goOn(id), again)
    },
  })
  running.set(id, upload)
  const before = await upload.findPreviousUploads().catch(() => [])
  const taken = new Set([...running.values()].map(run => run.url))
  const own = before.find(b => !taken.has(b.uploadUrl))
  if (own) upload.resumeFromPreviousUpload(own)
  if (!navigator.onLine) return change(id, { state: 'paused' })
  change(id, { state: 'sending' })
  upload.start()
}
const toldOf = ({ cover, use }: Told = {}): Record<string, string> => ({
  ...(cover !== undefined && { cover: String(Math.round(cover)) }),
  ...(use && { use }),
})
/** The medium's id is told by every answer; it counts when the last byte is there. */
const seen = new Map<string, string>()

addEventListener('offline', () => {
  for (const [id, run] of running)
    if (uploadOf(id)?.state === 'sending') {
      void run.abort().catch(() => undefined)
      change(id, { state: 'paused' })
    }
})
addEventListener('online', () => {
  for (const id of running.keys()) goOn(id)
})
function goOn(id: string): void {
  if (uploadOf(id)?.state !== 'paused' || !navigator.onLine) return
  change(id, { state: 'sending' })
  running.get(id)?.start()
}
