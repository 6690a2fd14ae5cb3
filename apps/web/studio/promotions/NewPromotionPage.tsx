import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { usePromotions } from '../../i18n/studio/promotions/index.ts'
import { ArrowLeft } from '../../ui/core/icons.tsx'
import { Button, momentOf, toast } from '../../ui/core/index.ts'
import { LeaveGuard, Link, PageHead, Problem, RowsLoading, useGo } from '../../ui/desk/index.ts'
import { useCurrency } from '../products/shop-currency.ts'
import { useMyShop } from '../shop-choice.ts'
import { type Body, bodyOf, type Draft, emptyDraft, faultsOf, sameDraft } from './draft.ts'
import { OfferForm } from './OfferForm.tsx'
import { Preview } from './Preview.tsx'
import { keepOffer } from './promotions-data.ts'
import { useOfferDraft } from './use-offer-draft.ts'

export const BackToPromotions = () => {
  const t = usePromotions()
  return (
    <Link to="/promotions" className="mb-3 inline-flex items-center gap-1">
      <ArrowLeft size={16} />
      {t.title}
    </Link>
  )
}
/** What can be previewed before it has a name. */
export function previewOf(draft: Draft): Body | null {
  const faults = [...faultsOf(draft)].filter(f => f !== 'name')
  const named = Object.values(draft.name).some(n => n?.trim()) ? draft : { ...draft, name: { en: '–' } }
  return faults.length === 0 ? bodyOf(named) : null
}

export function NewPromotionPage() {
  const t = usePromotions()
  const currency = useCurrency()
  return (
    <>
      <BackToPromotions />
      <PageHead title={t.newTitle} />
      {currency ? <Maker currency={currency} /> : <RowsLoading />}
    </>
  )
}

function Maker({ currency }: { currency: string }) {
  const t = usePromotions()
  const go = useGo()
  const { shop } = useMyShop()
  const [begun] = useState(emptyDraft)
  const [made, setMade] = useState(false)
  const create = useMutation({
    mutationFn: (body: Body) => ask(api.POST('/v1/shops/{shop}/offers', { params: { path: { shop } }, body })),
    onSuccess: offer => {
      setMade(true)
      keepOffer(offer)
      toast(t.created)
      setTimeout(() => void go({ to: '/promotions' }))
    },
    onError: () => d.tried(),
  })
  const d = useOfferDraft(() => begun, create.error)
  const planned = (momentOf(d.draft.starts)?.getTime() ?? 0) > Date.now()
  const submit = () => {
    d.tried()
    if (!d.faulty) create.mutate(bodyOf(d.draft))
  }
  return (
    <div className="grid items-start gap-4 desk:grid-cols-[minmax(0,1fr)_320px]">
      <div ref={d.form} className="grid gap-4">
        <OfferForm draft={d.draft} change={d.change} currency={currency} wrong={d.wrong} offer={null} />
        <Problem error={create.error} />
      </div>
      <Preview body={previewOf(d.draft)} replaces={null} />
      <div className="flex justify-end">
        <Button kind="act" size="big" busy={create.isPending} onClick={submit}>
          {planned ? t.plan : t.create}
        </Button>
      </div>
      <LeaveGuard when={!made && !sameDraft(d.draft, begun)} />
    </div>
  )
}
