import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask, keyed } from '../../client/api.ts'
import type { Product } from '../../client/types.ts'
import { number, said } from '../../i18n/format.ts'
import { useT } from '../../i18n/studio/index.ts'
import { useStock } from '../../i18n/studio/stock/index.ts'
import { ArrowLeft } from '../../ui/core/icons.tsx'
import { Button, toast } from '../../ui/core/index.ts'
import { InlineEdit, Link, PageHead, Panel, Problem, RowsLoading, useIntentKey, useParam } from '../../ui/desk/index.ts'
import { StockForm } from '../products/StockForm.tsx'
import { variantName } from '../products/VariantsPanel.tsx'
import { Components } from './Components.tsx'
import { Lots, Movements } from './Movements.tsx'
import { type Location, type ProductStock, stockChanged, stockQuery, type VariantStock, wholeOf } from './stock-data.ts'

/** Where the pieces of a product lie, what is held, what is kept back, and what moved. */
export function StockPage() {
  const t = useT()
  const m = useStock()
  const id = useParam('product')
  const product = useQuery({
    queryKey: ['product', id],
    queryFn: () => ask(api.GET('/v1/products/{id}', { params: { path: { id } } })),
  })
  const stock = useQuery(stockQuery(id))
  const failed = [product, stock].find(q => q.error && !q.data)
  return (
    <div className="grid gap-4">
      <Link to="/products/$product" params={{ product: id }} className="inline-flex items-center gap-1">
        <ArrowLeft size={16} />
        {product.data ? said(product.data.name) || t.products.unnamed : m.back}
      </Link>
      <PageHead title={m.title}>
        <Link to="/locations">{m.locations}</Link>
      </PageHead>
      {failed && <Problem error={failed.error} retry={() => void failed.refetch()} />}
      {!failed && !(product.data && stock.data) && <RowsLoading />}
      {product.data && stock.data && <Loaded product={product.data} stock={stock.data} />}
    </div>
  )
}

function Loaded({ product, stock }: { product: Product; stock: ProductStock }) {
  const t = useT()
  const nameOf = (id: string) => {
    const variant = product.variants.find(v => v.id === id)
    return (variant && variantName(product, variant)) || said(product.name) || t.products.unnamed
  }
  return (
    <>
      {stock.variants.map(v => (
        <VariantPanel key={v.variant} stock={v} locations={stock.locations} name={nameOf(v.variant)} />
      ))}
      {stock.lots.length > 0 && <Lots lots={stock.lots} locations={stock.locations} nameOf={nameOf} />}
      <Movements product={product.id} locations={stock.locations} nameOf={nameOf} />
    </>
  )
}

function VariantPanel({ stock, locations, name }: { stock: VariantStock; locations: readonly Location[]; name: string }) {
  const m = useStock()
  const t = useT()
  const low = useMutation({
    mutationFn: (at: number) =>
      ask(api.PUT('/v1/variants/{id}/low-stock', { params: { path: { id: stock.variant } }, body: { at } })),
    onSuccess: async () => {
      await stockChanged()
      toast(m.saved)
    },
  })
  const shown = locations.filter(l => l.active || stock.levels.some(s => s.location === l.id && s.onHand > 0))
  return (
    <Panel title={name} aside={<span className="num text-ink-2">{m.available(number(stock.available))}</span>}>
      {!stock.bundle && (
        <>
          <table className="w-full border-collapse text-start">
            <thead>
              <tr className="text-caption text-ink-2">
                <th className="py-1 text-start font-normal">{m.location}</th>
                <th className="w-[20%] py-1 text-end font-normal">{m.onHand}</th>
                <th className="w-[18%] py-1 text-end font-normal">{m.reserved}</th>
                <th className="w-[20%] py-1 text-end font-normal">{m.safety}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(l => (
                <LevelRow key={l.id} stock={stock} location={l} name={name} />
              ))}
            </tbody>
          </table>
          <div className="mt-3 flex flex-wrap items-center gap-x-2 text-ink-2">
            {m.lowAt}
            <InlineEdit
              label={m.lowOf(name)}
              value={stock.lowAt === null ? '' : String(stock.lowAt)}
              numeric="numeric"
              read={wholeOf}
              wrong={m.whole}
              save={next => low.mutate(Number(next))}
            >
              {stock.lowAt === null ? m.lowUsual : number(stock.lowAt)}
            </InlineEdit>
            <span className="num flex-1 text-end">{t.product.soldN(number(stock.sold))}</span>
          </div>
          <Problem error={low.error} />
        </>
      )}
      <Components stock={stock} name={name} />
    </Panel>
  )
}

function LevelRow({ stock, location, name }: { stock: VariantStock; location: Location; name: string }) {
  const m = useStock()
  const key = useIntentKey()
  const [open, setOpen] = useState(false)
  const level = stock.levels.find(l => l.location === location.id) ?? { onHand: 0, reserved: 0, safety: 0 }
  const place = location.name || m.main
  const safety = useMutation({
    mutationFn: (next: number) => {
      const body = { change: 0, reason: 'counted', safety: next, location: location.id } as const
      return ask(api.POST('/v1/variants/{id}/stock', { params: { path: { id: stock.variant } }, body, ...keyed(key(body)) }))
    },
    onSuccess: async () => {
      await stockChanged()
      toast(m.saved)
    },
  })
  return (
    <>
      <tr className="border-t border-line">
        <th scope="row" className="py-2 pe-2 text-start font-normal [overflow-wrap:anywhere]">
          {place}
        </th>
        <td className="py-2 text-end">
          <Button
            kind="quiet"
            className="num -me-3"
            aria-label={`${number(level.onHand)}: ${m.changeAt(`${name}, ${place}`)}`}
            onClick={() => setOpen(true)}
          >
            {number(level.onHand)}
          </Button>
        </td>
        <td className="num py-2 text-end">{number(level.reserved)}</td>
        <td className="py-2 text-end">
          <InlineEdit
            label={m.safetyOf(`${name}, ${place}`)}
            value={String(level.safety)}
            numeric="numeric"
            read={wholeOf}
            wrong={m.whole}
            save={next => safety.mutate(Number(next))}
          >
            {number(level.safety)}
          </InlineEdit>
        </td>
      </tr>
      {safety.error && (
        <tr>
          <td colSpan={4}>
            <Problem error={safety.error} />
          </td>
        </tr>
      )}
      {open && (
        <StockForm
          name={`${name} · ${place}`}
          stock={{ variant: stock.variant, onHand: level.onHand, reserved: level.reserved }}
          location={location.id}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
