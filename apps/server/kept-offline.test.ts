import { readFileSync } from 'node:fs'
import { runInNewContext } from 'node:vm'
import { expect, test } from 'vitest'

interface Asked {
  request: { method: string; mode: string; url: string }
  respondWith(answer: Promise<Response>): void
  waitUntil(done: Promise<unknown>): void
}

/** The worker in a browser that knows no more than it needs. `answers` is the network: what an address says, nothing when it is cut off. */
function worker(answers: Map<string, Response>) {
  const kept = new Map<string, Response>()
  const heard = new Map<string, (event: Asked) => void>()
  const key = (request: { url: string } | string) => (typeof request === 'string' ? request : request.url)
  const cache = {
    put: async (request: { url: string }, answer: Response) => void kept.set(key(request), answer),
    delete: async (request: { url: string }) => kept.delete(key(request)),
    keys: async () => [...kept.keys()],
  }
  runInNewContext(readFileSync(new URL('../web/public/sw.js', import.meta.url), 'utf8'), {
    ...{ URL, Response, location: { origin: 'http://shop.example' }, navigator: { onLine: true } },
    self: { addEventListener: (name: string, listener: (event: Asked) => void) => heard.set(name, listener) },
    caches: { open: async () => cache, match: async (request: { url: string }) => kept.get(key(request))?.clone() },
    fetch: async (request: { url: string }) => {
      const answer = answers.get(request.url)
      if (!answer) throw new TypeError('cut off')
      return answer.clone()
    },
  })
  return async (path: string): Promise<number> => {
    const beside: Promise<unknown>[] = []
    let answer: Promise<Response> | null = null
    const request = { method: 'GET', mode: 'cors', url: `http://shop.example${path}` }
    heard.get('fetch')?.({
      request,
      respondWith: said => {
        answer = said
      },
      waitUntil: done => beside.push(done),
    })
    const status = answer ? await (answer as Promise<Response>).then(a => a.status).catch(() => 0) : -1
    await Promise.all(beside)
    return status
  }
}

test('a post that was seen is shown without a network, but not after the server said that it is gone; a busy server takes nothing away', async () => {
  const url = 'http://shop.example/v1/posts/pst_1'
  const network = new Map([[url, Response.json({ caption: 'Third firing' })]])
  const ask = worker(network)
  const offline = async () => {
    const before = network.get(url)
    network.delete(url)
    const status = await ask('/v1/posts/pst_1')
    if (before) network.set(url, before)
    return status
  }
  expect([await ask('/v1/posts/pst_1'), await offline()]).toEqual([200, 200])
  network.set(url, new Response(null, { status: 503 }))
  expect([await ask('/v1/posts/pst_1'), await offline()]).toEqual([503, 200])
  network.set(url, new Response(null, { status: 404 }))
  expect([await ask('/v1/posts/pst_1'), await offline()]).toEqual([404, 0])
})

test('clips are left to the browser: the worker neither answers nor keeps them', async () => {
  const ask = worker(new Map())
  expect(await ask('/media/med_1/low.mp4')).toBe(-1)
})
