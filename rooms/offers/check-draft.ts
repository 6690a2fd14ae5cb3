import type { Static } from 'typebox'
import { languages, ok, type Result, refuse, type Texts } from '#base/kernel'
import { codeKey, type OfferKind } from './offer.ts'
import { layerOf } from './stacking.ts'
import type { ItemFields, OfferFields } from './store.ts'
import type { wire } from './wire.ts'

export type OfferDraft = Static<(typeof wire)['POST /v1/shops/{shop}/offers']['body']>
export type OfferRule = Omit<OfferDraft, 'kind'>
/** A draft that holds together; the products of its items are not known yet. */
export interface Checked {
  readonly fields: OfferFields
  readonly items: readonly Omit<ItemFields, 'product'>[]
}
type Refused = Result<Checked, 'offer_invalid' | 'text_missing'>

/** What each kind must say; what belongs to another kind is left out. */
const needs: Readonly<Record<OfferKind, readonly ('percent' | 'amount' | 'buy' | 'get' | 'items')[]>> = {
  percent: ['percent'],
  fixed: ['amount'],
  buy_get: ['buy', 'get'],
  free_shipping: [],
  flash: ['items'],
}
const highest = 1_000_000_000_000n
const wrong = (field: string, message: string): Refused => refuse('offer_invalid', message, { field })

/** Whole minor units above zero; undefined when it is no such amount. */
function amountOf(typed: string | null | undefined): bigint | null | undefined {
  if (typed === null || typed === undefined) return null
  if (!/^\d{1,13}$/.test(typed)) return undefined
  const minor = BigInt(typed)
  return minor > 0n && minor <= highest ? minor : undefined
}
const tidy = (texts: Texts): Texts => Object.fromEntries(languages.flatMap(l => (texts[l]?.trim() ? [[l, texts[l].trim()]] : [])))

/** Checks and tidies what a merchant has typed. Pure; that products are the shop's own, the action looks up. */
export function checkDraft(kind: OfferKind, d: OfferRule, onAir = false): Refused {
  const name = tidy(d.name)
  if (Object.keys(name).length === 0) return refuse('text_missing', 'Give it a name in one language', { field: 'name' })
  const missing = needs[kind].find(k => (k === 'items' ? !d.items?.length : (d[k] ?? null) === null))
  if (missing) return wrong(missing, 'This kind of promotion needs it')
  const [starts, ends] = [new Date(d.starts), d.ends ? new Date(d.ends) : null]
  if (ends && ends <= starts) return wrong('ends', 'It ends before it starts')
  const flash = kind === 'flash'
  const code = d.code && !flash ? codeKey(d.code) : null
  if (code !== null && !/^[\p{L}\p{N}_-]{3,32}$/u.test(code)) return wrong('code', 'A code has 3 to 32 letters or digits')
  const markets = [...new Set((d.markets ?? []).map(m => m.toUpperCase()))]
  if (markets.some(m => !/^[A-Z]{2}$/.test(m))) return wrong('markets', 'A country has two letters')
  const sums = { minimum: amountOf(d.minimum), amount: amountOf(d.amount), budget: amountOf(d.budget) }
  for (const [field, sum] of Object.entries(sums)) if (sum === undefined) return wrong(field, 'This is no amount')
  const items = flash ? itemsOf(d) : []
  if (items === null) return wrong('items', 'Each variant once, with a price')
  const [products, categories] = flash ? [[], []] : [[...new Set(d.products ?? [])], [...new Set(d.categories ?? [])]]
  const has = (field: 'percent' | 'amount' | 'buy' | 'get') => needs[kind].includes(field)
  const scoped = products.length + categories.length > 0
  return ok({
    fields: {
      name,
      layer: layerOf({ kind, code, campaign: d.campaign ?? false, onAir, scoped }),
      code,
      starts,
      ends,
      markets,
      products: products as OfferFields['products'],
      categories,
      minimum: sums.minimum ?? null,
      percent: has('percent') ? (d.percent ?? null) : null,
      amount: has('amount') ? (sums.amount ?? null) : null,
      buy: has('buy') ? (d.buy ?? null) : null,
      get: has('get') ? (d.get ?? null) : null,
      uses_limit: d.uses ?? null,
      budget: sums.budget ?? null,
      per_person: d.perPerson ?? null,
    },
    items,
  })
}

function itemsOf(d: OfferRule): Checked['items'] | null {
  const list = (d.items ?? []).map(i => ({
    variant: i.variant as ItemFields['variant'],
    price: amountOf(i.price),
    pieces_limit: i.limit ?? null,
  }))
  if (list.some(i => !i.price) || new Set(list.map(i => i.variant)).size !== list.length) return null
  return list as Checked['items']
}
