import { create } from 'zustand'
import { api, ask } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'
import { errorText, shared } from '../../i18n/shared/index.ts'
import { more } from '../../i18n/shopper/more/index.ts'
import { toast } from '../../ui/core/index.ts'
import { chooseAnew } from '../watch/feed-store.ts'

/** As long as the toast offers to undo it. */
const graceMs = 5000

/** Topics that are gone from the list and not yet from the server: a taste that is forgotten can't be put back, so undo is not having sent. */
export const useForgetting = create<{ readonly tags: readonly string[] }>(() => ({ tags: [] }))
const waiting = new Map<string, ReturnType<typeof setTimeout>>()

const show = (tag: string): void => useForgetting.setState(s => ({ tags: s.tags.filter(t => t !== tag) }))

function keep(tag: string): void {
  clearTimeout(waiting.get(tag))
  if (waiting.delete(tag)) show(tag)
}

async function send(tag: string): Promise<void> {
  clearTimeout(waiting.get(tag))
  if (!waiting.delete(tag)) return
  try {
    // The page may be on its way out.
    await ask(api.DELETE('/v1/me/taste/{tag}', { params: { path: { tag } }, keepalive: true }))
    chooseAnew()
    await queryClient.invalidateQueries({ queryKey: ['me', 'taste'] })
  } catch (error) {
    toast(errorText(error))
  } finally {
    show(tag)
  }
}

/** Takes a topic off the list now and out of the feed in five seconds, unless it is undone. */
export function forgetTag(tag: string): void {
  useForgetting.setState(s => ({ tags: [...s.tags, tag] }))
  waiting.set(
    tag,
    setTimeout(() => void send(tag), graceMs),
  )
  toast(more().taste.taken(`#${tag}`), { label: shared().undo, run: () => keep(tag) })
}

/** Everything at once. What waits to be sent is in it. */
export async function forgetAll(): Promise<void> {
  await ask(api.DELETE('/v1/me/taste'))
  for (const tag of [...waiting.keys()]) keep(tag)
  chooseAnew()
  await queryClient.invalidateQueries({ queryKey: ['me', 'taste'] })
}

// Who leaves within the five seconds has not undone it.
addEventListener('pagehide', () => {
  for (const tag of [...waiting.keys()]) void send(tag)
})
