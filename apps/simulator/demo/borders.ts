import { ownerOf } from './catalogue.ts'
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
/** Three shops that send abroad. */
export const sendsAbroad = {
  'hagi-kiln': ways({ china: '1900', others: '3200' }),
  'uji-leaf': ways({ china: '1400', others: '2100' }),
  'sumi-paper': ways({ china: '1200', others: '1800' }),
} as const

/** Rates of exchange, and the ways of three shops to send abroad. */
export async function openBorders(world: World): Promise<void> {
  await world.operator.post('/v1/rates', {
    source: 'demo',
    rates: demoRates.map(rate => ({ from: 'JPY', spreadBps, ...rate })),
  })
  for (const [key, delivery] of Object.entries(sendsAbroad)) {
    const slug = demoShops.find(s => s.key === key)?.draft.slug
    const owner = await ownerOf(world, key)
    await owner.patch(`/v1/shops/${slug}`, { delivery })
  }
}
