import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { langTag } from '../../i18n/core.ts'
import { textIn } from '../../i18n/format.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { Check, Plus } from '../../ui/core/icons.tsx'
import { Badge, Button, ErrorBox, Field, Money, Sheet, Skeleton, Thumb } from '../../ui/core/index.ts'
import type { Tagged } from './draft.ts'

/** What the person bought comes first: that is what a clip is mostly about. */
async function bought(): Promise<Tagged[]> {
  const orders = await ask(api.GET('/v1/me/orders', { params: { query: { limit: 30 } } }))
  const ids = [
    ...new Set(orders.items.filter(o => o.state === 'open' || o.state === 'completed').flatMap(o => o.lines.map(l => l.product))),
  ].slice(0, 30)
  if (ids.length === 0) return []
  const cards = await ask(api.GET('/v1/product-cards', { params: { query: { ids: ids.join(',') } } }))
  return cards.items.map(asTagged)
}
const asTagged = (card: {
  id: string
  name: Tagged['name']
  picture: string | null
  price: Tagged['price']
  shop: { id: string }
}): Tagged => ({ id: card.id, name: card.name, picture: card.picture, price: card.price, shop: card.shop.id })

export function ProductPicker({
  chosen,
  onToggle,
  onClose,
}: {
  chosen: readonly Tagged[]
  onToggle: (card: Tagged) => void
  onClose: () => void
}) {
  const m = useMore()
  const t = m.compose
  const [typed, setTyped] = useState('')
  const words = useDeferredValue(typed.trim())
  const mine = useQuery({ queryKey: ['me', 'bought'], queryFn: bought, staleTime: 60_000 })
  const found = useQuery({
    queryKey: ['search', 'products', words, 'pick'],
    queryFn: ({ signal }) =>
      ask(api.GET('/v1/search/products', { params: { query: { words, limit: 20 } }, signal })).then(page =>
        page.items.map(asTagged),
      ),
    enabled: words !== '',
    placeholderData: before => before,
  })
  const mineIds = new Set(mine.data?.map(p => p.id))
  const items = words ? (found.data ?? []) : (mine.data ?? [])
  const now = words ? found : mine
  return (
    <Sheet
      title={t.addProduct}
      onClose={onClose}
      foot={
        <Button size="big" className="flex-1" onClick={onClose}>
          {m.done}
        </Button>
      }
    >
      <Field
        label={t.searchProducts}
        type="search"
        value={typed}
        maxLength={100}
        onChange={event => setTyped(event.target.value)}
        className="mb-3"
      />
      {now.isLoading ? (
        <Skeleton className="h-40" />
      ) : now.isError ? (
        <ErrorBox error={now.error} retry={() => void now.refetch()} />
      ) : items.length === 0 ? (
        words && <p className="py-8 text-center text-ink-2">{t.noProducts}</p>
      ) : (
        <ul className="divide-y divide-line">
          {items.map(p => (
            <PickRow
              key={p.id}
              product={p}
              mine={mineIds.has(p.id)}
              on={chosen.some(c => c.id === p.id)}
              onToggle={() => onToggle(p)}
            />
          ))}
        </ul>
      )}
    </Sheet>
  )
}

function PickRow({ product, mine, on, onToggle }: { product: Tagged; mine: boolean; on: boolean; onToggle: () => void }) {
  const t = useMore().compose
  const name = textIn(product.name)
  return (
    <li>
      <button
        type="button"
        aria-pressed={on}
        onClick={onToggle}
        className="flex min-h-16 w-full items-center gap-3 py-2 text-start"
      >
        <Thumb src={product.picture ?? undefined} width={52} height={52} className="size-[52px] rounded-thumb" />
        <span className="min-w-0 flex-1">
          <span lang={langTag(name.lang)} className="line-clamp-1 font-medium">
            {name.text}
          </span>
          <span className="flex items-center gap-2">
            {product.price && <Money of={product.price} className="text-meta text-ink-2" />}
            {mine && <Badge tone="ok">{t.bought}</Badge>}
          </span>
        </span>
        {on ? <Check className="text-ok" /> : <Plus className="text-ink-2" />}
      </button>
    </li>
  )
}
