import { Refused, sleep, unless } from '../api.ts'
import { postRates } from './borders.ts'
import { sellerOf } from './catalogue.ts'
import { personOf } from './clips.ts'
import { orderStep } from './shopping.ts'
import { clockTo, once, type World } from './world.ts'

const day = 86_400_000
/** The example of the standard for resident numbers: its checksum holds, and it is nobody's. */
const idNumber = '11010519491231002X'
const shanghai = {
  name: '林小满',
  email: 'lin.xiaoman@demo.enishi.test',
  phone: '13800000000',
  country: 'CN',
  postcode: '200120',
  region: '上海市',
  city: '上海市 浦东新区',
  line: '示例路1号',
}

type Basket = readonly (readonly [variant: string, pieces: number])[]
/** What is sent to Shanghai. */
export const chinaBaskets = {
  cups: [['hagi-cup:morning', 2]],
  tea: [
    ['uji-sencha:100g', 2],
    ['uji-kyusu:ink', 1],
  ],
  plates: [['hagi-plate:night', 4]],
} as const satisfies Readonly<Record<string, Basket>>

/** Buys from Shanghai in CNY, with the buyer's name and number for customs. */
async function buyAbroad(world: World, buyer: string, lines: Basket): Promise<string> {
  const api = await personOf(world, buyer)
  const checkout = await api.post<{ id: string }>('/v1/checkouts', {
    lines: lines.map(([variant, quantity]) => ({ variant: world.id(`variant:${variant}`), quantity })),
    market: 'CN',
  })
  const path = `/v1/checkouts/${checkout.id}`
  const full = await api.put<{ total: object }>(`${path}/address`, shanghai)
  const asked = await api.get<{ consent: string }>(`${path}/buyer-identity`)
  await api.put(`${path}/buyer-identity`, { name: shanghai.name, idNumber, consent: asked.consent })
  const paid = await api.post<{ state: string; orders: { id: string }[] }>(`${path}/pay`, {
    ...{ method: 'test_card', outcome: 'approve', expectedTotal: full.total },
  })
  if (paid.state !== 'paid' || !paid.orders[0]) throw new Error(`the demo's payment from abroad ended as ${paid.state}`)
  return paid.orders[0].id
}

/** A declaration follows its order by the log, a moment later. */
async function soon<T>(work: () => Promise<T>): Promise<T> {
  for (let i = 0; ; i++) {
    try {
      return await work()
    } catch (error) {
      if (i === 40 || !(error instanceof Refused && error.code === 'not_found')) throw error
      await sleep(250)
    }
  }
}

/** Two cups to Shanghai: packed, sent, and declared; customs answers meanwhile. */
export async function sendToChina(world: World): Promise<void> {
  const order = await once(world, 'order:china', () => buyAbroad(world, 'lin_xiaoman', chinaBaskets.cups))
  const seller = await sellerOf(world, 'hagi-cup')
  await orderStep(seller, order, 'pack')
  await orderStep(seller, order, 'ship', { carrier: 'EMS', tracking: 'EJ000000001JP' })
  const path = `/v1/declarations/${order}`
  await soon(() =>
    unless('wrong_state', () =>
      seller.put(`${path}/parcel`, {
        ...{ grossGrams: 640, pieces: 1, masterNo: '131-00000001', vehicle: 'NH0959', voyage: '20260302', contents: '萩烧茶杯' },
      }),
    ),
  )
  await unless('wrong_state', () => seller.post(`${path}/send`))
}

/** It arrives; another one, of tea, is paid and waits for its parcel. */
export async function arriveInChina(world: World): Promise<void> {
  await clockTo(world, -3 * day)
  // Those of the days before exchange nothing any more.
  await postRates(world)
  await orderStep(await sellerOf(world, 'hagi-cup'), world.id('order:china'), 'deliver')
  await once(world, 'order:china tea', () => buyAbroad(world, 'lin_xiaoman', chinaBaskets.tea))
  await once(world, 'order:china plates', () => buyAbroad(world, 'lin_xiaoman', chinaBaskets.plates))
}
