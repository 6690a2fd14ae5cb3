import { type Recommender, type RecommendRequest, type Slate, sharedPageMs } from '#engines/recommender'

const pagesKept = 512

/**
 * Pages without personalisation: for some minutes the first that was made for a context is everybody's in it, whatever the log says
 * meanwhile. When something of it may not be shown any more, removed or sold out, the next is everybody's; whom a filter of their own keeps
 * something from, a block or a refusal, gets a page of their own.
 */
export function createSharedPages() {
  const pages = new Map<string, Slate>()
  const keyOf = ({ scene, n, now, language, exclude }: RecommendRequest): string =>
    JSON.stringify([Math.floor(now / sharedPageMs), scene, n, language, exclude])
  return {
    page(r: Pick<Recommender, 'recommend' | 'mayShow'>, request: RecommendRequest): Slate {
      if (request.profiling || request.scene === 'following' || request.weights) return r.recommend(request)
      const key = keyOf(request)
      const nobody = { ...request, person: null, lean: false }
      const shows = (asked: RecommendRequest, { slots }: Slate): boolean =>
        r.mayShow(
          asked,
          slots.map(s => s.item),
        )
      let page = pages.get(key)
      if (!page || !shows(nobody, page)) {
        page = r.recommend(nobody)
        pages.set(key, page)
        if (pages.size > pagesKept) pages.delete(pages.keys().next().value as string)
      }
      return shows(request, page) ? page : r.recommend(request)
    },
    /** What was made of another state is worth nothing. */
    clear: () => pages.clear(),
  }
}
