import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Id } from '#base/kernel'
import { factsOver } from '#rooms/trade'
import { seededCsv } from '#testing/import-world'
import { type TradingWorld, tradingWorld } from '#testing/trading-world'
import { customsOf } from './customs.ts'

let world: TradingWorld
beforeAll(async () => {
  world = await tradingWorld()
})
afterAll(() => world?.house.close())

type Shop = ReturnType<TradingWorld['shop']>
const outcomes = (rows: readonly { outcome: string }[]) => [...new Set(rows.map(r => r.outcome))]
async function facts(shop: Shop) {
  const products = await world.products(shop)
  const known = await world.trade.facts(
    shop.id,
    products.flatMap(p => [p.id as string, ...p.variants.map(v => v.id as string)]),
  )
  return new Map(products.flatMap(p => p.variants.map(v => [v.sku, factsOver(known[p.id], known[v.id])] as const)))
}
/** Own columns behind a file of Shopify's; what they say of each row. */
const withColumns = (csv: string, of: (row: number) => readonly [string, string, string, string]) =>
  csv
    .trim()
    .split(/\r?\n/)
    .map((l, i) =>
      i === 0 ? `${l},Variant HS Code,Variant Country of Origin,Variant Net Grams,Variant Materials` : `${l},${of(i).join(',')}`,
    )
    .join('\n')

test('what customs must know goes out beside Shopify’s columns, imports again without a difference, and opens in another shop', async () => {
  const [from, to] = [world.shop(), world.shop()]
  await world.imported(from, seededCsv(8, 3))
  const products = await world.products(from)
  for (const [i, p] of products.entries()) {
    const product = p.id as Id<'product'>
    if (i % 3 === 0) continue
    await world.trade.setFacts(
      from.owner,
      { subject: product, shop: from.id, product },
      { hs: '6912001000', origin: 'JP', netGrams: 300, words: ['cites'] },
    )
    const variant = p.variants.at(-1)?.id as Id<'variant'>
    if (i % 3 === 2)
      await world.trade.setFacts(
        from.owner,
        { subject: variant, shop: from.id, product },
        { netGrams: 210, materials: 'clay, "ash"' },
      )
  }
  const before = await facts(from)
  const file = await world.exported(from)
  const again = await world.imported(from, file)
  expect(outcomes(again.rows)).toEqual(['unchanged'])
  expect(await facts(from)).toEqual(before)
  await world.imported(to, file)
  const said = ({
    hs,
    origin,
    netGrams,
    materials,
  }: {
    hs?: string
    origin?: string
    netGrams?: number
    materials?: string
  }) => ({ hs, origin, netGrams, materials })
  expect([...(await facts(to))].map(([sku, f]) => [sku, said(f)]).sort()).toEqual(
    [...before].map(([sku, f]) => [sku, said(f)]).sort(),
  )
  expect(outcomes((await world.imported(to, file)).rows)).toEqual(['unchanged'])
})

test('a file of Shopify’s own, and an empty cell, touch nothing that is known; a value that can’t be is left out and said', async () => {
  const shop = world.shop()
  const plain = seededCsv(4, 7)
  await world.imported(
    shop,
    withColumns(plain, () => ['6912001000', 'jp', '250', 'clay']),
  )
  const known = await facts(shop)
  for (const f of known.values()) expect(f).toMatchObject({ hs: '6912001000', origin: 'JP', netGrams: 250, materials: 'clay' })
  expect(outcomes((await world.imported(shop, plain)).rows)).toEqual(['unchanged'])
  expect(
    outcomes(
      (
        await world.imported(
          shop,
          withColumns(plain, () => ['', '', '', '']),
        )
      ).rows,
    ),
  ).toEqual(['unchanged'])
  const bad = await world.imported(
    shop,
    withColumns(plain, () => ['000000', 'Japan', '-1', '']),
  )
  expect(outcomes(bad.rows)).toEqual(['unchanged'])
  expect(bad.rows.flatMap(r => (r as unknown as { warnings: { code: string }[] }).warnings.map(w => w.code))).toContain(
    'customs_ignored',
  )
  expect(await facts(shop)).toEqual(known)
})

test('a changed cell is told as a change of customs and alters that alone', async () => {
  const shop = world.shop()
  const plain = seededCsv(3, 13)
  await world.imported(
    shop,
    withColumns(plain, () => ['6912001000', 'JP', '250', '']),
  )
  const before = await world.products(shop)
  const { rows } = await world.imported(
    shop,
    withColumns(plain, () => ['6912001000', 'KR', '250', '']),
  )
  expect(rows.map(r => (r as unknown as { changes: string[] }).changes)).toEqual(rows.map(() => ['customs']))
  for (const f of (await facts(shop)).values()) expect(f).toMatchObject({ origin: 'KR', netGrams: 250 })
  expect(await world.products(shop)).toEqual(before)
})

test('cells are taken as they are meant, each on its own', () => {
  const of = (cells: Record<string, string>) => customsOf(n => cells[n] ?? '')
  expect(of({})).toEqual({ customs: null, bad: [] })
  expect(of({ hs: "'6912001000", origin: 'jp', netGrams: '300' })).toEqual({
    customs: { hs: '6912001000', origin: 'JP', netGrams: 300 },
    bad: [],
  })
  expect(of({ hs: '12', origin: 'JP' })).toEqual({ customs: { origin: 'JP' }, bad: ['Variant HS Code'] })
  expect(of({ netGrams: '0' })).toEqual({ customs: null, bad: ['Variant Net Grams'] })
})
