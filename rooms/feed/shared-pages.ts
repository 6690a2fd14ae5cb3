import { type Recommender, type RecommendRequest, type Slate, sharedPageMs } from '#engines/recommender'

const pagesKept = 512

/**
 * Pages without personalisation: for some minutes the first that was made for a context is everybody's in it, whatever the log says
 * meanwhile. Whom a filter keeps something of it from, a block, a refusal, what sold out, gets a page of their own.
 */
export function createSharedPages() {
  const pages = new Map<string, Slate>()
  const keyOf = ({ scene, n, now, language, exclude }: RecommendRequest): string =>
    JSON.stringify([Math.floor(now / sharedPageMs), scene, n, language, exclude])
  return {
    page(r: Pick<Recommender, 'recommend' | 'mayShow'>, request: RecommendRequest): Slate {
      if (request.profiling || request.scene === 'following' || request.weights) return r.recommend(request)
      const key = keyOf(request)
      let page = pages.get(key)
      if (!page) {
        page = r.recommend({ ...request, person: null, lean: false })
        pages.set(key, page)
        if (pages.size > pagesKept) pages.delete(pages.keys().next().value as string)
      }
      const items = page.slots.map(s => s.item)
      return r.mayShow(request, items) ? page : r.recommend(request)
    },
    /** What was made of another state is worth nothing. */
    clear: () => pages.clear(),
  }
}
