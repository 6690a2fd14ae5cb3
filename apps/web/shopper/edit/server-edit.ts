import type { EditList } from '#engines/edit'
import { newKey } from '../../client/api.ts'

/** What the server does for an edit: its music, and rendering where the browser can't. The one place that knows these routes. */
export interface MusicPiece {
  readonly id: string
  readonly title: { readonly en: string; readonly ja: string; readonly zh: string }
  readonly mood: string
  /** Milliseconds. */
  readonly length: number
  readonly url: string
  readonly credit: string | null
}

async function call<T>(path: string, init: RequestInit = {}): Promise<T> {
  const answer = await fetch(path, init)
  if (!answer.ok) {
    const body = (await answer.json().catch(() => null)) as { error?: { code?: string } } | null
    throw new Error(body?.error?.code ?? 'unavailable')
  }
  return (await answer.json()) as T
}

/** All pieces; none where this server has no library. */
export async function musicLibrary(): Promise<readonly MusicPiece[]> {
  const all: MusicPiece[] = []
  for (let next: string | null = ''; next !== null && all.length < 200; ) {
    const path: string = `/v1/music${next ? `?after=${encodeURIComponent(next)}` : ''}`
    const page: { items: MusicPiece[]; next: string | null } = await call(path)
    all.push(...page.items)
    next = page.next
  }
  return all
}
/** Rendering came to servers together with their music. */
export const serverRenders = (): Promise<boolean> =>
  fetch('/v1/music').then(
    answer => answer.ok,
    () => false,
  )

interface Material {
  readonly id: string
  readonly state: string
  readonly source: { readonly width: number; readonly height: number; readonly length: number } | null
}
/** Waits until a source or a picture that was uploaded can be used; its length as the server measured it. */
export async function held(id: string, signal: AbortSignal): Promise<Material> {
  for (;;) {
    const medium = await call<Material & { refusal: { code: string } | null }>(`/v1/media/${id}`, { signal })
    if (medium.refusal) throw new Error(medium.refusal.code)
    if (medium.state === 'held' || medium.state === 'ready') return medium
    await new Promise(resolve => setTimeout(resolve, 700))
    signal.throwIfAborted()
  }
}
/** Has an edit rendered; the id of the medium that it becomes. */
export const renderOnServer = (list: EditList, signal: AbortSignal): Promise<string> =>
  call<{ id: string }>('/v1/edits', {
    method: 'POST',
    signal,
    headers: { 'content-type': 'application/json', 'idempotency-key': newKey() },
    body: JSON.stringify({ list }),
  }).then(medium => medium.id)
