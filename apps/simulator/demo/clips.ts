import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Api } from '../api.ts'
import { type Clip, clips, renderClip } from '../art/index.ts'
import { ownerOf } from './catalogue.ts'
import { demoPeople } from './roster.ts'
import type { World } from './world.ts'

export const personOf = (world: World, handle: string): Promise<Api> => {
  const person = demoPeople.find(p => p.handle === handle)
  if (!person) throw new Error(`no demo person ${handle}`)
  return world.member(`person:${handle}`, person.name, handle)
}
const authorOf = (world: World, clip: Clip): Promise<Api> =>
  'shop' in clip.by ? ownerOf(world, clip.by.shop) : personOf(world, clip.by.person)
const languageOf = (clip: Clip): 'en' | 'ja' | 'zh' =>
  'shop' in clip.by ? 'ja' : (demoPeople.find(p => p.handle === (clip.by as { person: string }).person)?.language ?? 'en')

/**
 * Draws a clip, uploads it and publishes it as its author; `grownFrom` is the order line that it tells of. The server makes it
 * watchable meanwhile: `media` is what to wait for, null when the clip was published before.
 */
export async function publishClip(world: World, key: string, grownFrom?: string): Promise<{ author: Api; media: string | null }> {
  const clip = clips.find(c => c.key === key)
  if (!clip) throw new Error(`no clip ${key}`)
  const author = await authorOf(world, clip)
  if (world.has(`post:${key}`)) return { author, media: null }
  const folder = await mkdtemp(join(tmpdir(), 'enishi-clip-'))
  try {
    const file = join(folder, `${key}.mp4`)
    await renderClip(key, file)
    const media = await author.upload(await readFile(file), `${key}.mp4`, 'video/mp4')
    const language = languageOf(clip)
    const post = await author.post<{ id: string }>('/v1/posts', {
      caption: clip.caption[language],
      language,
      video: media,
      shop: 'shop' in clip.by ? world.id(`shop:${clip.by.shop}`) : null,
      products: clip.products
        .filter(p => world.has(`product:${p}`))
        .map((p, i) => ({ product: world.id(`product:${p}`), fromMs: i * 500, toMs: Math.round(clip.seconds * 1000) })),
      disclosure: 'shop' in clip.by ? 'own_product' : 'none',
      ...(grownFrom && { grownFrom }),
    })
    for (const lang of ['en', 'ja', 'zh'] as const)
      await author.put(`/v1/media/${media}/captions/${lang}`, {
        cues: clip.words.map(w => ({ fromMs: Math.round(w.from * 1000), toMs: Math.round(w.to * 1000), text: w[lang] })),
      })
    await author.post(`/v1/posts/${post.id}/publish`)
    world.note(`post:${key}`, post.id)
    return { author, media }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export const productsOf = (key: string): readonly string[] => clips.find(c => c.key === key)?.products ?? []
