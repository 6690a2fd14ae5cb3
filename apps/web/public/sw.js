// The shopper's service worker, written by hand: the shell, the last page of the feed with its posters, and one's own orders can be
// seen without a network. Prices are never answered from here: offers, carts, checkouts and lists of the mall always ask the server.
// apps/server/service-worker.ts puts the build's version and files in.

/** @type {{ version: string, first: string[], later: string[] }} */
const build = '__BUILD__'
const shell = `shell-${build.version}`
/** What belongs to the person who is here; goes when they sign in or out. */
const mine = 'mine-1'
const pictures = 'pictures-1'
const mostPictures = 120
const home = '/'
/** Any other page of the last visit: the same shell, without a feed in it. */
const elsewhere = '/elsewhere'

/** Lists and things of one's own that may be shown as they were. None of them quotes a price that could be bought at. */
const readable =
  /^\/v1\/(me|me\/orders|me\/saves|me\/collections|me\/notices|me\/notices\/unread|orders\/ord_[0-9a-z]+|posts\/pst_[0-9a-z]+)$/
const changesPerson = /^\/v1\/(sign-in|sign-up|sign-out|me)$/

self.addEventListener('install', event => event.waitUntil(install()))
self.addEventListener('activate', event => event.waitUntil(activate()))
self.addEventListener('message', event => {
  if (event.data === 'take over') void self.skipWaiting()
})

async function install() {
  const cache = await caches.open(shell)
  await cache.addAll([...build.first, '/fonts/instrument-sans.woff2', '/icon.svg'])
  // The rest can wait, and does not come at all over a link that is to be spared.
  if (!navigator.connection?.saveData) await Promise.allSettled(build.later.map(file => cache.add(file)))
}

async function activate() {
  const names = await caches.keys()
  // Also what an earlier worker kept and this one does not know.
  await Promise.all(names.filter(name => ![shell, mine, pictures].includes(name)).map(name => caches.delete(name)))
  await self.clients.claim()
}

self.addEventListener('fetch', event => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== location.origin) return
  if (request.method !== 'GET') {
    if (changesPerson.test(url.pathname) && request.method !== 'PATCH') event.waitUntil(caches.delete(mine))
    return
  }
  if (request.mode === 'navigate') {
    if (!/^\/(studio|console|v1|media)(\/|$)/.test(url.pathname)) event.respondWith(navigate(event, url))
  } else if (/^\/(assets|fonts)\/|^\/icon/.test(url.pathname)) event.respondWith(fromShell(request))
  else if (/^\/media\/[^/]+\/(?!storyboard)/.test(url.pathname) && request.destination === 'image')
    event.respondWith(picture(event))
  else if (readable.test(url.pathname)) event.respondWith(freshElseKept(event))
})

/** The server's page; without a network the one of the last visit to the feed, whose data say from when they are. */
async function navigate(event, url) {
  try {
    const answer = await fetch(event.request)
    if (answer.ok) keep(event, mine, url.pathname === home ? home : elsewhere, answer.clone())
    return answer
  } catch (error) {
    const feed = await caches.match(home, { cacheName: mine })
    const kept = feed ?? (await caches.match(elsewhere, { cacheName: mine }))
    if (kept) return withoutFirst(kept, feed !== undefined && url.pathname === home)
    throw error
  }
}

/** A kept page shows no first picture at another address, and holds no answers of the API that came with it: prices are among them. */
async function withoutFirst(kept, same) {
  const cut = /<!--first-->(<div id="first")?.*?<!--\/first-->/gs
  const text = (await kept.text()).replace(cut, (part, picture) => (picture && same ? part : ''))
  const headers = new Headers(kept.headers)
  headers.delete('content-encoding')
  headers.delete('content-length')
  return new Response(text, { headers })
}

/** Files whose name holds their hash never change. */
async function fromShell(request) {
  const kept = await caches.match(request)
  if (kept) return kept
  const answer = await fetch(request)
  if (answer.ok) await (await caches.open(shell)).put(request, answer.clone())
  return answer
}

async function picture(event) {
  const kept = await caches.match(event.request, { cacheName: pictures })
  if (kept) return kept
  const answer = await fetch(event.request)
  if (answer.status === 200) keep(event, pictures, event.request, answer.clone(), mostPictures)
  return answer
}

async function freshElseKept(event) {
  try {
    const answer = await fetch(event.request)
    if (answer.ok) keep(event, mine, event.request, answer.clone())
    // What was removed, or is not for this person any more, is not shown later either.
    else if (gone.includes(answer.status)) event.waitUntil(forget(event.request))
    return answer
  } catch (error) {
    const kept = await caches.match(event.request, { cacheName: mine, ignoreVary: true })
    if (kept) return kept
    throw error
  }
}

const gone = [401, 403, 404, 410, 451]
const forget = async request => (await caches.open(mine)).delete(request, { ignoreVary: true })

/** Beside the answer, never before it; what is over `most` goes, the oldest first. */
function keep(event, name, key, answer, most = 300) {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(name)
      await cache.put(key, answer)
      const keys = await cache.keys()
      for (const old of keys.slice(0, Math.max(0, keys.length - most))) await cache.delete(old)
    })().catch(() => undefined),
  )
}
