import { bind, type RouteSet } from '#base/http'
import { type Id, ok } from '#base/kernel'
import type { Search } from './search.ts'
import { wire } from './wire.ts'

export const searchRoutes = (search: Search): RouteSet =>
  bind('search', wire, {
    'GET /v1/search/products': async ({ caller, query }) => search.products(caller, query),
    'GET /v1/search/posts': async ({ caller, query }) => search.posts(caller, query),
    'GET /v1/search/people': async ({ caller, query }) => search.people(caller, query),
    'GET /v1/search/suggest': async ({ query }) =>
      ok({ items: (await search.suggest(query.words)).map(p => ({ words: p.shown, kind: p.kind })) }),
    'GET /v1/product-cards': async ({ query }) => {
      const ids = query.ids
        .split(',')
        .filter(id => /^prd_[0-9a-z]{6,40}$/.test(id))
        .slice(0, 50)
      const cards = await search.cards(ids as Id<'product'>[])
      return ok({ items: ids.flatMap(id => cards.get(id) ?? []) })
    },
  })
