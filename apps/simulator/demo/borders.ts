import { ownerOf, sellerOf } from './catalogue.ts'
import { chinaPrices, registered, tradeFacts } from './goods/customs.ts'
import { pooled } from './pool.ts'
import { demoProduct } from './products.ts'
import { demoShops } from './shops.ts'
import type { World } from './world.ts'

/** One yen in the money of these countries, and what a buyer pays on top in hundredths of a percent. Made up for the demo. */
const spreadBps = 150
export const demoRates = [
  { to: 'CNY', mid: '0.0466' },
  { to: 'USD', mid: '0.00655' },
  { to: 'EUR', mid: '0.00562' },
  { to: 'GBP', mid: '0.00489' },
  { to: 'SGD', mid: '0.00847' },
]
const ways = (fees: { readonly china: string; readonly others: string }) => [
  {
    key: 'ems-china',
    name: { en: 'EMS to China', ja: 'EMS（中国宛て）', zh: 'EMS 寄往中国' },
    countries: ['CN'],
    fee: fees.china,
    freeFrom: null,
    days: { from: 4, to: 9 },
    way: 'post',
  },
  {
    key: 'air',
    name: { en: 'Air parcel', ja: '航空小包', zh: '航空包裹' },
    countries: ['US', 'SG'],
    fee: fees.others,
    freeFrom: '30000',
    days: { from: 6, to: 14 },
    way: 'import',
  },
]
/** Declared for the buyer under China's retail import scheme, taxes paid with the order. */
const cleared = (fee: string) => ({
  key: 'direct-china',
  name: { en: 'Direct to China, customs cleared', ja: '中国向け直送（通関込み）', zh: '直邮中国（含清关）' },
  countries: ['CN'],
  fee,
  freeFrom: null,
  days: { from: 5, to: 12 },
  way: '9610',
})
/** Three shops that send abroad; two of them are registered in China. */
export const sendsAbroad = {
  'hagi-kiln': [cleared('2200'), ...ways({ china: '1900', others: '3200' })],
  'uji-leaf': [cleared('1600'), ...ways({ china: '1400', others: '2100' })],
  'sumi-paper': ways({ china: '1200', others: '1800' }),
} as const

export const postRates = (world: World): Promise<unknown> =>
  world.operator.post('/v1/rates', {
    source: 'demo',
    rates: demoRates.map(rate => ({ from: 'JPY', spreadBps, ...rate })),
  })

/** Rates of exchange, ways to send abroad, what customs asks of goods and shops, and own prices in China. */
export async function openBorders(world: World): Promise<void> {
  await postRates(world)
  for (const [key, delivery] of Object.entries(sendsAbroad)) {
    const slug = demoShops.find(s => s.key === key)?.draft.slug
    const owner = await ownerOf(world, key)
    await owner.patch(`/v1/shops/${slug}`, { delivery })
  }
  for (const [key, names] of Object.entries(registered)) {
    const path = `/v1/shops/${world.id(`shop:${key}`)}/trade/registrations`
    const owner = await ownerOf(world, key)
    const { version } = await owner.get<{ version: number }>(path)
    await owner.put(path, { version, names: Object.entries(names).map(([name, value]) => ({ name, value })) })
  }
  await pooled(Object.keys(tradeFacts), product => sayFacts(world, product))
  for (const [variant, minor] of Object.entries(chinaPrices)) {
    const owner = await sellerOf(world, variant.split(':')[0] as string)
    await owner.put(`/v1/variants/${world.id(`variant:${variant}`)}/market-prices/CN`, { price: { minor, currency: 'CNY' } })
  }
}

/** Facts of a product, and the weight of its variants where they differ. */
async function sayFacts(world: World, product: string): Promise<void> {
  const owner = await sellerOf(world, product)
  const path = `/v1/products/${world.id(`product:${product}`)}/trade-facts`
  const variants = Object.entries(demoProduct(product).variants)
  const grams = variants[0]?.[1][3] ?? 0
  await owner.put(path, { facts: { ...tradeFacts[product], netGrams: grams } })
  for (const [key, [, , , own]] of variants)
    if (own !== grams) await owner.put(path, { variant: world.id(`variant:${product}:${key}`), facts: { netGrams: own } })
}
