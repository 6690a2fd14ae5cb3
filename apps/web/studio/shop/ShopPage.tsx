import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { intlTag } from '../../i18n/core.ts'
import { useDesk } from '../../i18n/desk/index.ts'
import { useT } from '../../i18n/studio/index.ts'
import { useStock } from '../../i18n/studio/stock/index.ts'
import { SelectField, toast } from '../../ui/core/index.ts'
import { LeaveGuard, Link, PageHead, Panel, Problem, RowsLoading, SaveBar, TextsField, useToFault } from '../../ui/desk/index.ts'
import { useMyShop } from '../shop-choice.ts'
import { DeliveryOptions, faultOf } from './DeliveryOptions.tsx'
import { keepShop, type Shop } from './keep-shop.ts'
import { Delivery } from './OpenShopPage.tsx'
import { countries, type PartProps, type ShopBody } from './open-draft.ts'
import { Seller } from './Seller.tsx'
import { ShopPictures } from './ShopPictures.tsx'

const draftOf = (s: Shop): ShopBody => ({
  slug: s.slug,
  name: s.name,
  about: s.about,
  country: s.country,
  currency: s.currency,
  seller: s.seller,
  shippingFee: s.shippingFee,
  freeShippingFrom: s.freeShippingFrom,
  dispatchDays: s.dispatchDays,
  deliveryDays: s.deliveryDays,
  returnDays: s.returnDays,
  protectionDays: s.protectionDays,
  delivery: s.delivery,
})
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** What buyers and the law see of the shop. Its owner changes it; staff read here why they can't. */
export function ShopPage() {
  const t = useT()
  const m = useStock()
  const { slug, role } = useMyShop()
  const shop = useQuery({
    queryKey: ['shop', slug],
    queryFn: () => ask(api.GET('/v1/shops/{slug}', { params: { path: { slug } } })),
    staleTime: 10 * 60_000,
  })
  return (
    <div className="mx-auto grid max-w-[880px] gap-4">
      <PageHead title={t.nav.shop} note={t.settings.note}>
        <Link to="/locations">{m.locations}</Link>
        <a href={`/shop/${slug}`}>{t.settings.view}</a>
      </PageHead>
      {shop.isPending && <RowsLoading />}
      {!shop.data && <Problem error={shop.error} retry={() => void shop.refetch()} />}
      {role !== 'owner' && <p className="panel text-ink-2">{t.settings.ownerOnly}</p>}
      {shop.data && role === 'owner' && (
        <>
          <Form key={slug} shop={shop.data} />
          <ShopPictures shop={shop.data} />
        </>
      )}
    </div>
  )
}

function Form({ shop }: { shop: Shop }) {
  const t = useT()
  const d = useDesk()
  const before = draftOf(shop)
  const [draft, setDraft] = useState(before)
  const [tries, setTries] = useState(0)
  const sent = useRef<HTMLButtonElement>(null)
  const form = useToFault<HTMLFormElement>(tries)
  const change: PartProps['change'] = part => setDraft(now => ({ ...now, ...part }))
  const keys = (Object.keys(draft) as (keyof ShopBody)[]).filter(k => !same(draft[k], before[k]))
  const wrong = {
    name: Object.values(draft.name).some(x => x?.trim()) ? null : t.product.nameMissing,
    fee: draft.shippingFee === '' ? t.open.feeWrong : undefined,
  }
  const save = useMutation({
    mutationFn: () => {
      const parts = Object.fromEntries(keys.map(k => [k, draft[k]]))
      return ask(api.PATCH('/v1/shops/{slug}', { params: { path: { slug: shop.slug } }, body: parts }))
    },
    onSuccess: async next => {
      await keepShop(next)
      setDraft(draftOf(next))
      toast(d.saved)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTries(n => n + 1)
    if (!wrong.name && !wrong.fee && !(draft.delivery ?? []).some(faultOf)) save.mutate()
  }
  return (
    <form ref={form} onSubmit={submit} className="grid gap-4">
      <About draft={draft} change={change} wrong={tries > 0 ? wrong.name : null} />
      <Seller draft={draft} change={change} />
      <Delivery draft={draft} change={change} wrong={tries > 0 ? wrong.fee : undefined} />
      <DeliveryOptions draft={draft} change={change} tried={tries > 0} />
      {/* The bar stands outside the flow of the form, so it asks this button, and with it the browser's own checks. */}
      <button ref={sent} type="submit" hidden />
      {keys.length > 0 && (
        <SaveBar
          busy={save.isPending}
          error={save.error}
          save={() => sent.current?.click()}
          discard={() => {
            setDraft(before)
            setTries(0)
          }}
        />
      )}
      <LeaveGuard when={keys.length > 0} />
    </form>
  )
}

function About({ draft, change, wrong }: PartProps & { wrong: string | null }) {
  const t = useT()
  const country = new Intl.DisplayNames(intlTag(), { type: 'region' })
  return (
    <Panel title={t.settings.look}>
      <div className="grid gap-4">
        <TextsField label={t.open.name} maxLength={120} value={draft.name} onChange={name => change({ name })} wrong={wrong} />
        <TextsField
          label={t.open.about}
          long
          maxLength={4000}
          value={draft.about}
          onChange={about => change({ about })}
          hint={t.open.optional}
        />
        <SelectField
          label={t.open.country}
          className="desk:max-w-[280px]"
          value={draft.country}
          options={[...new Set([draft.country, ...countries])].map(c => ({ value: c, label: country.of(c) ?? c }))}
          onChange={value => change({ country: value })}
        />
      </div>
    </Panel>
  )
}
