import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { isCode } from '../../client/error.ts'
import { setMe, useMe } from '../../client/me.ts'
import { intlTag } from '../../i18n/core.ts'
import { useDesk } from '../../i18n/desk/index.ts'
import { useT } from '../../i18n/studio/index.ts'
import { Button, Field, SelectField, toast } from '../../ui/core/index.ts'
import { LeaveGuard, MoneyField, PageHead, Panel, Problem, TextsField, useGo, useToFault } from '../../ui/desk/index.ts'
import { countries, currencies, emptyShop, type PartProps, slugRule } from './open-draft.ts'
import { Seller } from './Seller.tsx'

/** The whole form on one page, in plain sections; what was typed stays when the server refuses. */
export function OpenShopPage({ onOpened }: { onOpened?: (slug: string) => void }) {
  const t = useT()
  const go = useGo()
  const me = useMe()
  const [draft, setDraft] = useState(emptyShop)
  const [wrong, setWrong] = useState<{ slug?: string; name?: string; fee?: string }>({})
  const [tries, setTries] = useState(0)
  const form = useToFault<HTMLFormElement>(tries)
  const change: PartProps['change'] = part => setDraft(d => ({ ...d, ...part }))
  const open = useMutation({
    mutationFn: () => ask(api.POST('/v1/shops', { body: draft })),
    onSuccess: async shop => {
      setMe(await ask(api.GET('/v1/me')))
      onOpened?.(shop.slug)
      toast(t.open.opened)
      await go({ to: '/' })
    },
    onError: () => setTries(n => n + 1),
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const found = {
      ...(!slugRule.test(draft.slug) && { slug: t.open.slugWrong }),
      ...(!Object.values(draft.name).some(Boolean) && { name: t.product.nameMissing }),
      ...(draft.shippingFee === '' && { fee: t.open.feeWrong }),
    }
    setWrong(found)
    setTries(n => n + 1)
    if (Object.keys(found).length === 0) open.mutate()
  }
  return (
    <form ref={form} onSubmit={submit} className="mx-auto grid max-w-[880px] gap-4">
      <PageHead title={t.open.title} note={me?.shops.length === 0 ? t.open.signUpFirst : t.open.text} />
      <Look draft={draft} change={change} wrong={wrong} taken={isCode(open.error, 'shop_slug_taken')} />
      <Seller draft={draft} change={change} />
      <Delivery draft={draft} change={change} wrong={wrong.fee} />
      <Problem error={open.error} />
      <div className="flex justify-end">
        <Button kind="act" type="submit" busy={open.isPending}>
          {t.open.submit}
        </Button>
      </div>
      <LeaveGuard when={draft !== emptyShop && !open.isPending && !open.isSuccess} />
    </form>
  )
}

function Look({ draft, change, wrong, taken }: PartProps & { wrong: { slug?: string; name?: string }; taken: boolean }) {
  const t = useT()
  const d = useDesk()
  const country = new Intl.DisplayNames(intlTag(), { type: 'region' })
  const currency = new Intl.DisplayNames(intlTag(), { type: 'currency' })
  return (
    <Panel title={t.open.look}>
      <div className="grid gap-4">
        <TextsField
          label={t.open.name}
          maxLength={120}
          value={draft.name}
          onChange={name => change({ name })}
          wrong={wrong.name}
        />
        <div className="grid gap-3 desk:grid-cols-3">
          <Field
            label={t.open.slug}
            hint={t.open.slugHint}
            wrong={wrong.slug ?? (taken ? d.errors.shop_slug_taken : null)}
            value={draft.slug}
            minLength={2}
            maxLength={60}
            autoCapitalize="none"
            spellCheck={false}
            onChange={e => change({ slug: e.target.value.normalize('NFKC').toLowerCase() })}
          />
          <SelectField
            label={t.open.country}
            value={draft.country}
            options={countries.map(c => ({ value: c, label: country.of(c) ?? c }))}
            onChange={value => change({ country: value })}
          />
          <SelectField
            label={t.open.currency}
            value={draft.currency}
            options={currencies.map(c => ({ value: c, label: `${c} · ${currency.of(c) ?? c}` }))}
            onChange={value => change({ currency: value, shippingFee: '', freeShippingFrom: null })}
          />
        </div>
        <TextsField
          label={t.open.about}
          long
          maxLength={4000}
          value={draft.about}
          onChange={about => change({ about })}
          hint={t.open.optional}
        />
      </div>
    </Panel>
  )
}

/** What delivery costs, how long it takes, how things come back. */
export function Delivery({ draft, change, wrong }: PartProps & { wrong?: string | undefined }) {
  const t = useT()
  const days = (label: string, value: number, max: number, set: (n: number) => void, hint?: string) => (
    <Field
      label={label}
      hint={hint}
      type="number"
      inputMode="numeric"
      min={0}
      max={max}
      required
      value={value}
      onChange={e => set(Math.min(max, Math.max(0, Number(e.target.value))))}
    />
  )
  const { from, to } = draft.deliveryDays
  return (
    <Panel title={t.open.delivery}>
      <div className="grid gap-4">
        <div className="grid grid-cols-2 items-start gap-3 desk:grid-cols-3">
          <MoneyField
            label={t.open.shippingFee}
            currency={draft.currency}
            value={draft.shippingFee}
            wrong={wrong ?? null}
            onChange={v => change({ shippingFee: v ?? '' })}
          />
          <MoneyField
            label={t.open.freeFrom}
            hint={t.open.optional}
            currency={draft.currency}
            value={draft.freeShippingFrom ?? ''}
            onChange={v => change({ freeShippingFrom: v || null })}
          />
          {days(t.open.dispatchDays, draft.dispatchDays, 60, n => change({ dispatchDays: n }))}
          {days(t.open.deliveryFrom, from, 90, n => change({ deliveryDays: { from: n, to: Math.max(n, to) } }))}
          {days(t.open.deliveryTo, to, 90, n => change({ deliveryDays: { from: Math.min(from, n), to: n } }))}
          {days(t.open.returnDays, draft.returnDays, 365, n => change({ returnDays: n }))}
        </div>
        {days(t.open.protectionDays, draft.protectionDays ?? 0, 60, n => change({ protectionDays: n }), t.open.protectionHint)}
        <TextsField
          label={t.open.deliveryTerms}
          long
          maxLength={2000}
          value={draft.seller.delivery}
          hint={t.open.optional}
          onChange={delivery => change({ seller: { ...draft.seller, delivery } })}
        />
        <TextsField
          label={t.open.returnTerms}
          long
          maxLength={2000}
          value={draft.seller.returns}
          hint={t.open.optional}
          onChange={returns => change({ seller: { ...draft.seller, returns } })}
        />
      </div>
    </Panel>
  )
}
