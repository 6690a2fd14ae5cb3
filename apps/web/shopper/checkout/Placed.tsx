import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type FormEvent, useEffect, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { setMe, useMe } from '../../client/me.ts'
import { queryClient } from '../../client/query.ts'
import type { Checkout, Order } from '../../client/types.ts'
import { dateRange, inDays, said, shortDate } from '../../i18n/format.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { Check } from '../../ui/core/icons.tsx'
import { Button, Field, toast } from '../../ui/core/index.ts'
import { useShop } from '../buy/use-product.ts'

/** Paid. What happens next and when, an account if wanted, and the way back to the feed. */
export function Placed({ checkout }: { checkout: Checkout }) {
  const t = useT().placed
  const me = useMe()
  useEffect(() => {
    navigator.vibrate?.(8)
    sessionStorage.removeItem('enishi.address')
    void queryClient.invalidateQueries({ queryKey: ['cart'] })
    void queryClient.invalidateQueries({ queryKey: ['orders'] })
  }, [])
  return (
    <div className="checkout py-6">
      <div className="grid justify-items-center gap-3 pb-6 text-center">
        <span className="placed-mark">
          <Check size={34} />
        </span>
        <h1 className="text-heading">{t.title}</h1>
        <p className="num text-ink-2">{checkout.orders.map(o => t.number(o.number)).join(' · ')}</p>
      </div>
      <section className="rounded-card border border-line bg-surface p-5">
        <h2 className="mb-3 text-lead font-semibold">{t.next}</h2>
        <ol className="next-steps">
          {checkout.address && <li>{t.mail(checkout.address.email)}</li>}
          {checkout.orders.map(order => (
            <OrderSteps key={order.id} order={order} />
          ))}
          <li>{t.asks}</li>
        </ol>
      </section>
      <div className="my-5 grid gap-3">
        {checkout.orders.map(order => (
          <Link
            key={order.id}
            to="/orders/$order"
            params={{ order: order.id }}
            search={checkout.key ? { key: checkout.key } : {}}
            className="btn"
            data-kind="plain"
            data-size="big"
          >
            {t.see}
            {checkout.orders.length > 1 && ` ${order.number}`}
          </Link>
        ))}
        <Link to="/" className="btn" data-kind="act" data-size="big">
          {t.watchOn}
        </Link>
      </div>
      {me && !me.member && checkout.address && <Account email={checkout.address.email} name={checkout.address.name} />}
    </div>
  )
}

function OrderSteps({ order }: { order: Order }) {
  const t = useT().placed
  const { data: shop } = useShop(order.shop.id)
  return (
    <>
      {shop && (
        <li className="num">{t.packs(said(order.shop.name), shortDate(inDays(shop.dispatchDays, new Date(order.placed))))}</li>
      )}
      {order.deliverBetween && (
        <li className="num">{t.arrives(dateRange(order.deliverBetween.from, order.deliverBetween.to))}</li>
      )}
    </>
  )
}

/** An account is offered here, not demanded before: one password, the rest is known. */
function Account({ email, name }: { email: string; name: string }) {
  const t = useT().placed
  const [password, setPassword] = useState('')
  const make = useMutation({
    mutationFn: () => ask(api.POST('/v1/sign-up', { body: { email, name, password } })),
    onSuccess: me => {
      setMe(me)
      toast(t.created)
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.mutate()
  }
  return (
    <form onSubmit={submit} className="grid gap-3 rounded-card bg-sunk p-5">
      <div>
        <h2 className="text-lead font-semibold">{t.account}</h2>
        <p className="text-ink-2">{t.accountText}</p>
      </div>
      <input type="email" name="username" autoComplete="username" value={email} readOnly hidden />
      <Field
        label={t.password}
        hint={t.passwordHint}
        type="password"
        autoComplete="new-password"
        minLength={8}
        required
        value={password}
        wrong={make.error ? errorText(make.error) : null}
        onChange={event => setPassword(event.target.value)}
      />
      <Button type="submit" size="big" busy={make.isPending}>
        {t.create}
      </Button>
    </form>
  )
}
