import { ownerOf } from './catalogue.ts'
import { type T, t } from './goods/words.ts'
import { pooled } from './pool.ts'
import { once, type World } from './world.ts'

/** A promotion as its maker would fill the form; days are counted from today. */
export interface DemoOffer {
  readonly key: string
  readonly shop: string
  readonly kind: 'percent' | 'fixed' | 'buy_get' | 'free_shipping' | 'flash'
  readonly name: T
  readonly from: number
  readonly until: number
  readonly code?: string
  /** Yen. */
  readonly minimum?: number
  readonly amount?: number
  /** Hundredths of a percent. */
  readonly percent?: number
  readonly buy?: number
  readonly get?: number
  readonly uses?: number
  readonly perPerson?: number
  readonly budget?: number
  readonly products?: readonly string[]
  /** Variant (`hagi-mug:straw`), price in yen, pieces. */
  readonly items?: readonly (readonly [string, number, number])[]
}

type Rest = Omit<DemoOffer, 'key' | 'shop' | 'kind' | 'name' | 'from' | 'until'>
const offer =
  (shop: string) =>
  (key: string, kind: DemoOffer['kind'], [from, until]: readonly [number, number], name: T, rest: Rest = {}): DemoOffer => ({
    ...{ key: `${shop}:${key}`, shop, kind, name, from, until },
    ...rest,
  })
const [hagi, uji, sumi, ai] = [offer('hagi-kiln'), offer('uji-leaf'), offer('sumi-paper'), offer('aizome-cloth')]
const [yuzu, sakai, kaga, awaji] = [offer('yuzu-skin'), offer('sakai-blade'), offer('kaga-sweets'), offer('awaji-incense')]
const [mino, suzu, toyo, hida] = [offer('mino-washi'), offer('takaoka-tin'), offer('toyooka-bag'), offer('hida-toys')]

const firstOrder = t('Thank you for a first order', 'はじめてのご注文に', '首单谢礼')
const freeOver = (yen: number): T =>
  t(
    `Free delivery from ${yen.toLocaleString('en')} yen`,
    `${yen.toLocaleString('en')}円以上で送料無料`,
    `满${yen.toLocaleString('en')}日元免运费`,
  )

/**
 * One to three promotions a maker: running, over and planned. A flash price is only on what has never had another price: nothing is
 * struck through there, so no struck price has to know of it. What lowers every order of a running time has a code or a sum to reach.
 */
export const offerPlan: readonly DemoOffer[] = [
  hagi('code', 'percent', [-9, 30], firstOrder, { code: 'ASAGAMA10', percent: 1000, perPerson: 1, uses: 200 }),
  hagi('flash', 'flash', [-12, -7], t('Kiln opening', '窯出しの日', '开窑日'), {
    items: [['hagi-mug:straw', 3960, 10]],
    perPerson: 2,
  }),
  hagi('autumn', 'percent', [6, 13], t('A week of vases', '花入の一週間', '花器周'), { percent: 1000, products: ['hagi-vase'] }),
  uji('three', 'buy_get', [-8, 21], t('Three caddies, pay two', '玄米茶 三缶で二缶分', '玄米茶买二送一'), {
    ...{ buy: 2, get: 1, products: ['uji-genmaicha'] },
  }),
  uji('delivery', 'free_shipping', [5, 19], freeOver(4000), { minimum: 4000 }),
  sumi('code', 'fixed', [-8, 22], t('For your first letter', 'はじめの一通に', '写给第一封信'), {
    ...{ code: 'TEGAMI500', amount: 500, minimum: 3000, perPerson: 1, budget: 50_000 },
  }),
  sumi('delivery', 'free_shipping', [-16, -9], freeOver(4000), { minimum: 4000 }),
  ai('delivery', 'free_shipping', [-9, 12], freeOver(6000), { minimum: 6000 }),
  ai('flash', 'flash', [4, 5], t('One day of vats', '藍甕の日', '蓝缸开放日'), {
    items: [['ai-tenugui:hemp', 1760, 20]],
    perPerson: 2,
  }),
  yuzu('three', 'buy_get', [-7, 14], t('Two soaps, a third with them', '石けん二つで、もう一つ', '香皂买二送一'), {
    ...{ buy: 2, get: 1, products: ['yuzu-soap'] },
  }),
  yuzu('code', 'percent', [-20, -10], firstOrder, { code: 'YUZU5', percent: 500, perPerson: 1 }),
  sakai('code', 'fixed', [-9, 40], t('For a first knife', 'はじめの一本に', '第一把刀'), {
    ...{ code: 'HAJIRO1000', amount: 1000, minimum: 15_000, perPerson: 1, uses: 100 },
  }),
  sakai('stone', 'percent', [8, 15], t('A week of whetstones', '砥石の一週間', '磨刀石周'), {
    ...{ percent: 1000, products: ['sakai-whetstone'] },
  }),
  kaga('delivery', 'free_shipping', [-9, 16], freeOver(6480), { minimum: 6480 }),
  kaga('flash', 'flash', [-12, -9], t('An evening of yokan', '羊羹の夕べ', '羊羹之夜'), {
    items: [['kaga-yokan:chestnut', 1750, 12]],
  }),
  awaji('three', 'buy_get', [-8, 20], t('Two boxes of cones, a third with them', 'コーン香 二箱で、もう一箱', '塔香买二送一'), {
    ...{ buy: 2, get: 1, products: ['awaji-cones'] },
  }),
  mino('code', 'percent', [-9, 25], firstOrder, { code: 'AKARI10', percent: 1000, perPerson: 1, budget: 100_000 }),
  mino('fans', 'percent', [7, 14], t('A week of fans', '扇子の一週間', '扇子周'), { percent: 1000, products: ['mino-fan'] }),
  suzu('code', 'fixed', [-9, 30], t('A cup for two', 'ふたりの盃に', '对饮'), {
    ...{ code: 'SUZU500', amount: 500, minimum: 5000, perPerson: 1 },
  }),
  suzu('delivery', 'free_shipping', [-18, -11], freeOver(8000), { minimum: 8000 }),
  toyo('code', 'percent', [-9, 20], firstOrder, { code: 'HOTOKAWA5', percent: 500, perPerson: 1, uses: 150 }),
  hida('delivery', 'free_shipping', [-8, 15], freeOver(7000), { minimum: 7000 }),
  hida('tops', 'percent', [9, 16], t('A week of tops', '独楽の一週間', '陀螺周'), { percent: 1500, products: ['hida-tops'] }),
]

/** Open orders that were paid with a code. */
export const codesOf: Readonly<Record<string, readonly string[]>> = {
  'paid:hagi-cup': ['ASAGAMA10'],
  'paid:mino-boxes': ['AKARI10'],
}

const day = 86_400_000
/** Every promotion of the plan; the clock of the world ends at the real day, so their days are counted from there. */
export async function planPromotions(world: World): Promise<void> {
  const today = Math.floor(Date.now() / day) * day
  const at = (days: number) => new Date(today + days * day).toISOString()
  await pooled(offerPlan, async o => {
    await once(world, `offer:${o.key}`, async () => {
      const { key: _, shop, kind, name, from, until, items, products, minimum, amount, budget, ...rest } = o
      const owner = await ownerOf(world, shop)
      const draft = {
        ...{ kind, name, starts: at(from), ends: at(until), ...rest },
        ...(minimum && { minimum: String(minimum) }),
        ...(amount && { amount: String(amount) }),
        ...(budget && { budget: String(budget) }),
        ...(products && { products: products.map(p => world.id(`product:${p}`)) }),
        ...(items && {
          items: items.map(([item, price, limit]) => ({ variant: world.id(`variant:${item}`), price: String(price), limit })),
        }),
      }
      const path = `/v1/shops/${world.id(`shop:${shop}`)}/offers`
      // Made before a restart that came too soon to note it.
      const { items: made } = await owner.get<{ items: { id: string; kind: string; name: { en?: string } }[] }>(
        `${path}?limit=50`,
      )
      const before = made.find(m => m.kind === kind && m.name.en === name.en)
      return (before ?? (await owner.post<{ id: string }>(path, draft))).id
    })
  })
}
