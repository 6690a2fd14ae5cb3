import type { Reply } from '../../client/api.ts'
import { isCode } from '../../client/error.ts'
import { dropUpload, startUpload } from '../upload/uploads.ts'
import { whenSent } from '../upload/when-sent.ts'
import { keepMedia, keptMedia } from './kept-edit.ts'
import { held } from './server-edit.ts'

/**
 * What an edit is made of, where the server renders it: its clips and pictures, by their id in the list. Each is sent once, also when
 * the page is loaded again, or the edit is changed and rendered once more.
 */
const sending = new Map<string, string>()
const there = new Map<string, string>()
const restored = keptMedia().then(media => {
  for (const [id, medium] of Object.entries(media)) there.set(id, medium)
})

/** Begins to send, unless that is done or under way. */
export async function send(id: string, use: 'source' | 'overlay', file: () => File | Promise<File>): Promise<void> {
  await restored
  if (there.has(id) || sending.has(id)) return
  const upload = startUpload(await file(), { use })
  sending.set(id, upload)
  // Whether it is waited for now or not: what failed is told to who waits.
  void arrived(id, new AbortController().signal).catch(() => undefined)
}
async function arrived(id: string, signal: AbortSignal): Promise<string> {
  const medium = await whenSent(sending.get(id) ?? '', signal)
  void keepMedia(Object.fromEntries(there.set(id, medium)))
  return medium
}

/** What was sent, once it can be used; null when the server has thrown it away since, so that it has to be sent again. */
export async function sentMaterial(id: string, signal: AbortSignal): Promise<Reply<'GET /v1/media/{id}'> | null> {
  const medium = there.get(id) ?? (await arrived(id, signal))
  try {
    const found = await held(medium, signal)
    const upload = sending.get(id)
    sending.delete(id)
    if (upload) void dropUpload(upload)
    return found
  } catch (error) {
    if (!isCode(error, 'not_found')) throw error
    there.delete(id)
    sending.delete(id)
    return null
  }
}
