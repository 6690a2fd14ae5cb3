import { noteAct } from './acted.ts'
import { type ApiError, errorOf } from './error.ts'
import { tellRefused, type Wish } from './refused.ts'

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

/** Null when no answer came, or none that says anything about the wish. */
async function send(wish: Wish): Promise<'sent' | ApiError | null> {
  const init: RequestInit = { method: wish.method, keepalive: true }
  if (wish.method !== 'DELETE')
    Object.assign(init, {
      headers: { 'content-type': 'application/json', ...(wish.key && { 'idempotency-key': wish.key }) },
      body: JSON.stringify(wish.body ?? {}),
    })
  const response = await fetch(wish.path, init).catch(() => null)
  if (!response || response.status >= 500) return null
  if (!response.ok) return errorOf(response.status, await response.json().catch(() => null))
  noteAct()
  return 'sent'
}

/** Likes, saves, follows, alerts and comments: sent now, or kept until the network is back. Throws only what the server refused. */
export async function wish(wanted: Wish): Promise<'sent' | 'kept'> {
  const answer = await send(wanted)
  if (answer === 'sent') return answer
  if (answer) throw answer
  write([...read().filter(w => w.about !== wanted.about), wanted])
  tryAgain()
  return 'kept'
}

/** Refusals of the moment: the same wish may be taken a little later. */
const later = new Set(['rate_limited', 'idempotency_in_progress'])
const same = (a: Wish, b: Wish) => a.about === b.about && a.method === b.method && a.key === b.key

/** A wish leaves the outbox when it was answered: taken, or refused, and then the person is told. */
async function sendKept(): Promise<void> {
  for (const w of read()) {
    const answer = await send(w)
    if (!answer || (answer !== 'sent' && later.has(answer.code))) continue
    write(read().filter(other => !same(other, w)))
    if (answer !== 'sent') tellRefused(w, answer)
  }
}
/** A server that could not be reached comes back without a word from the browser. */
const againMs = 10_000
let timer = 0
function tryAgain(): void {
  clearTimeout(timer)
  if (read().length > 0) timer = window.setTimeout(replay, againMs)
}
let last = Promise.resolve()
/** One after another, also when several tabs see the network come back; there are no locks on a page without TLS. */
function replay(): void {
  if (read().length === 0) return
  last = last
    .then(() => ('locks' in navigator ? navigator.locks.request(kept, sendKept) : sendKept()))
    .catch(() => undefined)
    .then(tryAgain)
}
addEventListener('online', replay)
replay()
