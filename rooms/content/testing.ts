import { type Id, newId } from '#base/kernel'
import type { MediaState } from '#rooms/media'
import type { PostDraft } from './post.ts'
import type { ContentDoors } from './room.ts'

const products = new Map<string, { shop: Id<'shop'>; state: string }>()
const people = new Map<string, { id: string; handle: string; name: string; picture: string | null; creator: boolean }>()
const media = new Map<string, MediaState>()
/** What a classifier found in a medium. */
const labels = new Map<string, { label: 'nudity'; share: number }>()
/** Media that look like this one. */
const copies = new Map<string, Id<'media'>[]>()
const hidden = new Map<string, { reason: string; explanation: string }>()

/** Small stand-ins for the rooms that content asks, with what they hold at hand. */
export const standIns = {
  products,
  people,
  media,
  copies,
  labels,
  /** Keys `post:id` of what moderation hides, with its decision. */
  hidden,
  product(shop: Id<'shop'>, state = 'live'): Id<'product'> {
    const id = newId('product', new Date())
    products.set(id, { shop, state })
    return id
  },
  person(handle: string, id: Id<'person'> = newId('person', new Date())): Id<'person'> {
    people.set(id, { id, handle, name: handle, picture: null, creator: false })
    return id
  },
  medium(owner: Id<'person'>, parts: Partial<MediaState> = {}): Id<'media'> {
    const id = newId('media', new Date())
    const kind = parts.kind === undefined ? 'video' : parts.kind
    const url = `/media/${id}/${kind === 'picture' ? 'card' : 'poster'}.webp`
    media.set(id, {
      id,
      owner,
      kind,
      state: 'ready',
      progress: 100,
      watchable: 'all',
      refusal: null,
      posterUrl: url,
      thumbhash: 'aGFzaA==',
      durationMs: kind === 'video' ? 8000 : null,
      ...parts,
    })
    return id
  },
}

export const contentDoors = (may: ContentDoors['accounts']['may']): ContentDoors => ({
  accounts: {
    may,
    people: async ids => new Map(ids.flatMap(id => (people.has(id) ? [[id, people.get(id)!] as const] : []))),
    peopleByHandles: async handles =>
      new Map([...people.values()].filter(p => handles.includes(p.handle)).map(p => [p.handle, p.id as Id<'person'>])),
  },
  media: {
    labels: async ids => ids.flatMap(id => labels.get(id) ?? []),
    copies: async ids => new Map(ids.map(id => [id, new Set([id, ...(copies.get(id) ?? [])])])),
    state: async ids => new Map(ids.flatMap(id => (media.has(id) ? [[id, media.get(id)!] as const] : []))),
    videos: async ids => new Map(ids.flatMap(id => (media.get(id)?.kind === 'video' ? [[id, videoOf(id)] as const] : []))),
    pictures: async ids =>
      new Map(
        ids.flatMap(id =>
          media.get(id)?.kind === 'picture'
            ? [[id, { id, url: `/media/${id}/full.webp`, width: 3, height: 4, thumbhash: '' }] as const]
            : [],
        ),
      ),
    remove: async id => void media.delete(id),
    withhold: async () => {},
  },
  catalog: { products: async ids => new Map(ids.flatMap(id => (products.has(id) ? [[id, products.get(id)!] as const] : []))) },
  moderation: {
    hidden: async subjects => new Set(subjects.map(s => `${s.kind}:${s.id}`).filter(key => hidden.has(key))),
    decisionOn: async s => hidden.get(`${s.kind}:${s.id}`) ?? null,
  },
})
const videoOf = (id: string) => ({
  id,
  durationMs: 8000,
  width: 360,
  height: 640,
  poster: `/media/${id}/poster.webp`,
  thumbhash: '',
  rungs: [],
  captions: [],
  storyboard: null,
  hls: null,
})

export const draftOf = (parts: Partial<PostDraft> = {}): PostDraft => ({
  caption: 'Whisking tea #matcha',
  products: [],
  ...parts,
})
