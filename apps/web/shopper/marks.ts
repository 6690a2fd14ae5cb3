import { create } from 'zustand'
import { api, ask } from '../client/api.ts'
import { wish } from '../client/outbox.ts'
import { queryClient } from '../client/query.ts'
import { onRefused } from '../client/refused.ts'
import type { Slide } from '../client/types.ts'
import { errorText, shared } from '../i18n/shared/index.ts'
import { t } from '../i18n/shopper/index.ts'
import { toast } from '../ui/core/index.ts'
import { sourceOf } from './source.ts'
import { chooseAnew } from './watch/feed-store.ts'

interface Marks {
  readonly liked: Readonly<Record<string, boolean>>
  readonly saved: Readonly<Record<string, boolean>>
  /** By person. */
  readonly follows: Readonly<Record<string, boolean>>
  /** Comments written or deleted here since the slide came. */
  readonly comments: Readonly<Record<string, number>>
}
/** What this person did since a slide came in; shown at once, before the server has answered. */
export const useMarks = create<Marks>(() => ({ liked: {}, saved: {}, follows: {}, comments: {} }))

type Switch = 'liked' | 'saved' | 'follows'
function flip(kind: Switch, id: string, on: boolean): void {
  useMarks.setState(s => ({ [kind]: { ...s[kind], [id]: on } }))
}
async function send(kind: Switch, id: string, on: boolean, request: { path: string; body?: unknown }): Promise<void> {
  flip(kind, id, on)
  try {
    await wish({ about: `${kind}:${id}`, method: on ? 'PUT' : 'DELETE', ...request })
  } catch (error) {
    flip(kind, id, !on)
    toast(errorText(error))
  }
}

/** What was shown before the server was asked, and refused when the network was back, is taken back where it still shows. */
onRefused((wanted, error) => {
  const [kind, id] = wanted.about.split(':') as [string, string]
  const post = /^\/v1\/posts\/([^/]+)\/comments$/.exec(wanted.path)?.[1]
  if (kind === 'comment' && post && useMarks.getState().comments[post] !== undefined) commented(post, -1)
  if (kind !== 'liked' && kind !== 'saved' && kind !== 'follows') return
  if (useMarks.getState()[kind][id] === undefined) return
  flip(kind, id, wanted.method !== 'PUT')
  if (kind === 'follows') void queryClient.invalidateQueries({ queryKey: ['standing', id] })
  toast(errorText(error))
})

export const isLiked = (s: Marks, slide: Slide): boolean => s.liked[slide.id] ?? slide.mine.liked
export const isSaved = (s: Marks, slide: Slide): boolean => s.saved[slide.id] ?? slide.mine.saved
export const follows = (s: Marks, slide: Slide): boolean => s.follows[slide.author.id] ?? slide.mine.follows
/** A count as the person sees it: their own like is in it at once. */
export const counted = (count: number, before: boolean, now: boolean): number => count + (before === now ? 0 : now ? 1 : -1)

export function like(slide: Slide, on: boolean): void {
  if (on) navigator.vibrate?.(8)
  void send('liked', slide.id, on, { path: `/v1/posts/${slide.id}/like`, body: { source: sourceOf(slide) } })
}
export function save(slide: Slide, on: boolean): void {
  void send('saved', slide.id, on, { path: `/v1/posts/${slide.id}/save`, body: { source: sourceOf(slide) } })
}
export function follow(slide: Slide, on: boolean): void {
  void send('follows', slide.author.id, on, { path: `/v1/people/${slide.author.id}/follow`, body: { source: sourceOf(slide) } })
}
export function saveProduct(product: string, on: boolean): void {
  void send('saved', product, on, { path: `/v1/products/${product}/save`, body: {} })
}
export const commented = (post: string, by: number): void =>
  useMarks.setState(s => ({ comments: { ...s.comments, [post]: (s.comments[post] ?? 0) + by } }))

export async function notInterested(slide: Slide): Promise<void> {
  const path = `/v1/posts/${slide.id}/not-interested`
  const about = `not:${slide.id}`
  try {
    await wish({ about, method: 'PUT', path, body: { source: sourceOf(slide) } })
    chooseAnew()
    toast(t().menu.notInterestedDone, { label: shared().undo, run: () => void wish({ about, method: 'DELETE', path }) })
  } catch (error) {
    toast(errorText(error))
  }
}
export async function block(slide: Slide): Promise<void> {
  const path = { params: { path: { id: slide.author.id } } }
  try {
    await ask(api.PUT('/v1/people/{id}/block', path))
    chooseAnew()
    toast(t().menu.blocked(slide.author.name), {
      label: shared().undo,
      run: () => void api.DELETE('/v1/people/{id}/block', path),
    })
    void queryClient.invalidateQueries({ queryKey: ['comments'] })
  } catch (error) {
    toast(errorText(error))
  }
}
