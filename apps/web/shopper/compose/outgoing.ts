import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import { api, ask, keyed, newKey } from '../../client/api.ts'
import { ApiError, isCode } from '../../client/error.ts'
import { queryClient } from '../../client/query.ts'
import { momentOf } from '../../ui/core/index.ts'
import { forgetMade } from '../edit/kept-edit.ts'
import { dropUpload, uploadOf, useUploads } from '../upload/uploads.ts'
import { type Draft, emptyDraft, restoreFiles, useDraft, withMedia } from './draft.ts'
import { tagsOf } from './tags-of.ts'

export interface Outgoing {
  readonly key: string
  readonly draft: Draft
  /** What is done with it when it is uploaded. */
  readonly then: 'publish' | 'keep'
  readonly phase: 'uploading' | 'creating' | 'processing' | 'live' | 'scheduled' | 'kept' | 'failed'
  readonly post: string | null
  /** What was typed is on the server. */
  readonly saved: boolean
  readonly progress: number
  readonly error: string | null
}
/** Posts on their way: sent when their upload is finished, wherever the person is meanwhile, and over a reload. */
export const useOutgoing = create<{ readonly items: readonly Outgoing[] }>()(
  persist((): { readonly items: readonly Outgoing[] } => ({ items: [] }), { name: 'enishi.outgoing' }),
)
const all = () => useOutgoing.getState().items
const change = (key: string, by: Partial<Outgoing>): void => {
  useOutgoing.setState({ items: all().map(o => (o.key === key ? { ...o, ...by } : o)) })
}
export const dismiss = (key: string): void => {
  useOutgoing.setState({ items: all().filter(o => o.key !== key) })
}

/** The draft becomes a post on its way, or is kept on the server, and the composer is free for the next. */
export function submit(then: Outgoing['then']): void {
  const draft = useDraft.getState()
  const key = newKey()
  useOutgoing.setState({
    items: [
      ...all(),
      {
        key,
        draft: { ...draft, files: withMedia(draft.files) },
        then,
        phase: 'uploading',
        post: draft.post,
        saved: false,
        progress: 0,
        error: null,
      },
    ],
  })
  useDraft.setState(emptyDraft)
  take(key)
}

/** Back to the composer, to mend what was refused; whatever is being written there stays. */
export function mend(key: string): boolean {
  const item = all().find(o => o.key === key)
  if (!item || useDraft.getState().files.length > 0) return false
  useDraft.setState({ ...item.draft, post: item.post })
  dismiss(key)
  return true
}

/** Posts that this page sends. Two pages that sent one would do all of it twice; when this one is gone, another takes over. */
const taken = new Set<string>()
/** Posts that this page sends, or would. */
const wanted = new Set<string>()
function take(key: string): void {
  if (wanted.has(key)) return
  wanted.add(key)
  const begin = () => {
    const item = all().find(o => o.key === key)
    if (!item) return
    taken.add(key)
    if (item.phase === 'creating') change(key, { phase: 'uploading' })
    if (item.phase === 'uploading' || item.phase === 'creating') restoreFiles(item.draft.files)
    pump()
  }
  const untilEnded = () => {
    begin()
    return ended(key)
  }
  if (navigator.locks) void navigator.locks.request(`enishi.outgoing.${key}`, untilEnded)
  else begin()
}
const ended = (key: string): Promise<void> =>
  new Promise(resolve => {
    const look = () => {
      if (all().some(o => o.key === key)) return
      taken.delete(key)
      stop()
      resolve()
    }
    const stop = useOutgoing.subscribe(look)
    look()
  })

function pump(): void {
  for (const item of all()) if (item.phase === 'uploading' && taken.has(item.key)) void advance(item)
}
async function advance(item: Outgoing): Promise<void> {
  const uploads = item.draft.files.map(f => uploadOf(f.id))
  const broken = uploads.find(u => u?.state === 'failed' || u?.state === 'lost')
  if (broken) return change(item.key, { phase: 'failed', error: broken.error ?? 'lost' })
  const files = withMedia(item.draft.files)
  if (files.some(f => !f.media)) return
  change(item.key, { phase: 'creating', draft: { ...item.draft, files } })
  try {
    // What was saved before a reload may be published already, and is not written again.
    const post = item.saved && item.post ? item.post : await savePost({ ...item, draft: { ...item.draft, files } })
    change(item.key, { post, saved: true })
    if (files[0]?.media) await putCaptions(files[0].media, item.draft.captions)
    const phase = await goOn(post, item)
    for (const f of files) void dropUpload(f.id)
    void forgetMade(files.map(f => f.id))
    change(item.key, { phase })
    void queryClient.invalidateQueries({ queryKey: ['me', 'posts'] })
    watch()
  } catch (error) {
    const code = error instanceof ApiError ? error.code : 'unknown'
    if (!unanswered.has(code)) return change(item.key, { phase: 'failed', error: code })
    change(item.key, { phase: 'uploading' })
    if (navigator.onLine) setTimeout(pump, 5000)
  }
}
/** Nobody answered, or the first try is still being worked on: what has its key does nothing twice, so it is tried again. */
const unanswered: ReadonlySet<string> = new Set(['offline', 'unavailable', 'idempotency_in_progress'])

const at = (id: string) => ({ params: { path: { id } } })
/** Published, given its time, or left as a draft; a draft that is kept loses the time that it had. */
async function goOn(post: string, { then, draft }: Outgoing): Promise<Outgoing['phase']> {
  if (then === 'keep') {
    if (draft.post) await ask(api.DELETE('/v1/posts/{id}/schedule', at(post)))
    return 'kept'
  }
  const time = draft.at ? momentOf(draft.at) : null
  if (!time) {
    await ask(api.POST('/v1/posts/{id}/publish', at(post)))
    return 'processing'
  }
  await ask(api.PUT('/v1/posts/{id}/schedule', { ...at(post), body: { at: time.toISOString() } }))
  return 'scheduled'
}

async function savePost({ key, draft, post }: Outgoing): Promise<string> {
  const media = draft.files.flatMap(f => (f.media ? [f.media] : []))
  const video = draft.files[0]?.kind === 'video'
  const toMs = video ? Math.floor(draft.durationMs ?? (await lengthOf(media[0]))) : 0
  const body = {
    caption: draft.caption.trim(),
    products: tagsOf(draft.products, toMs),
    ...(draft.disclosure && { disclosure: draft.disclosure }),
    ...(draft.grownFrom && { grownFrom: draft.grownFrom }),
    ...(video ? { video: media[0] ?? null } : { video: null, pictures: media }),
    shop: draft.shop,
  }
  // After signing in, what the guest uploaded changes hands within moments. A refusal is kept under its key, so each try has its own.
  for (let tries = 0; ; tries++) {
    try {
      const create = () => api.POST('/v1/posts', { ...keyed(`${key}.${tries}`), body })
      return (await ask(post ? api.PATCH('/v1/posts/{id}', { ...at(post), body }) : create())).id
    } catch (error) {
      if (tries >= 4 || !isCode(error, 'not_found')) throw error
      await new Promise(resolve => setTimeout(resolve, 700))
    }
  }
}

async function putCaptions(media: string, captions: Draft['captions']): Promise<void> {
  if (!captions?.cues.length) return
  const path = { id: media, language: captions.language }
  await ask(api.PUT('/v1/media/{id}/captions/{language}', { params: { path }, body: { cues: [...captions.cues] } }))
}

/** Asked only when this browser could not read the clip. */
async function lengthOf(media: string | undefined): Promise<number> {
  const found = media ? await ask(api.GET('/v1/media/{id}', { params: { path: { id: media } } })).catch(() => null) : null
  return found?.video?.durationMs ?? 0
}

let watching = false
/** Follows posts that are being prepared until each is live or refused. */
function watch(): void {
  if (watching) return
  watching = true
  const look = async () => {
    const waiting = all().filter(o => o.phase === 'processing')
    if (waiting.length === 0) {
      watching = false
      return
    }
    const page = document.hidden
      ? null
      : await ask(api.GET('/v1/me/posts', { params: { query: { limit: 50 } } })).catch(() => null)
    for (const item of page ? waiting : []) {
      const post = page?.items.find(p => p.id === item.post)
      if (!post) dismiss(item.key)
      else if (post.state === 'live') change(item.key, { phase: 'live', progress: 100 })
      else if (post.refusal) change(item.key, { phase: 'failed', error: post.refusal.code, progress: 0 })
      else if (post.state === 'removed') dismiss(item.key)
      else change(item.key, { progress: post.progress })
    }
    if (page && waiting.length !== all().filter(o => o.phase === 'processing').length)
      void queryClient.invalidateQueries({ queryKey: ['me', 'posts'] })
    setTimeout(look, 2000)
  }
  setTimeout(look, 1200)
}

useUploads.subscribe(pump)
addEventListener('online', pump)
// What another page of ours has come to; what it began to send is ours when it is gone.
addEventListener('storage', event => {
  if (event.key !== useOutgoing.persist.getOptions().name) return
  const own = new Map(all().flatMap(o => (taken.has(o.key) ? [[o.key, o]] : [])))
  void useOutgoing.persist.rehydrate()
  if (!navigator.locks) return
  for (const { key, phase } of all()) {
    // Who sends it knows how far it is; a page that wrote in the same moment did not. What comes after is seen by every page.
    const ours = own.get(key)
    if (ours && (phase === 'uploading' || phase === 'creating')) change(key, ours)
    take(key)
  }
})
for (const { key } of all()) take(key)
watch()
