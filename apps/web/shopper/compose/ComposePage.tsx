import { useQuery } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { useMe } from '../../client/me.ts'
import { shared } from '../../i18n/shared/index.ts'
import { more, useMore } from '../../i18n/shopper/more/index.ts'
import { Button, toast } from '../../ui/core/index.ts'
import { PageHead } from '../parts/PageHead.tsx'
import { CaptionField } from './CaptionField.tsx'
import { DisclosureChoice, needsDisclosure } from './DisclosureChoice.tsx'
import { type Draft, discard, emptyDraft, isEmpty, restoreFiles, setDraft, useDraft } from './draft.ts'
import { Files } from './Files.tsx'
import { submit } from './outgoing.ts'
import { PickBox } from './PickBox.tsx'
import { ProductTags } from './ProductTags.tsx'
import { useReady } from './use-ready.ts'

const mostLetters = 2200

export function ComposePage() {
  const t = useMore().compose
  const draft = useDraft()
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
  return (
    <>
      <PageHead
        title={t.title}
        back
        aside={
          !empty && (
            <Button kind="quiet" onClick={throwAway}>
              {t.discard}
            </Button>
          )
        }
      />
      <div className="page grid gap-7 pb-4">
        {draft.files.length === 0 ? <PickBox /> : <Files draft={draft} />}
        <CaptionField value={draft.caption} onChange={caption => setDraft({ caption })} most={mostLetters} />
        <ProductTags draft={draft} />
        {draft.products.length > 0 && <DisclosureChoice draft={draft} />}
      </div>
      {draft.files.length > 0 && <Foot draft={draft} />}
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
  const me = useMe()
  const navigate = useNavigate()
  const { ready, refused } = useReady(draft)
  const [asked, setAsked] = useState(false)
  const missing = needsDisclosure(draft)
  const tooLong = [...draft.caption].length > mostLetters
  const send = () => {
    if (missing) {
      setAsked(true)
      document.getElementById('disclosure')?.scrollIntoView({ block: 'center', behavior: 'smooth' })
      return
    }
    submit()
    void navigate({ to: '/me' })
  }
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
          <Button kind="act" size="big" disabled={!me || refused || tooLong} onClick={send}>
            {ready ? t.publish : t.publishWhenDone}
          </Button>
        )}
      </div>
    </div>
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
