// The shopper's service worker, written by hand: the shell, the last page of the feed with its posters, the two clips that were watched
// last, and one's own orders can be seen without a network. Prices are never answered from here: offers, carts, checkouts and lists of the mall always ask the server.
// apps/server/service-worker.ts puts the build's version and files in.

/** @type {{ version: string, first: string[], later: string[] }} */
const build = '__BUILD__'
const shell = `shell-${build.version}`
/** What belongs to the person who is here; goes when they sign in or out. */
const mine = 'mine-1'
const pictures = 'pictures-1'
const mostPictures = 120
/** The clips that were watched last, one rung each and whole, by the address of that rung; `keptSlides` lists what shows them, the last first. */
const clips = 'clips-2'
const keptSlides = '/kept-slides'
const clipUrl = /^\/media\/med_[0-9a-z]+\/[a-z]+\.mp4$/
const mostClips = 2
const mostClipBytes = 20_000_000
/** A page that came up without a network asks for the copy; at any other time clips are left to the browser. */
const copyOf = '?kept'
/** Is a kept clip still shown to this person? Without an answer by then there is no network. */
const askMs = 2000
/** By then a page has loaded what it shows first. */
const quietMs = 5000
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
  if (clipUrl.test(event.data?.keep?.url)) event.waitUntil(inTurn(() => keepClip(event.data.keep)))
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
  await Promise.all(names.filter(name => ![shell, mine, pictures, clips].includes(name)).map(name => caches.delete(name)))
  await self.clients.claim()
}

self.addEventListener('fetch', event => {
  const { request } = event
  const url = new URL(request.url)
  if (url.origin !== location.origin) return
  if (request.method !== 'GET') {
    if (changesPerson.test(url.pathname) && request.method !== 'PATCH') event.waitUntil(forgetPerson())
    return
  }
  if (request.mode === 'navigate') {
    if (!/^\/(studio|console|v1|media)(\/|$)/.test(url.pathname)) event.respondWith(navigate(event, url))
  } else if (/^\/(assets|fonts)\/|^\/icon/.test(url.pathname)) event.respondWith(fromShell(request))
  else if (clipUrl.test(url.pathname) && url.search === copyOf) event.respondWith(keptClip(event, url.pathname))
  else if (/^\/media\/[^/]+\/(?!storyboard)/.test(url.pathname) && request.destination === 'image')
    event.respondWith(picture(event))
  else if (readable.test(url.pathname)) event.respondWith(freshElseKept(event))
})

/** The server's page; without a network the one of the last visit to the feed, whose data say from when they are. */
async function navigate(event, url) {
  try {
    const answer = await fetch(event.request)
    if (answer.ok) keep(event, mine, url.pathname === home ? home : elsewhere, answer.clone())
    if (answer.ok) event.waitUntil(after(quietMs).then(() => inTurn(askAfterClips)))
    return answer
  } catch (error) {
    const feed = await caches.match(home, { cacheName: mine })
    const kept = feed ?? (await caches.match(elsewhere, { cacheName: mine }))
    if (kept) return withoutFirst(kept, feed !== undefined && url.pathname === home)
    throw error
  }
}

/**
 * A kept page shows no first picture where another slide comes first, and holds no answers of the API that came with it: prices are among
 * them. The slides whose clips are here go in, for the feed to begin with (apps/web/shopper/watch/kept-clips.ts).
 */
async function withoutFirst(kept, same) {
  const slides = (await listed(await caches.open(clips))).map(k => k.slide)
  const cut = /<!--first-->(<div id="first")?.*?<!--\/first-->/gs
  const island = JSON.stringify(slides).replaceAll('<', '\\u003c')
  const text = (await kept.text())
    .replace(cut, (part, picture) => (picture && same && slides.length === 0 ? part : ''))
    .replace('</head>', end => `<script type="application/json" id="kept">${island}</script>${end}`)
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
async function forget(request) {
  await (await caches.open(mine)).delete(request, { ignoreVary: true })
  const post = /^\/v1\/posts\/(pst_[0-9a-z]+)$/.exec(new URL(request.url).pathname)?.[1]
  if (post) await inTurn(() => letClips(k => k.slide.id !== post))
}
const forgetPerson = () => Promise.all([caches.delete(mine), inTurn(() => caches.delete(clips))])

const after = ms => new Promise(done => setTimeout(done, ms))
let last = Promise.resolve()
/** What is done to the clips is done one after the other; nothing is put back that was taken out meanwhile. */
const inTurn = work => (last = last.then(work).catch(() => undefined))

/** `[{ url, slide }]` */
const listed = async cache => (await (await cache.match(keptSlides))?.json()) ?? []
const list = (cache, kept) => cache.put(keptSlides, Response.json(kept))

/** The page says that all of it came and was looked at: its bytes are in the browser's own cache and are copied from there. */
async function keepClip({ url, slide }) {
  const cache = await caches.open(clips)
  const before = await listed(cache)
  if (!(await cache.match(url))) {
    const answer = await fetch(url, { cache: 'force-cache' })
    const bytes = Number(answer.headers.get('content-length'))
    if (answer.status !== 200 || !(bytes > 0 && bytes <= mostClipBytes)) return
    await cache.put(url, answer)
  }
  await list(cache, [{ url, slide }, ...before.filter(k => k.url !== url)])
  await letClips((_, i) => i < mostClips)
}

/** Lets go what is not wanted any more. */
async function letClips(wanted) {
  const cache = await caches.open(clips)
  const kept = (await listed(cache)).filter(wanted)
  await list(cache, kept)
  for (const { url } of await cache.keys()) {
    const path = new URL(url).pathname
    if (path !== keptSlides && !kept.some(k => k.url === path)) await cache.delete(path)
  }
}

/** The server's word on a clip, not the browser's cache; 0 when there is no network. */
const statusOf = path =>
  fetch(path, { method: 'HEAD', cache: 'no-store', signal: AbortSignal.timeout(askMs) }).then(
    answer => answer.status,
    () => 0,
  )

async function askAfterClips() {
  const kept = await listed(await caches.open(clips))
  const said = await Promise.all(kept.map(k => statusOf(k.url)))
  if (said.some(status => gone.includes(status))) await letClips((_, i) => !gone.includes(said[i]))
}

/** The copy, as a whole or the range that a video element asks for, unless the server can be reached and says that it is gone. */
async function keptClip(event, path) {
  const kept = await (await caches.open(clips)).match(path)
  if (!kept) return fetch(event.request)
  const status = await statusOf(path)
  if (gone.includes(status)) {
    event.waitUntil(inTurn(() => letClips(k => k.url !== path)))
    return new Response(null, { status })
  }
  return ranged(await kept.blob(), event.request.headers.get('range'))
}

/** One byte range as RFC 9110, 14.2 has it; a header that is not understood is ignored. */
function ranged(file, header) {
  const headers = { 'content-type': 'video/mp4', 'accept-ranges': 'bytes' }
  const [, from, to] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (!from && !to) return new Response(file, { headers: { ...headers, 'content-length': String(file.size) } })
  const start = from ? Number(from) : Math.max(0, file.size - Number(to))
  const end = from && to ? Math.min(Number(to), file.size - 1) : file.size - 1
  if (start > end) return new Response(null, { status: 416, headers: { ...headers, 'content-range': `bytes */${file.size}` } })
  const part = { 'content-range': `bytes ${start}-${end}/${file.size}`, 'content-length': String(end + 1 - start) }
  return new Response(file.slice(start, end + 1), { status: 206, headers: { ...headers, ...part } })
}

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
