import type { Caller } from '#base/http'
import type { Id } from '#base/kernel'
import { checkFacts, factsOver, type Trade, type TradeFacts } from '#rooms/trade'
import { countOf } from './values.ts'

/** What a file says of a variant for customs; what it is silent about is missing. Shopify's own products file has none of it. */
export type Customs = Readonly<Pick<TradeFacts, 'hs' | 'origin' | 'netGrams' | 'materials' | 'lot' | 'shelfLifeDays'>>
const customsNames = ['hs', 'origin', 'netGrams', 'materials', 'lot', 'shelfLifeDays'] as const
/** Our own columns, after Shopify's. */
export const customsColumns = {
  hs: 'Variant HS Code',
  origin: 'Variant Country of Origin',
  netGrams: 'Variant Net Grams',
  materials: 'Variant Materials',
  lot: 'Variant Lot',
  shelfLifeDays: 'Variant Shelf Life Days',
} as const satisfies Record<keyof Customs, string>

/** Of the cells as they were typed; `bad` names the columns of those that can't be, and nothing of them is taken. */
export function customsOf(cell: (name: keyof Customs) => string): { customs: Customs | null; bad: string[] } {
  const grams = countOf(cell('netGrams'))
  const days = countOf(cell('shelfLifeDays'), 36_500)
  const typed: Customs = {
    ...(cell('hs') && { hs: cell('hs').replace(/^'/, '') }),
    ...(cell('origin') && { origin: cell('origin').toUpperCase() }),
    ...(grams && { netGrams: grams }),
    ...(cell('materials') && { materials: cell('materials').slice(0, 500) }),
    ...(cell('lot').length <= 60 && cell('lot') && { lot: cell('lot') }),
    ...(days && { shelfLifeDays: days }),
  }
  const good = Object.fromEntries(
    customsNames.flatMap(n => (typed[n] !== undefined && checkFacts({ [n]: typed[n] }).ok ? [[n, typed[n]]] : [])),
  ) as Customs
  const bad = customsNames.filter(n => cell(n) !== '' && good[n] === undefined).map(n => customsColumns[n])
  return { customs: Object.keys(good).length > 0 ? good : null, bad }
}

/** Whether the file says something else than what is known. */
export const customsDiffer = (said: Customs | null | undefined, known: TradeFacts | undefined): boolean =>
  customsNames.some(n => said?.[n] !== undefined && String(said[n]) !== String(known?.[n] ?? '').trim())

/** As cells of the export. */
export const customsCells = (known: TradeFacts): Record<string, string> =>
  Object.fromEntries(customsNames.map(n => [customsColumns[n], String(known[n] ?? '')]))

type Door = Pick<Trade, 'facts' | 'setManyFacts'>
/** What is known of variants, the product's facts under their own; one statement. */
export async function knownCustoms(
  trade: Pick<Door, 'facts'>,
  shop: Id<'shop'>,
  products: readonly { readonly id: string; readonly variants: readonly { readonly id: string }[] }[],
): Promise<Map<string, TradeFacts>> {
  const facts = await trade.facts(
    shop,
    products.flatMap(p => [p.id, ...p.variants.map(v => v.id)]),
  )
  return new Map(products.flatMap(p => p.variants.map(v => [v.id, factsOver(facts[p.id], facts[v.id])] as const)))
}

interface Said {
  readonly product: Id<'product'>
  /** Every variant of the product; null of those that the file is silent about. */
  readonly variants: readonly { readonly id: Id<'variant'>; readonly said: Customs | null }[]
}
/** Writes what differs, in two statements: for the product where all of its variants say the same, else for the variants. Nothing that the file is silent about is touched. */
export async function setCustoms(trade: Door, caller: Caller, shop: Id<'shop'>, wishes: readonly Said[]): Promise<void> {
  const some = wishes.filter(w => w.variants.some(v => v.said !== null))
  if (some.length === 0) return
  const facts = await trade.facts(
    shop,
    some.flatMap(w => [w.product, ...w.variants.map(v => v.id)]),
  )
  const rows: Parameters<Door['setManyFacts']>[2][number][] = []
  for (const { product, variants } of some) {
    const shared = customsNames.filter(n =>
      variants.every(v => v.said?.[n] !== undefined && v.said[n] === variants[0]?.said?.[n]),
    )
    const pick = (from: Customs | null | undefined, names: readonly (keyof Customs)[]) =>
      Object.fromEntries(names.flatMap(n => (from?.[n] === undefined ? [] : [[n, from[n]]])))
    const of = { ...facts[product], ...pick(variants[0]?.said, shared) }
    if (customsDiffer(pick(variants[0]?.said, shared), facts[product])) rows.push({ subject: product, product, facts: of })
    for (const v of variants) {
      const now = facts[v.id] ?? {}
      const own = customsNames.filter(
        n => !shared.includes(n) && v.said?.[n] !== undefined && v.said[n] !== factsOver(of, now)[n],
      )
      // What the product says now is not said a second time.
      const kept = Object.fromEntries(Object.entries(now).filter(([n]) => !shared.includes(n as keyof Customs)))
      const next = { ...kept, ...pick(v.said, own) }
      if (JSON.stringify(next) !== JSON.stringify(now)) rows.push({ subject: v.id, product, facts: next })
    }
  }
  await trade.setManyFacts(caller, shop, rows)
}
