import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import sharp from 'sharp'
import { eventually } from '#testing/eventually'
import type { TestServer } from '#testing/server'
import { Api } from '../apps/simulator/api.ts'

const texts = { en: 'text' }
const seller = {
  legalName: 'Kiln LLC',
  representative: 'N. Tahara',
  address: 'Hagi 1-1',
  phone: '03-0000-0000',
  email: 'm@example.org',
  registration: 'T1',
  returns: texts,
  delivery: texts,
  taxRegistered: true,
}
export const password = 'correct horse battery'
export const address = {
  name: 'Aya',
  email: 'aya@example.org',
  phone: '090-0000-0000',
  country: 'JP',
  postcode: '1500001',
  region: '東京都',
  city: '渋谷区',
  line: '1-2-3',
}

/** A short real clip with sound, of one colour, so that clips can be told apart by eye. */
export async function clip(colour: string, seconds = 4): Promise<Buffer> {
  const folder = await mkdtemp(join(tmpdir(), 'enishi-clip-'))
  const file = join(folder, 'clip.mp4')
  const input = [
    '-f',
    'lavfi',
    '-i',
    `color=${colour}:s=360x640:r=24:d=${seconds}`,
    '-f',
    'lavfi',
    '-i',
    `sine=f=440:d=${seconds}`,
  ]
  await promisify(execFile)('ffmpeg', [
    '-v',
    'error',
    ...input,
    '-vf',
    'drawbox=x=mod(t*80\\,300):y=300:w=60:h=60:color=white:t=fill',
    '-c:v',
    'libx264',
    '-preset',
    'ultrafast',
    '-pix_fmt',
    'yuv420p',
    '-c:a',
    'aac',
    '-shortest',
    file,
  ])
  const bytes = await readFile(file)
  await rm(folder, { recursive: true })
  return bytes
}
export async function picture(api: Api, background: string): Promise<string> {
  const id = await api.upload(
    await sharp({ create: { width: 600, height: 600, channels: 3, background } })
      .png()
      .toBuffer(),
    'p.png',
    'image/png',
  )
  await api.ready(id)
  return id
}

/** The operator who is invited by the link that a server's first start prints. */
export async function firstOperator({ url, says }: TestServer): Promise<Api> {
  const [, token] = await says(/\/setup\/([\w-]+)/)
  const email = 'operator@example.org'
  await (await Api.guest(url)).post(`/v1/setup/${token}`, { email, password, name: 'Op' })
  return Api.member(url, email, password)
}

export interface ShopWorld {
  readonly merchant: Api
  readonly shop: string
  readonly product: string
  readonly variant: string
}
/** A merchant with one shop and one product on sale. */
export async function openShop(url: string, pieces = 20): Promise<ShopWorld> {
  const merchant = await Api.join(url, 'merchant@example.org', password, 'Naoko', 'naoko')
  const shop = await merchant.post<{ id: string }>('/v1/shops', {
    slug: 'kiln',
    name: { en: 'Hagi kiln', ja: '萩の窯', zh: '萩窑' },
    about: texts,
    country: 'JP',
    currency: 'JPY',
    seller,
    shippingFee: '500',
    freeShippingFrom: null,
    dispatchDays: 1,
    deliveryDays: { from: 1, to: 3 },
    returnDays: 14,
  })
  const product = await merchant.post<{ id: string; variants: { id: string }[] }>(`/v1/shops/${shop.id}/products`, {
    category: 'ceramics',
    name: { en: 'Hagi cup', ja: '萩焼の湯呑み', zh: '萩烧茶杯' },
    description: { en: 'A cup', ja: '湯呑み', zh: '茶杯' },
    options: [],
    pictures: [await picture(merchant, '#5a7')],
    variants: [{ sku: 'CUP', choice: [], weightGrams: 200, onHand: pieces }],
  })
  const variant = product.variants[0]?.id as string
  await merchant.put(`/v1/variants/${variant}/price`, { price: { minor: '4200', currency: 'JPY' } })
  await merchant.post(`/v1/products/${product.id}/publish`)
  return { merchant, shop: shop.id, product: product.id, variant }
}

/** Uploads a clip and publishes it; resolves with the post when it is live. */
export async function post(
  api: Api,
  film: string | Buffer,
  draft: { caption: string; products?: string[]; shop?: string; disclosure?: string; grownFrom?: string },
): Promise<string> {
  const media = await api.upload(typeof film === 'string' ? await clip(film) : film, 'clip.mp4', 'video/mp4')
  const made = await api.post<{ id: string }>('/v1/posts', {
    caption: draft.caption,
    video: media,
    products: (draft.products ?? []).map(product => ({ product, fromMs: 0, toMs: 4000 })),
    disclosure: draft.disclosure ?? 'none',
    ...(draft.shop && { shop: draft.shop }),
    ...(draft.grownFrom && { grownFrom: draft.grownFrom }),
  })
  await api.post(`/v1/posts/${made.id}/publish`)
  await api.ready(media)
  // The event that brings it on comes a moment after its clip is finished; on a busy machine that moment is long.
  await eventually(async () => {
    const { state } = await api.get<{ state: string }>(`/v1/me/posts/${made.id}`)
    if (state !== 'live') throw new Error(`the post is ${state}`)
  })
  return made.id
}
/** Buys one piece at the address above, paid at once. */
export async function buyOne(api: Api, variant: string): Promise<{ order: string; line: string }> {
  const checkout = await api.post<{ id: string }>('/v1/checkouts', { lines: [{ variant, quantity: 1 }] })
  const { total } = await api.put<{ total: object }>(`/v1/checkouts/${checkout.id}/address`, address)
  const paid = await api.post<{ orders: { id: string; lines: { id: string }[] }[] }>(`/v1/checkouts/${checkout.id}/pay`, {
    method: 'test_card',
    outcome: 'approve',
    expectedTotal: total,
  })
  return { order: paid.orders[0]?.id as string, line: paid.orders[0]?.lines[0]?.id as string }
}
