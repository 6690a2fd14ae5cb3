import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { number } from '../../i18n/format.ts'
import { useStock } from '../../i18n/studio/stock/index.ts'
import { X } from '../../ui/core/icons.tsx'
import { Button, Field, IconButton, toast } from '../../ui/core/index.ts'
import { Problem } from '../../ui/desk/index.ts'
import { useMyShop } from '../shop-choice.ts'
import { stockChanged, type VariantStock } from './stock-data.ts'

/** What a bundle is made of; a variant without pieces of its own can become one. */
export function Components({ stock, name }: { stock: VariantStock; name: string }) {
  const m = useStock()
  const [open, setOpen] = useState(false)
  const put = useMutation({
    mutationFn: (components: { variant: string; quantity: number }[]) =>
      ask(api.PUT('/v1/variants/{id}/components', { params: { path: { id: stock.variant } }, body: { components } })),
    onSuccess: async () => {
      await stockChanged()
      toast(m.saved)
    },
  })
  const now = stock.components.map(({ variant, quantity }) => ({ variant, quantity }))
  if (!stock.bundle && !open)
    return stock.onHand === 0 ? (
      <Button kind="quiet" className="mt-2" aria-label={`${m.makeBundle}: ${name}`} onClick={() => setOpen(true)}>
        {m.makeBundle}
      </Button>
    ) : null
  return (
    <section className="mt-3">
      <h3 className="text-meta font-semibold">{m.bundle}</h3>
      <p className="mb-2 max-w-[66ch] text-ink-2">{m.bundleText}</p>
      <ul className="m-0 list-none divide-y divide-line p-0">
        {stock.components.map(c => (
          <li key={c.variant} className="flex items-center gap-3 py-1">
            <span className="num min-w-0 flex-1 [overflow-wrap:anywhere]">
              {c.sku} × {number(c.quantity)}
            </span>
            <span className="num text-ink-2">{m.available(number(c.available))}</span>
            <IconButton
              label={m.removeComponent(c.sku)}
              disabled={put.isPending}
              onClick={() => put.mutate(now.filter(x => x.variant !== c.variant))}
            >
              <X />
            </IconButton>
          </li>
        ))}
      </ul>
      <AddComponent add={c => put.mutate([...now.filter(x => x.variant !== c.variant), c])} busy={put.isPending} />
      <Problem error={put.error} />
    </section>
  )
}

function AddComponent({ add, busy }: { add: (c: { variant: string; quantity: number }) => void; busy: boolean }) {
  const m = useStock()
  const { shop } = useMyShop()
  const [sku, setSku] = useState('')
  const [quantity, setQuantity] = useState('1')
  const find = useMutation({
    mutationFn: async (wanted: string) => {
      const query = { words: wanted, limit: 50 }
      const page = await ask(api.GET('/v1/shops/{shop}/products', { params: { path: { shop }, query } }))
      return (
        page.items
          .filter(p => p.state !== 'archived')
          .flatMap(p => p.variants)
          .find(v => v.sku === wanted) ?? null
      )
    },
    onSuccess: found => {
      if (!found) return
      add({ variant: found.id, quantity: Number(quantity) })
      setSku('')
      setQuantity('1')
    },
  })
  const fits = /^[1-9]\d?$/.test(quantity.normalize('NFKC'))
  const submit = (e: FormEvent) => {
    e.preventDefault()
    if (sku.trim() && fits) find.mutate(sku.trim())
  }
  return (
    <form
      onSubmit={submit}
      className="mt-2 grid grid-cols-[minmax(0,1fr)_80px] items-start gap-3 desk:max-w-[520px] desk:grid-cols-[minmax(0,1fr)_80px_auto]"
    >
      <Field
        label={m.component}
        value={sku}
        maxLength={64}
        autoComplete="off"
        wrong={find.data === null ? m.noSku : null}
        onChange={e => {
          find.reset()
          setSku(e.target.value)
        }}
      />
      <Field label={m.quantity} inputMode="numeric" maxLength={2} value={quantity} onChange={e => setQuantity(e.target.value)} />
      <Button type="submit" className="desk:mt-[22px]" busy={busy || find.isPending} disabled={!sku.trim() || !fits}>
        {m.addComponent}
      </Button>
      {find.error && <Problem error={find.error} />}
    </form>
  )
}
