import { Api } from '../apps/simulator/api.ts'
import { password, picture } from './shop-world.ts'

export const tastes = ['kiln', 'leaf', 'indigo', 'paper'] as const
export type Taste = (typeof tastes)[number]
const authors = 4
const each = 4
const fans = 3

/**
 * A public of four tastes: for each, authors who post pictures under its tag, and people who like them all. Newest last, one taste after
 * the other in turn, so that a page of the newest has of everything. Answers the taste of each post.
 */
export async function fourTastes(url: string): Promise<ReadonlyMap<string, Taste>> {
  const posts = new Map<Taste, string[]>(tastes.map(taste => [taste, []]))
  for (let a = 0; a < authors; a++) {
    const makers = await Promise.all(
      tastes.map(taste => Api.join(url, `${taste}${a}@example.org`, password, `${taste} ${a}`, `${taste}${a}`)),
    )
    for (let n = 0; n < each; n++)
      for (const [k, taste] of tastes.entries()) {
        const maker = makers[k] as Api
        const grey = `#${(a * 32 + n * 8 + 20).toString(16).padStart(2, '0')}${['4020', '6050', '2070', '8080'][k]}`
        const draft = await maker.post<{ id: string }>('/v1/posts', {
          caption: `${taste} ${a}.${n} #${taste}`,
          products: [],
          pictures: [await picture(maker, grey)],
        })
        await maker.post(`/v1/posts/${draft.id}/publish`)
        posts.get(taste)?.push(draft.id)
      }
  }
  for (const taste of tastes)
    for (let f = 0; f < fans; f++) {
      const fan = await Api.guest(url)
      for (const post of posts.get(taste) ?? []) await fan.put(`/v1/posts/${post}/like`, {})
    }
  return new Map([...posts].flatMap(([taste, ids]) => ids.map(id => [id, taste] as const)))
}
