/** What the server asked its own API for this page: `/v1/products/prd_…` → the body that it would have sent. */
const waiting = new Map<string, unknown>()
/** What came with the page is as old as the page: after this time it is asked for anew. */
const fresh = 60_000

try {
  const text = document.getElementById('answers')?.textContent
  for (const [path, body] of Object.entries(text ? (JSON.parse(text) as Record<string, unknown>) : {})) waiting.set(path, body)
} catch {
  // An island that cannot be read is none.
}

/** `fetch`, except that the first request for what came with the page is answered by it. */
export async function fetchOrHanded(request: Request): Promise<Response> {
  const url = new URL(request.url)
  const path = url.pathname + url.search
  const body = request.method === 'GET' && performance.now() < fresh ? waiting.get(path) : undefined
  if (body === undefined) return fetch(request)
  waiting.delete(path)
  return Response.json(body)
}
