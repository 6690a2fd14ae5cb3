import type { Case, Ids } from './foreign-case.ts'

export const offerDraft = { kind: 'percent', name: { en: 'x' }, starts: '2026-01-01T00:00:00Z', percent: 100 }
const { kind: _kind, ...rule } = offerDraft

/** The rows of promotions in testing/foreign-cases.ts. */
export const offerCases: Readonly<Record<string, Case[] | 'open'>> = {
  'GET /v1/shops/{shop}/offers': [{ at: (i: Ids) => `/shops/${i.shop}/offers` }],
  'POST /v1/shops/{shop}/offers': [
    { at: (i: Ids) => `/shops/${i.shop}/offers`, body: () => offerDraft },
    { at: (i: Ids) => `/shops/${i.mine}/offers`, body: (i: Ids) => ({ ...offerDraft, products: [i.product] }) },
    {
      at: (i: Ids) => `/shops/${i.mine}/offers`,
      body: (i: Ids) => ({ ...offerDraft, kind: 'flash', items: [{ variant: i.variant, price: '1' }] }),
    },
  ],
  'POST /v1/shops/{shop}/offers/preview': [
    { at: (i: Ids) => `/shops/${i.shop}/offers/preview`, body: () => ({ draft: offerDraft, pieces: 1 }) },
    {
      at: (i: Ids) => `/shops/${i.mine}/offers/preview`,
      body: (i: Ids) => ({ draft: { ...offerDraft, products: [i.product] }, pieces: 1 }),
    },
  ],
  'GET /v1/offers/{id}': [{ at: (i: Ids) => `/offers/${i.offer}` }],
  'PUT /v1/offers/{id}': [{ at: (i: Ids) => `/offers/${i.offer}`, body: () => ({ version: 1, ...rule }) }],
  'PUT /v1/offers/{id}/state': [{ at: (i: Ids) => `/offers/${i.offer}/state`, body: () => ({ version: 1, state: 'ended' }) }],
  'DELETE /v1/offers/{id}': [{ at: (i: Ids) => `/offers/${i.offer}` }],
  'GET /v1/shops/{shop}/running-offers': 'open',
}
