import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fetchToFile } from '#base/fetch'
import type { Caller, ErrorCode } from '#base/http'
import type { Id } from '#base/kernel'
import type { SourcedProduct } from '#rooms/catalog'
import { allowedOf, type Desk } from './doors.ts'
import { type LinkRow, type PictureRow, readPictures, settleLink, takeLinks, writePicture } from './link-store.ts'
import { ownMedia } from './look-up.ts'

/** A picture at its source may weigh what an upload may. */
const pictureBytes = 25_000_000
/** A job ends before it would count as lost; the next minute goes on. */
const roundMs = 600_000

/**
 * Fetches the pictures of products that came in and puts those on sale that shall be and lack nothing. What can't be had is tried again
 * later, a few times; then the product stays a draft with the reason. Resolves when nothing is due, or after ten minutes.
 */
export async function settleProducts(desk: Desk): Promise<void> {
  const end = Date.now() + roundMs
  while (Date.now() < end) {
    const links = await takeLinks(desk.db, 4)
    if (links.length === 0) return
    // Of two products with the same picture one fetches it: the next round finds it there.
    await Promise.all(links.map(link => settleOne(desk, link)))
  }
}

async function settleOne(desk: Desk, link: LinkRow): Promise<void> {
  const product = (await desk.doors.catalog.sourced(link.shop, { ids: [link.product] })).get(link.product)
  if (!product || product.state === 'archived' || product.state === 'removed')
    return settleLink(desk.db, link, { state: 'done', code: null, message: null, media: link.media, waitMs: 0 })
  const caller = await desk.doors.accounts.callerFor(link.person)
  const had = await fetchAll(desk, link, product)
  const left = [...had.values()].filter(p => p.media === null && !p.final)
  if (left.length > 0) {
    const waitMs = Math.max(...left.map(p => desk.retryMs[p.attempts - 1] ?? 0))
    return settleLink(desk.db, link, { state: 'waiting', code: null, message: null, media: link.media, waitMs })
  }
  const media = link.pictures.flatMap(url => had.get(url)?.media ?? [])
  const failed = [...had.values()].find(p => p.media === null)
  const refused =
    (await putPictures(desk, { link, product, caller, media, had })) ?? (await putOnSale(desk, { link, product, caller }))
  // Somebody is editing it: with what they saved, in a moment.
  if (refused?.code === 'version_conflict')
    return settleLink(desk.db, link, { state: 'waiting', code: null, message: null, media: link.media, waitMs: 1000 })
  const why = refused && failed && media.length === 0 ? failed : (refused ?? failed ?? null)
  await settleLink(desk.db, link, {
    state: refused ? 'failed' : 'done',
    code: why?.code ?? null,
    message: why?.message ?? null,
    media: media.length > 0 ? media : product.pictureIds,
    waitMs: 0,
  })
}

async function fetchAll(desk: Desk, link: LinkRow, product: SourcedProduct): Promise<Map<string, PictureRow>> {
  const urls = [...new Set([...link.pictures, ...Object.values(link.variant_pictures)])]
  const known = await readPictures(desk.db, link.shop, urls)
  const had = new Map<string, PictureRow>()
  for (const url of urls) {
    const before = known.get(url)
    if (before && (before.media !== null || before.final)) had.set(url, before)
    else {
      const now = await fetchOne(
        desk,
        link,
        product,
        before ?? { url, media: null, attempts: 0, code: null, message: null, final: false },
      )
      await writePicture(desk.db, link.shop, link.person, now)
      had.set(url, now)
    }
  }
  return had
}

async function fetchOne(desk: Desk, link: LinkRow, product: SourcedProduct, before: PictureRow): Promise<PictureRow> {
  const { url } = before
  const attempts = before.attempts + 1
  const last = attempts > desk.retryMs.length
  const failed = (code: ErrorCode, message: string, final: boolean): PictureRow => ({
    ...before,
    attempts,
    code,
    message: message.slice(0, 300),
    final: final || last,
  })
  const own = ownMedia(desk.house.config.publicUrl, url)
  if (own) {
    const mine = product.pictureIds.includes(own) || (await desk.doors.media.state([own])).get(own)?.owner === link.person
    return mine
      ? { ...before, attempts, media: own, final: true }
      : failed('not_found', 'There is no such picture of yours', true)
  }
  const path = join(desk.folder, `picture-${link.product}-${crypto.randomUUID()}`)
  await mkdir(desk.folder, { recursive: true })
  try {
    const got = await fetchToFile(url, path, { maxBytes: pictureBytes, timeoutMs: desk.timeoutMs, allowed: allowedOf(desk) })
    if (!got.ok)
      return failed(got.code, `Picture ${url}: ${got.message}`, got.code !== 'fetch_failed' || got.details?.retry === false)
    const media = await desk.doors.media.ingestFile(link.person, path, { kind: 'picture' })
    const state = (await desk.doors.media.state([media])).get(media)
    if (state?.state === 'ready' && state.kind === 'picture')
      return { ...before, attempts, media, code: null, message: null, final: true }
    await desk.doors.media.remove(media)
    // What is no medium at all is told as a clip would be; here a picture was expected.
    const code = state?.refusal?.code
    const why = !code || code === 'not_a_video' ? 'it is no picture' : state?.refusal?.message
    return failed(!code || code === 'not_a_video' ? 'media_unsupported' : code, `Picture ${url}: ${why}`, true)
  } finally {
    await rm(path, { force: true })
  }
}

interface Settling {
  readonly link: LinkRow
  readonly product: SourcedProduct
  readonly caller: Caller
}
type Why = { readonly code: ErrorCode; readonly message: string } | null

/** The pictures of the product and of its variants as the file wants them; what couldn't be had is left out. */
async function putPictures(
  desk: Desk,
  s: Settling & { media: readonly Id<'media'>[]; had: ReadonlyMap<string, PictureRow> },
): Promise<Why> {
  const { product, link } = s
  const pictures = s.media.length > 0 ? s.media : product.pictureIds
  const pictureOf = (v: SourcedProduct['variants'][number]) => s.had.get(link.variant_pictures[v.id] ?? '')?.media ?? v.picture
  const same = pictures.length === product.pictureIds.length && pictures.every((m, i) => m === product.pictureIds[i])
  if (same && product.variants.every(v => pictureOf(v) === v.picture)) return null
  const wish = {
    ...product,
    ref: product.ref ?? product.id,
    pictures,
    variants: product.variants.map(v => ({ ...v, picture: pictureOf(v), free: null })),
  }
  const saved = await desk.doors.catalog.saveMany(s.caller, link.shop, [wish], `pictures:${product.id}`)
  const one = saved.ok ? saved.value[0] : saved
  return !one || one.ok ? null : one
}

async function putOnSale(desk: Desk, { link, product, caller }: Settling): Promise<Why> {
  if (!link.publish || product.state !== 'draft') return null
  const sold = await desk.doors.publish(caller, product.id)
  return sold.ok ? null : sold
}
