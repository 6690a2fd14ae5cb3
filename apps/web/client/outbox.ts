import { noteAct } from './acted.ts'
import { ApiError } from './error.ts'

/** A wish that can be repeated without harm, a POST by its idempotency key: the last wish about the same thing wins. */
interface Wish {
  readonly about: string
  readonly method: 'PUT' | 'DELETE' | 'POST'
  readonly path: string
  readonly body?: unknown
  readonly key?: string
}
const kept = 'enishi.outbox'
const read = (): Wish[] => {
  try {
    return JSON.parse(localStorage.getItem(kept) ?? '[]') as Wish[]
  } catch {
    return []
  }
}
const write = (wishes: Wish[]) => {
  try {
    localStorage.setItem(kept, JSON.stringify(wishes))
  } catch {
    // Without storage the wish lives as long as the page.
  }
}

async function send(wish: Wish): Promise<Response> {
  const init: RequestInit = { method: wish.method, keepalive: true }
  if (wish.method !== 'DELETE')
    Object.assign(init, {
      headers: { 'content-type': 'application/json', ...(wish.key && { 'idempotency-key': wish.key }) },
      body: JSON.stringify(wish.body ?? {}),
    })
  return fetch(wish.path, init)
}

/** Likes, saves, follows, alerts and comments: sent now, or kept until the network is back. Throws only what the server refused. */
export async function wish(wanted: Wish): Promise<'sent' | 'kept'> {
  const response = await send(wanted).catch(() => null)
  if (!response || response.status >= 500) {
    write([...read().filter(w => w.about !== wanted.about), wanted])
    return 'kept'
  }
  if (!response.ok) {
    const body = (await response.json().catch(() => ({}))) as { error?: { code?: string } }
    throw new ApiError(body.error?.code ?? 'unavailable', response.status)
  }
  noteAct()
  return 'sent'
}

async function replay(): Promise<void> {
  const wishes = read()
  if (wishes.length === 0) return
  write([])
  for (const w of wishes) await wish(w).catch(() => undefined)
}
addEventListener('online', () => void replay())
void replay()
