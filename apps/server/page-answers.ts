import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

/** Answers of the API by the path that was asked, as the text that the API would send. */
export type Answers = Map<string, string>

/**
 * Asks the API for a page what its code would ask first: the same routes, the same permissions, as the same person. A visitor who is
 * new has the cookie only in the reply that is being made.
 */
export function asker(app: FastifyInstance, request: FastifyRequest, reply: FastifyReply) {
  const set = reply.getHeader('set-cookie')
  const fresh = (Array.isArray(set) ? set : set ? [String(set)] : []).map(line => String(line).split(';')[0])
  const cookie = fresh.length > 0 ? fresh.join('; ') : request.headers.cookie
  const answers: Answers = new Map()
  const ask = async <T>(path: string): Promise<T | null> => {
    const answer = await app.inject({
      method: 'GET',
      url: path,
      remoteAddress: request.ip,
      headers: { accept: 'application/json', ...(cookie && { cookie }) },
    })
    if (answer.statusCode !== 200) return null
    answers.set(path, answer.payload)
    return JSON.parse(answer.payload) as T
  }
  return { ask, answers }
}

interface AskedProduct {
  readonly shop: string
  readonly name: Record<string, string>
  readonly pictures: readonly { readonly url: string }[]
}
interface AskedTile {
  readonly id: string
  readonly format: string
  readonly poster: string
}
/** Everything above the fold of a product page. A refusal is left to the app, which asks itself and says what is wrong. */
export async function askProduct(
  ask: ReturnType<typeof asker>['ask'],
  id: string,
): Promise<(AskedProduct & { poster: string | null }) | null> {
  const path = `/v1/products/${id}`
  const clip = async () => {
    const tiles = await ask<{ items: readonly AskedTile[] }>(`${path}/posts?limit=12`)
    const first = tiles?.items.find(tile => tile.format === 'video')
    const post = first && (await ask<{ video: { poster: string } | null }>(`/v1/posts/${first.id}`))
    return post?.video?.poster ?? null
  }
  const [product, poster] = await Promise.all([
    ask<AskedProduct>(path).then(async found => {
      if (found) await ask(`/v1/shops/${found.shop}`)
      return found
    }),
    clip(),
    ask(`${path}/offers`),
    ask(`${path}/price-history`),
  ])
  return product && { ...product, poster }
}

/** The answers as a script of data, cut out of a kept page by the service worker: no price is told from what was kept. */
export function answersIsland(answers: Answers): string {
  if (answers.size === 0) return ''
  const members = [...answers].map(([path, text]) => `${JSON.stringify(path)}:${text}`)
  return `<!--first--><script type="application/json" id="answers">{${members.join(',').replaceAll('<', '\\u003c')}}</script><!--/first-->`
}
