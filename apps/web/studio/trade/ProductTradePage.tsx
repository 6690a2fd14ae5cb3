import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../client/api.ts'
import type { Product } from '../../client/types.ts'
import { langTag } from '../../i18n/core.ts'
import { textIn } from '../../i18n/format.ts'
import { useT } from '../../i18n/studio/index.ts'
import { useTrade } from '../../i18n/studio/trade/index.ts'
import { ArrowLeft, ChevronDown } from '../../ui/core/icons.tsx'
import { Link, PageHead, Panel, Problem, RowsLoading, useParam } from '../../ui/desk/index.ts'
import { variantName } from '../products/VariantsPanel.tsx'
import { FactsForm, factsKey } from './FactsForm.tsx'
import { MakerForm } from './MakerForm.tsx'
import { ReadyPanel } from './ReadyPanel.tsx'

/** Everything that selling a product abroad asks of it: where it is ready, its facts, its maker. */
export function ProductTradePage() {
  const id = useParam('product')
  const product = useQuery({
    queryKey: ['product', id],
    queryFn: () => ask(api.GET('/v1/products/{id}', { params: { path: { id } } })),
  })
  const name = textIn(product.data?.name ?? {})
  const t = useT()
  return (
    <div className="mx-auto grid max-w-[880px] gap-4">
      <Link to="/products/$product" params={{ product: id }} className="inline-flex items-center gap-1">
        <ArrowLeft size={16} />
        <span lang={langTag(name.lang)}>{name.text || t.products.unnamed}</span>
      </Link>
      {product.isPending && <RowsLoading />}
      {!product.data && <Problem error={product.error} retry={() => void product.refetch()} />}
      {product.data && <Inside key={id} product={product.data} />}
    </div>
  )
}

function Inside({ product }: { product: Product }) {
  const t = useTrade()
  return (
    <>
      <PageHead title={t.facts.title} note={t.facts.note} />
      <ReadyPanel product={product.id} link={false} />
      <Facts product={product} />
      <MakerForm product={product} />
    </>
  )
}

function Facts({ product }: { product: Product }) {
  const t = useTrade()
  const facts = useQuery({
    queryKey: factsKey(product.id),
    queryFn: () => ask(api.GET('/v1/products/{id}/trade-facts', { params: { path: { id: product.id } } })),
  })
  const { data } = facts
  if (!data)
    return (
      <Panel title={t.facts.all}>
        {facts.isPending ? <RowsLoading rows={4} /> : <Problem error={facts.error} retry={() => void facts.refetch()} />}
      </Panel>
    )
  const own = (variant: string) => data.variants.find(v => v.variant === variant)?.facts ?? {}
  return (
    <>
      <Panel title={product.variants.length > 1 && t.facts.all}>
        <FactsForm product={product.id} facts={data.facts} />
      </Panel>
      {product.variants.length > 1 &&
        product.variants.map(v => {
          const differing = Object.keys(own(v.id)).length
          return (
            <details key={v.id} className="panel">
              <summary className="flex min-h-8 cursor-pointer flex-wrap items-center gap-x-3">
                <h2 className="panel-title min-w-0 flex-1">{t.facts.variant(variantName(product, v) || v.sku)}</h2>
                <span className="text-meta text-ink-2">{differing > 0 ? t.facts.differs(differing) : t.facts.same}</span>
                <ChevronDown size={18} className="flex-none text-ink-2 [[open]>summary>&]:rotate-180" />
              </summary>
              <div className="mt-3 grid gap-3">
                <p className="text-ink-2">{t.facts.variantNote}</p>
                <FactsForm product={product.id} variant={v.id} facts={own(v.id)} base={data.facts} />
              </div>
            </details>
          )
        })}
    </>
  )
}
