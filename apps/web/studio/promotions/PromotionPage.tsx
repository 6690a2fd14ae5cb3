import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { ApiError, isCode } from '../../client/error.ts'
import { langTag } from '../../i18n/core.ts'
import { textIn } from '../../i18n/format.ts'
import { usePromotions } from '../../i18n/studio/promotions/index.ts'
import { Button, toast } from '../../ui/core/index.ts'
import { LeaveGuard, Modal, PageHead, Panel, Problem, RowsLoading, SaveBar, useParam } from '../../ui/desk/index.ts'
import { useCurrency } from '../products/shop-currency.ts'
import { bodyOf, draftOf, sameDraft } from './draft.ts'
import { BackToPromotions, previewOf } from './NewPromotionPage.tsx'
import { OfferActions } from './OfferActions.tsx'
import { OfferForm } from './OfferForm.tsx'
import { Gives, Left, OfferState, Span } from './offer-parts.tsx'
import { Preview } from './Preview.tsx'
import { keepOffer, type Offer, offerQuery } from './promotions-data.ts'
import { useOfferDraft } from './use-offer-draft.ts'

export function PromotionPage() {
  const offer = useQuery(offerQuery(useParam('offer')))
  const currency = useCurrency()
  return (
    <>
      <BackToPromotions />
      {(offer.isPending || !currency) && !offer.error && <RowsLoading />}
      {!offer.data && <Problem error={offer.error} retry={() => void offer.refetch()} />}
      {offer.data && currency && <Opened key={offer.data.id} offer={offer.data} currency={currency} />}
    </>
  )
}

function Opened({ offer, currency }: { offer: Offer; currency: string }) {
  const t = usePromotions()
  const { text, lang } = textIn(offer.name)
  const [dirty, setDirty] = useState(false)
  return (
    <div className="grid gap-4">
      <PageHead name={text} title={<span lang={langTag(lang)}>{text}</span>} note={<OfferState offer={offer} />}>
        <OfferActions offer={offer} dirty={dirty} />
      </PageHead>
      {offer.state === 'ended' ? (
        <Panel title={t.endedNote}>
          <div className="grid gap-2">
            <Gives offer={offer} />
            <Span offer={offer} />
            <Left offer={offer} />
          </div>
        </Panel>
      ) : (
        <Editor offer={offer} currency={currency} onDirty={setDirty} />
      )}
    </div>
  )
}

/** Edits a copy of the version that was opened; a newer one from somebody else is asked about, never written over unseen. */
function Editor({ offer, currency, onDirty }: { offer: Offer; currency: string; onDirty: (dirty: boolean) => void }) {
  const t = usePromotions()
  const [base, setBase] = useState(offer)
  const [theirs, setTheirs] = useState<Offer | null>(null)
  const save = useMutation({
    mutationFn: (version: number) => {
      const { kind: _kind, ...rule } = bodyOf(d.draft, base)
      return ask(api.PUT('/v1/offers/{id}', { params: { path: { id: base.id } }, body: { version, ...rule } }))
    },
    onSuccess: next => {
      take(next)
      toast(t.created)
    },
    onError: async error => {
      d.tried()
      if (!isCode(error, 'version_conflict')) return
      const told = error instanceof ApiError ? (error.details.offer as Offer | undefined) : undefined
      setTheirs(told ?? (await ask(api.GET('/v1/offers/{id}', { params: { path: { id: base.id } } }))))
    },
  })
  const d = useOfferDraft(() => draftOf(offer), save.error)
  const changed = !sameDraft(d.draft, draftOf(base))
  useEffect(() => {
    onDirty(changed)
    return () => onDirty(false)
  }, [changed, onDirty])
  const take = (next: Offer) => {
    setBase(next)
    d.setDraft(draftOf(next))
    setTheirs(null)
    keepOffer(next)
  }
  // Pausing raises the version too; without changes of our own the newest one is simply taken.
  if (offer.version !== base.version && !changed) {
    setBase(offer)
    d.setDraft(draftOf(offer))
  }
  const submit = () => {
    d.tried()
    if (!d.faulty) save.mutate(base.version)
  }
  return (
    <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,1fr)_320px]">
      <div ref={d.form} className="grid gap-4">
        <Panel title={t.left}>
          <Left offer={offer} />
        </Panel>
        <OfferForm draft={d.draft} change={d.change} currency={currency} wrong={d.wrong} offer={offer} />
      </div>
      <Preview body={previewOf(d.draft)} replaces={offer.id} />
      {changed && (
        <SaveBar
          busy={save.isPending}
          error={theirs ? null : save.error}
          save={submit}
          discard={() => d.setDraft(draftOf(base))}
        />
      )}
      {theirs && (
        <Modal title={t.conflictTitle} text={t.conflictText} onClose={() => setTheirs(null)}>
          <div className="flex flex-wrap justify-end gap-2">
            <Button onClick={() => take(theirs)}>{t.theirs}</Button>
            <Button kind="act" busy={save.isPending} onClick={() => save.mutate(theirs.version)}>
              {t.mine}
            </Button>
          </div>
        </Modal>
      )}
      <LeaveGuard when={changed} />
    </div>
  )
}
