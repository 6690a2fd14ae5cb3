import { openShop, picture, type ShopWorld } from '#testing/shop-world'
import type { Api } from '../apps/simulator/api.ts'
import { cup, identity, idNumbers, registrations, shanghai } from './border.ts'

const rates = { source: 'test', rates: [{ from: 'JPY', to: 'CNY', mid: '0.05', spreadBps: 0 }] }
const days = { from: 5, to: 12 }
const direct = { key: '9610', name: { en: 'Direct mail' }, countries: ['CN'], fee: '500', freeFrom: null, days, way: '9610' }

/** Opens the way from a shop to China: rates, a direct parcel, registrations, and what customs must know of its product. */
export async function sellToChina(operator: Api, { merchant, shop, product }: ShopWorld): Promise<void> {
  await operator.post('/v1/rates', rates)
  await merchant.patch('/v1/shops/kiln', { delivery: [direct] })
  const names = Object.entries(registrations).map(([name, value]) => ({ name, value }))
  await merchant.put(`/v1/shops/${shop}/trade/registrations`, { version: 0, names })
  await merchant.put(`/v1/products/${product}/trade-facts`, { facts: cup })
}

/** The shop of openShop, which sells two products to China: a cup for CNY 210 and a plate for CNY 100, sent for CNY 25. */
export async function openExporter(url: string, operator: Api): Promise<ShopWorld & { plate: string; plateVariant: string }> {
  const world = await openShop(url)
  const { merchant, shop } = world
  const plate = await merchant.post<{ id: string; variants: { id: string }[] }>(`/v1/shops/${shop}/products`, {
    category: 'ceramics',
    name: { en: 'Hagi plate', ja: '萩焼の皿', zh: '萩烧盘' },
    description: { en: 'A plate', ja: '皿', zh: '盘' },
    options: [],
    pictures: [await picture(merchant, '#75a')],
    variants: [{ sku: 'PLATE', choice: [], weightGrams: 300, onHand: 20 }],
  })
  const plateVariant = plate.variants[0]?.id as string
  await merchant.put(`/v1/variants/${plateVariant}/price`, { price: { minor: '2000', currency: 'JPY' } })
  await merchant.post(`/v1/products/${plate.id}/publish`)
  await sellToChina(operator, world)
  const facts = { ...cup, netGrams: 420, declaredName: '萩烧盘', model: '陶器|萩|20cm' }
  await merchant.put(`/v1/products/${plate.id}/trade-facts`, { facts })
  return { ...world, plate: plate.id, plateVariant }
}

/** An order to Shanghai, paid: its declaration is opened by itself. */
export async function buyAbroad(buyer: Api, variant: string, idNumber: string = idNumbers[0]): Promise<string> {
  const lines = [{ variant, quantity: 1 }]
  const { id } = await buyer.post<{ id: string }>('/v1/checkouts', { lines, market: 'CN' })
  const { total } = await buyer.put<{ total: object }>(`/v1/checkouts/${id}/address`, shanghai)
  await buyer.put(`/v1/checkouts/${id}/buyer-identity`, identity(idNumber))
  const wish = { method: 'test_card', outcome: 'approve', expectedTotal: total }
  const paid = await buyer.post<{ orders: { id: string }[] }>(`/v1/checkouts/${id}/pay`, wish)
  return paid.orders[0]?.id as string
}
