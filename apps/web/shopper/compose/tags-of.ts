import type { Tagged } from './draft.ts'

/** The products of a draft as a post has them. A time that reaches over the end of the clip is the whole time; the place stays. */
export const tagsOf = (products: readonly Pick<Tagged, 'id' | 'span'>[], toMs: number) =>
  products.map(({ id, span }) => {
    const time = span && span.toMs <= toMs ? span : { fromMs: 0, toMs }
    return { ...span, product: id, fromMs: time.fromMs, toMs: time.toMs }
  })
