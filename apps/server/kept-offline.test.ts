import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'

const origin = 'http://shop.example'
interface Asked {
  readonly method: string
  readonly mode: string
  readonly url: string
  readonly headers: Headers
}
interface Heard {
  readonly request?: Asked
  readonly data?: unknown
  respondWith?(answer: Promise<Response>): void
  waitUntil(done: Promise<unknown>): void
}
type Key = { readonly url: string } | string
const addressOf = (key: Key) => new URL(typeof key === 'string' ? key : key.url, origin).href

function cacheStore() {
  const stores = new Map<string, Map<string, Response>>()
  const open = (name: string) => {
    const kept = stores.get(name) ?? new Map<string, Response>()
    stores.set(name, kept)
    return {
      put: async (key: Key, answer: Response) => void kept.set(addressOf(key), answer),
      match: async (key: Key) => kept.get(addressOf(key))?.clone(),
      delete: async (key: Key) => kept.delete(addressOf(key)),
      keys: async () => [...kept.keys()].map(url => ({ url })),
    }
  }
  const match = async (key: Key, { cacheName }: { cacheName?: string } = {}) => {
    for (const name of cacheName ? [cacheName] : stores.keys()) {
      const found = await open(name).match(key)
      if (found) return found
    }
  }
  const keys = async () => [...stores.keys()]
  return { open: async (name: string) => open(name), match, keys, delete: async (name: string) => stores.delete(name) }
}

/** The worker in a browser that knows no more than it needs. `network` says what an address answers; nothing where it is cut off. */
function worker(network: Map<string, Response>) {
  const heard = new Map<string, (event: Heard) => void>()
  const caches = cacheStore()
  /** Whole files that were asked for, past the worker. */
  const loaded: string[] = []
  runInNewContext(readFileSync(new URL('../web/public/sw.js', import.meta.url), 'utf8'), {
    ...{ URL, Response, Headers, AbortSignal, location: { origin }, navigator: { onLine: true } },
    setTimeout: (run: () => void) => setTimeout(run),
    self: {
      addEventListener: (name: string, listener: (event: Heard) => void) => heard.set(name, listener),
      clients: { claim: async () => undefined },
    },
    caches,
    fetch: async (key: Key, { method = 'GET' } = {}) => {
      const answer = network.get(new URL(addressOf(key)).pathname)
      if (!answer) throw new TypeError('cut off')
      if (method === 'GET') loaded.push(addressOf(key))
      return answer.clone()
    },
  })
  const ask = async (path: string, init: { method?: string; mode?: string; range?: string } = {}): Promise<Response | null> => {
    const { method = 'GET', mode = 'cors', range } = init
    const beside: Promise<unknown>[] = []
    const answers: Promise<Response>[] = []
    heard.get('fetch')?.({
      request: { method, mode, url: origin + path, headers: new Headers(range ? { range } : {}) },
      respondWith: said => void answers.push(said),
      waitUntil: done => void beside.push(done),
    })
    const answer = await answers[0]?.catch(() => Response.error())
    await Promise.all(beside)
    return answer ?? null
  }
  const hear = async (name: 'message' | 'activate', data?: unknown): Promise<void> => {
    const beside: Promise<unknown>[] = []
    heard.get(name)?.({ data, waitUntil: done => void beside.push(done) })
    await Promise.all(beside)
  }
  return { ask, tell: (data: unknown) => hear('message', data), takeOver: () => hear('activate'), loaded, caches }
}
/** −1: left to the browser, 0: no answer. */
const status = async (answer: Promise<Response | null>) => (await answer)?.status ?? -1

const bytes = (n: number, size = 10) => Uint8Array.from({ length: size }, (_, i) => n * 16 + i)
const file = (n: number, length = 10) => new Response(bytes(n), { headers: { 'content-length': String(length) } })
const rung = (n: number, name = 'low') => `/media/med_${n}/${name}.mp4`
const page = () =>
  new Response('<html><head></head><body><!--first--><div id="first">a poster</div><!--/first--></body>', {
    headers: { 'content-type': 'text/html' },
  })
/** A visit with three clips, of which those numbered have been watched. */
async function visited(...watched: number[]) {
  const network = new Map<string, Response>([
    ['/', page()],
    ...[1, 2, 3].map(n => [rung(n), file(n)] as const),
    ['/v1/sign-out', Response.json({})],
  ])
  const w = worker(network)
  const watch = (n: number) => w.tell({ keep: { url: rung(n), slide: { id: `pst_${n}`, caption: '</script><b>' } } })
  await w.ask('/', { mode: 'navigate' })
  for (const n of watched) await watch(n)
  /** What a page that comes up without a network is told of kept clips. */
  const offline = async () => {
    const before = [...network]
    network.clear()
    const html = await (await w.ask('/', { mode: 'navigate' }))?.text()
    for (const [path, answer] of before) network.set(path, answer)
    const island = /<script type="application\/json" id="kept">(.*?)<\/script>/.exec(html ?? '')?.[1] ?? 'null'
    return { html, slides: (JSON.parse(island) as { id: string }[]).map(s => s.id) }
  }
  return { ...w, network, watch, offline }
}
const cut = (network: Map<string, Response>) => network.clear()

test('a post that was seen is shown without a network, but not after the server said that it is gone; a busy server takes nothing away', async () => {
  const path = '/v1/posts/pst_1'
  const network = new Map([[path, Response.json({ caption: 'Third firing' })]])
  const { ask } = worker(network)
  const offline = async () => {
    const before = network.get(path)
    network.delete(path)
    const said = await status(ask(path))
    if (before) network.set(path, before)
    return said
  }
  expect([await status(ask(path)), await offline()]).toEqual([200, 200])
  network.set(path, new Response(null, { status: 503 }))
  expect([await status(ask(path)), await offline()]).toEqual([503, 200])
  network.set(path, new Response(null, { status: 404 }))
  expect([await status(ask(path)), await offline()]).toEqual([404, 0])
})

test('clips are left to the browser, kept or not, but for a page that came up without a network', async () => {
  const { ask } = await visited(1)
  expect([await status(ask(rung(1))), await status(ask(rung(2)))]).toEqual([-1, -1])
})

test('the two clips that were watched last are kept, each loaded once, and the page says so, the last first; no word of theirs ends its script', async () => {
  const { watch, offline, loaded, ask, network } = await visited(1, 2, 3, 2)
  expect((await offline()).slides).toEqual(['pst_2', 'pst_3'])
  expect((await offline()).html).not.toContain('<b>')
  // Another slide comes first than the one that the server drew.
  expect((await offline()).html).not.toContain('a poster')
  expect(loaded.filter(url => url.endsWith('.mp4'))).toEqual([1, 2, 3].map(n => origin + rung(n)))
  await watch(3)
  expect((await offline()).slides).toEqual(['pst_3', 'pst_2'])
  cut(network)
  expect(await status(ask(`${rung(1)}?kept`))).toBe(0)
})

test('without a network a kept clip answers whole and in ranges with its own bytes, and no other rung does', async () => {
  const { ask, network } = await visited(1, 2)
  cut(network)
  const part = async (range?: string) => {
    const answer = await ask(`${rung(2)}?kept`, range ? { range } : {})
    return [answer?.status, answer?.headers.get('content-range'), [...new Uint8Array((await answer?.arrayBuffer()) ?? [])]]
  }
  const all = [...bytes(2)]
  expect(await part()).toEqual([200, null, all])
  expect(await part('bytes=0-')).toEqual([206, 'bytes 0-9/10', all])
  expect(await part('bytes=3-5')).toEqual([206, 'bytes 3-5/10', all.slice(3, 6)])
  expect(await part('bytes=8-99')).toEqual([206, 'bytes 8-9/10', all.slice(8)])
  expect(await part('bytes=-4')).toEqual([206, 'bytes 6-9/10', all.slice(6)])
  expect((await part('bytes=10-')).slice(0, 2)).toEqual([416, 'bytes */10'])
  expect(await status(ask(`${rung(2, 'high')}?kept`))).toBe(0)
})

test.each([403, 404, 410])(
  'a kept clip that the server answers with %i is dropped: when it is asked for, and at the next visit',
  async code => {
    const asked = await visited(1, 2)
    asked.network.set(rung(1), new Response(null, { status: code }))
    expect(await status(asked.ask(`${rung(1)}?kept`))).toBe(code)
    cut(asked.network)
    expect(await status(asked.ask(`${rung(1)}?kept`))).toBe(0)

    const visit = await visited(1, 2)
    visit.network.set(rung(1), new Response(null, { status: code }))
    await visit.ask('/', { mode: 'navigate' })
    expect((await visit.offline()).slides).toEqual(['pst_2'])
  },
)

test('a kept clip goes with its post, and with the person; a busy server takes nothing away', async () => {
  const { ask, network, offline } = await visited(1, 2)
  network.set(rung(1), new Response(null, { status: 503 }))
  expect(await status(ask(`${rung(1)}?kept`))).toBe(200)
  network.set('/v1/posts/pst_1', new Response(null, { status: 404 }))
  await ask('/v1/posts/pst_1')
  expect((await offline()).slides).toEqual(['pst_2'])
  await ask('/v1/sign-out', { method: 'POST' })
  await ask('/', { mode: 'navigate' })
  expect((await offline()).slides).toEqual([])
  cut(network)
  expect(await status(ask(`${rung(2)}?kept`))).toBe(0)
})

test('the clips that the worker before kept, up to 150 MB of them, go when this one takes over, also where it keeps none itself', async () => {
  const { caches, takeOver } = await visited()
  const before = await caches.open('clips-1')
  await before.put(rung(9), file(9))
  await takeOver()
  expect(await caches.match(rung(9))).toBe(undefined)
})

test('what is larger than its bound, or does not say how large it is, is not kept', async () => {
  const { watch, network, offline } = await visited(1)
  network.set(rung(2), file(2, 20_000_001))
  network.set(rung(3), new Response(bytes(3)))
  await watch(2)
  await watch(3)
  expect((await offline()).slides).toEqual(['pst_1'])
})
