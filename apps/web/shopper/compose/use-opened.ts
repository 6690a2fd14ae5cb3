import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect } from 'react'
import { api, ask, newKey, type Reply } from '../../client/api.ts'
import { momentText } from '../../ui/core/index.ts'
import {
  type Draft,
  discard,
  emptyDraft,
  isEmpty,
  type KeptFile,
  restoreFiles,
  setDraft,
  type Tagged,
  useDraft,
} from './draft.ts'

type MyPost = Reply<'GET /v1/me/posts/{id}'>

export interface Opening {
  /** `other`: something else is being written here, so the person is asked. */
  readonly state: 'none' | 'waiting' | 'failed' | 'published' | 'other'
  readonly error: unknown
  readonly retry: () => void
  readonly open: () => void
  readonly stay: () => void
}

/** /create?post=: a draft on the server comes into the composer, unless something else is being written there. */
export function useOpened(): Opening {
  const { post: id } = useSearch({ from: '/create' })
  const navigate = useNavigate()
  const draft = useDraft()
  const found = useQuery({
    queryKey: ['my-post', id],
    queryFn: async () => {
      const post = await ask(api.GET('/v1/me/posts/{id}', { params: { path: { id: id ?? '' } } }))
      return { post, products: await cardsOf(post) }
    },
    enabled: id !== undefined && draft.post !== id,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
  const free = isEmpty(draft)
  const editable = found.data?.post.state === 'draft' || found.data?.post.state === 'scheduled'
  const stay = () => void navigate({ to: '/create', search: {}, replace: true })
  const open = () => {
    if (!found.data || !editable) return
    discard()
    useDraft.setState(draftOf(found.data.post, found.data.products))
    restoreFiles(useDraft.getState().files)
  }
  useEffect(() => {
    if (id === undefined) return
    // The address has done its work: what is in the composer stays there over a reload, and goes when it is thrown away.
    if (draft.post === id) stay()
    else if (free && editable) open()
  })
  // What was typed meanwhile is newer than what is on the server.
  const state =
    !id || draft.post === id ? 'none' : found.error ? 'failed' : !found.data ? 'waiting' : editable ? 'other' : 'published'
  return { state, error: found.error, retry: () => void found.refetch(), open, stay }
}

async function cardsOf(post: MyPost): Promise<readonly Tagged[]> {
  if (post.products.length === 0) return []
  const ids = post.products.map(p => p.product)
  const { items } = await ask(api.GET('/v1/product-cards', { params: { query: { ids: ids.join(',') } } }))
  const spans = new Map(post.products.map(({ product, ...span }) => [product, span]))
  return items.map(c => ({
    id: c.id,
    name: c.name,
    picture: c.picture,
    price: c.price,
    shop: c.shop.id,
    span: spans.get(c.id),
  }))
}

function draftOf(post: MyPost, products: readonly Tagged[]): Draft {
  const file = (media: string, kind: KeptFile['kind'], i: number): KeptFile => ({
    id: newKey(),
    name: String(i + 1),
    kind,
    bytes: 0,
    media,
  })
  return {
    ...emptyDraft,
    files: post.video ? [file(post.video.id, 'video', 0)] : post.pictures.map((p, i) => file(p.id, 'picture', i)),
    durationMs: post.video?.durationMs || null,
    caption: post.caption,
    products,
    disclosure: post.disclosure,
    grownFrom: post.grownFrom,
    post: post.id,
    shop: post.shop,
    at: post.scheduled && momentText(new Date(post.scheduled)),
  }
}

/** /create?shop=: from the studio, so the post is in the shop's name. */
export function useForShop(): void {
  const { shop } = useSearch({ from: '/create' })
  useEffect(() => {
    if (shop && isEmpty(useDraft.getState())) setDraft({ shop })
  }, [shop])
}
