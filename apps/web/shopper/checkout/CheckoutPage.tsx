import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { api, ask } from '../../client/api.ts'
import type { Checkout } from '../../client/types.ts'
import { useShared } from '../../i18n/shared/index.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { ArrowLeft } from '../../ui/core/icons.tsx'
import { ErrorBox, IconButton, Skeleton } from '../../ui/core/index.ts'
import { AddressForm } from './AddressForm.tsx'
import { Ended } from './Ended.tsx'
import { Final } from './Final.tsx'
import { Hold } from './Hold.tsx'
import { Placed } from './Placed.tsx'
import { Summary } from './Summary.tsx'
import './checkout.css'

/** One page from the address to the placed order. All its truth is GET /v1/checkouts/{id}, so that reload, Back and a lost network lose nothing. */
export function CheckoutPage() {
  const { checkout: id } = useParams({ from: '/checkout/$checkout' })
  const { data, error, refetch } = useQuery({
    queryKey: ['checkout', id],
    queryFn: () => ask(api.GET('/v1/checkouts/{id}', { params: { path: { id } } })),
    staleTime: 0,
    // While the bank decides: every second at first, then less often.
    refetchInterval: query =>
      query.state.data && isWaiting(query.state.data) ? Math.min(5000, 1000 + query.state.dataUpdateCount * 200) : false,
  })
  if (data?.state === 'paid') return <Placed checkout={data} />
  return (
    <div className="checkout">
      <Header />
      {error && !data && <ErrorBox error={error} retry={() => void refetch()} />}
      {!data && !error && <Waiting />}
      {data && <Steps checkout={data} />}
    </div>
  )
}
/** Claimed by a payment that has not ended. The test bank's question waits for the person; a provider's page or code is answered elsewhere. */
const isWaiting = ({ state, payment }: Checkout): boolean =>
  state === 'paying' && (payment?.state !== 'needs_action' || payment.action !== null)

function Header() {
  const t = useT().checkout
  const shared = useShared()
  return (
    <header className="flex items-center gap-2 py-2">
      <IconButton label={shared.back} className="-ms-3" onClick={() => history.back()}>
        <ArrowLeft />
      </IconButton>
      <h1 className="text-title">{t.title}</h1>
    </header>
  )
}

function Waiting() {
  return (
    <div className="grid gap-4" aria-hidden="true">
      <Skeleton className="h-24" />
      <Skeleton className="h-64" />
    </div>
  )
}

function Steps({ checkout }: { checkout: Checkout }) {
  const client = useQueryClient()
  const [editing, setEditing] = useState(false)
  const form = !checkout.address || editing
  const last = useQuery({ queryKey: ['address'], queryFn: () => ask(api.GET('/v1/me/address')), enabled: form })
  const put = (next: Checkout) => {
    client.setQueryData(['checkout', next.id], next)
    setEditing(false)
    window.scrollTo(0, 0)
  }
  if (checkout.state === 'expired' || checkout.state === 'cancelled') return <Ended checkout={checkout} />
  if (form && !checkout.address && last.isPending) return <Waiting />
  return (
    <>
      <Hold expires={checkout.expires} id={checkout.id} />
      {form ? (
        <div className="checkout-grid">
          <AddressForm checkout={checkout} last={last.data?.address ?? null} onDone={put} />
          <Summary checkout={checkout} />
        </div>
      ) : (
        <Final checkout={checkout} onEdit={() => setEditing(true)} />
      )}
    </>
  )
}
