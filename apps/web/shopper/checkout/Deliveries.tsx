import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useId } from 'react'
import { api, ask, type Reply } from '../../client/api.ts'
import type { Checkout, Order } from '../../client/types.ts'
import { dateRange, inDays, money, said } from '../../i18n/format.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { usePaying } from '../../i18n/shopper/paying/index.ts'
import { useSums } from '../../i18n/sums/index.ts'
import { useShop } from '../buy/use-product.ts'

type Choice = Reply<'GET /v1/checkouts/{id}/deliveries'>['items'][number]['choices'][number]

/** How each shop of the checkout can send, where it has more than one way; choosing counts everything anew. */
export function Deliveries({ checkout }: { checkout: Checkout }) {
  const client = useQueryClient()
  const path = { params: { path: { id: checkout.id } } }
  const ways = useQuery({
    queryKey: ['deliveries', checkout.id, checkout.codes],
    queryFn: () => ask(api.GET('/v1/checkouts/{id}/deliveries', path)),
    placeholderData: before => before,
  })
  const choose = useMutation({
    mutationFn: (delivery: { order: string; key: string }) =>
      ask(api.PATCH('/v1/checkouts/{id}', { ...path, body: { delivery } })),
    onSuccess: next => client.setQueryData(['checkout', next.id], next),
    onError: () => void client.invalidateQueries({ queryKey: ['checkout', checkout.id] }),
  })
  const several = checkout.orders.flatMap(order => {
    const choices = ways.data?.items.find(i => i.order === order.id)?.choices ?? []
    return choices.length > 1 ? [{ order, choices }] : []
  })
  if (several.length === 0) return null
  return (
    <div className="grid gap-4">
      {several.map(({ order, choices }) => (
        <Ways
          key={order.id}
          order={order}
          choices={choices}
          chosen={choose.isPending && choose.variables.order === order.id ? choose.variables.key : order.delivery?.key}
          busy={choose.isPending}
          many={checkout.orders.length > 1}
          onChoose={key => choose.mutate({ order: order.id, key })}
        />
      ))}
      {choose.error && (
        <p role="alert" className="text-danger">
          {errorText(choose.error)}
        </p>
      )}
    </div>
  )
}

interface WaysProps {
  readonly order: Order
  readonly choices: readonly Choice[]
  readonly chosen: string | undefined
  readonly busy: boolean
  readonly many: boolean
  readonly onChoose: (key: string) => void
}
function Ways({ order, choices, chosen, busy, many, onChoose }: WaysProps) {
  const t = usePaying()
  const sums = useSums()
  const group = useId()
  const { data: shop } = useShop(order.shop.id)
  const arrives = ({ days }: Choice) => {
    const sent = new Date(order.placed)
    const pack = shop?.dispatchDays ?? 0
    return `${sums.days(days.from, days.to)} · ${dateRange(inDays(pack + days.from, sent), inDays(pack + days.to, sent))}`
  }
  return (
    <fieldset className="m-0 grid gap-2 border-0 p-0" disabled={busy}>
      <legend className="mb-2 text-meta font-semibold text-ink-2">
        {many ? t.deliveryFor(said(order.shop.name)) : t.deliveryHow}
      </legend>
      {choices.map(c => (
        <label key={c.key} className="way" data-on={c.key === chosen ? '' : undefined}>
          <input type="radio" name={group} checked={c.key === chosen} onChange={() => onChoose(c.key)} />
          <span className="min-w-0 flex-1">
            <span className="block font-medium">{said(c.name)}</span>
            <span className="num block text-meta text-ink-2">{arrives(c)}</span>
            {c.way !== 'domestic' && <span className="block text-meta text-ink-2">{sums.ways[c.way]}</span>}
          </span>
          <span className="num font-semibold">{c.fee.minor === '0' ? t.free : money(c.fee)}</span>
        </label>
      ))}
    </fieldset>
  )
}
