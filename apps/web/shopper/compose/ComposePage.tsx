import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { useMe } from '../../client/me.ts'
import { errorText, shared, useShared } from '../../i18n/shared/index.ts'
import { useDrafts } from '../../i18n/shopper/drafts/index.ts'
import { more, useMore } from '../../i18n/shopper/more/index.ts'
import { Pencil } from '../../ui/core/icons.tsx'
import { Button, Empty, momentOf, Skeleton, toast } from '../../ui/core/index.ts'
import { PageHead } from '../parts/PageHead.tsx'
import { CaptionField } from './CaptionField.tsx'
import { DisclosureChoice, needsDisclosure } from './DisclosureChoice.tsx'
import { type Draft, discard, emptyDraft, isEmpty, restoreFiles, setDraft, useDraft } from './draft.ts'
import { Files } from './Files.tsx'
import { submit } from './outgoing.ts'
import { PickBox } from './PickBox.tsx'
import { PostedBefore } from './PostedBefore.tsx'
import { ProductTags } from './ProductTags.tsx'
import { Later, PostAs } from './Sending.tsx'
import { type Opening, useForShop, useOpened } from './use-opened.ts'
import { useReady } from './use-ready.ts'

const mostLetters = 2200

export function ComposePage() {
  const t = useMore().compose
  const d = useDrafts()
  const draft = useDraft()
  const opening = useOpened()
  useForShop()
  useFromOrder()
  const empty = isEmpty(draft)
  const throwAway = () => {
    const before = useDraft.getState()
    // Files go when the moment to undo is over.
    useDraft.setState(emptyDraft)
    const timer = setTimeout(() => dropFiles(before), 5200)
    toast(more().compose.discarded, {
      label: shared().undo,
      run: () => {
        clearTimeout(timer)
        useDraft.setState(before)
        restoreFiles(before.files)
      },
    })
  }
  if (opening.state !== 'none')
    return (
      <>
        <PageHead title={d.editTitle} back />
        <Between opening={opening} />
      </>
    )
  return (
    <>
      <PageHead
        title={draft.post ? d.editTitle : t.title}
        back
        aside={
          !empty && (
            <Button kind="quiet" onClick={throwAway}>
              {t.discard}
            </Button>
          )
        }
      />
      {/* What has the focus is scrolled clear of the buttons that stay below. */}
      <div className="page grid gap-7 pb-4 [&_*]:scroll-mb-[180px]">
        {draft.files.length === 0 ? <PickBox /> : <Files draft={draft} />}
        <PostedBefore draft={draft} />
        <CaptionField value={draft.caption} onChange={caption => setDraft({ caption })} most={mostLetters} />
        <ProductTags draft={draft} />
        {draft.products.length > 0 && <DisclosureChoice draft={draft} />}
        <PostAs draft={draft} />
        <Later draft={draft} />
      </div>
      {!empty && <Foot draft={draft} />}
    </>
  )
}
function dropFiles(before: Draft): void {
  const now = useDraft.getState()
  useDraft.setState(before)
  discard()
  useDraft.setState(now)
}

function Foot({ draft }: { draft: Draft }) {
  const t = useMore().compose
  const d = useDrafts()
  const me = useMe()
  const navigate = useNavigate()
  const { ready, refused } = useReady(draft)
  const [asked, setAsked] = useState(false)
  const missing = needsDisclosure(draft)
  const wrong = refused || [...draft.caption].length > mostLetters
  const timeless = draft.at !== null && !momentOf(draft.at)
  const send = (then: 'publish' | 'keep') => {
    if (then === 'publish' && missing) {
      setAsked(true)
      document.getElementById('disclosure')?.scrollIntoView({ block: 'center', behavior: 'smooth' })
      return
    }
    submit(then)
    void navigate({ to: '/me' })
  }
  const [now, whenDone] = draft.at === null ? [t.publish, t.publishWhenDone] : [d.schedule, d.scheduleWhenDone]
  return (
    <div className="sticky bottom-[var(--bar)] border-t border-line bg-bg">
      <div className="page grid gap-2 py-3">
        {asked && missing && (
          <p role="alert" className="text-meta text-danger">
            {t.disclosureMissing}
          </p>
        )}
        {!ready && !refused && <p className="text-meta text-ink-2">{t.leave}</p>}
        {me?.member === false ? (
          <Button kind="act" size="big" onClick={() => void navigate({ to: '/sign-in', search: { next: '/create' } })}>
            {t.signInToPost}
          </Button>
        ) : (
          <div className="flex flex-wrap gap-2">
            <Button size="big" disabled={!me || wrong} onClick={() => send('keep')}>
              {d.keep}
            </Button>
            <Button
              kind="act"
              size="big"
              className="flex-1"
              disabled={!me || wrong || timeless || draft.files.length === 0}
              onClick={() => send('publish')}
            >
              {ready ? now : whenDone}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}

/** What stands between the person and the draft that they want to open. */
function Between({ opening }: { opening: Opening }) {
  const t = useDrafts()
  const s = useShared()
  if (opening.state === 'waiting')
    return (
      <div className="page grid gap-3" role="status" aria-busy="true" aria-label={t.opening}>
        <Skeleton className="h-[200px]" />
        <Skeleton className="h-[112px]" />
      </div>
    )
  const words = {
    failed: [s.failedTitle, errorText(opening.error)],
    published: [t.notDraft, undefined],
    other: [t.otherTitle, t.otherText],
  } as const
  const [title, text] = words[opening.state === 'none' ? 'other' : opening.state]
  const first = { failed: [s.retry, opening.retry], other: [t.openIt, opening.open] } as const
  const act = opening.state === 'failed' || opening.state === 'other' ? first[opening.state] : null
  return (
    <Empty
      icon={<Pencil size={36} />}
      title={title}
      text={text}
      action={
        <span className="flex flex-wrap justify-center gap-2">
          <Button onClick={opening.stay}>{opening.state === 'other' ? t.stay : s.cancel}</Button>
          {act && (
            <Button kind="act" onClick={act[1]}>
              {act[0]}
            </Button>
          )}
        </span>
      }
    />
  )
}

/** From an order: its product is tagged, and the line is noted as what the clip grew from. */
function useFromOrder(): void {
  const { line, product } = useSearch({ from: '/create' })
  const card = useQuery({
    queryKey: ['card', product],
    queryFn: () =>
      ask(api.GET('/v1/product-cards', { params: { query: { ids: product ?? '' } } })).then(page => page.items[0] ?? null),
    enabled: product !== undefined,
    staleTime: 60_000,
  }).data
  useEffect(() => {
    if (line) setDraft({ grownFrom: line })
  }, [line])
  useEffect(() => {
    if (!card) return
    const { products } = useDraft.getState()
    if (products.every(p => p.id !== card.id))
      setDraft({
        products: [
          ...products,
          { id: card.id, name: card.name, picture: card.picture, price: card.price, shop: card.shop.id },
        ].slice(-10),
      })
  }, [card])
}
