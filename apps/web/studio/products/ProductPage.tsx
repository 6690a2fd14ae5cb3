import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { ApiError, isCode } from '../../client/error.ts'
import { queryClient } from '../../client/query.ts'
import type { Product } from '../../client/types.ts'
import { useDesk } from '../../i18n/desk/index.ts'
import { textIn } from '../../i18n/format.ts'
import { useT } from '../../i18n/studio/index.ts'
import { ArrowLeft } from '../../ui/core/icons.tsx'
import { toast } from '../../ui/core/index.ts'
import { LeaveGuard, Link, PageHead, Problem, RowsLoading, SaveBar, State, useParam } from '../../ui/desk/index.ts'
import { ReadyPanel } from '../trade/ReadyPanel.tsx'
import { Conflict } from './Conflict.tsx'
import { DraftForm } from './DraftForm.tsx'
import { bodyOf, type Draft, differences, draftOf, isNamed } from './draft.ts'
import { stateTone } from './list-data.ts'
import { MarketPrices } from './MarketPrices.tsx'
import { ProductActions } from './ProductActions.tsx'
import { VariantsPanel } from './VariantsPanel.tsx'

const keep = (product: Product) => {
  queryClient.setQueryData(['product', product.id], product)
  void queryClient.invalidateQueries({ queryKey: ['desk-products'] })
}

export function ProductPage() {
  const t = useT()
  const id = useParam('product')
  const product = useQuery({
    queryKey: ['product', id],
    queryFn: () => ask(api.GET('/v1/products/{id}', { params: { path: { id } } })),
  })
  return (
    <>
      <Link to="/products" className="mb-3 inline-flex items-center gap-1">
        <ArrowLeft size={16} />
        {t.products.title}
      </Link>
      {product.isPending && <RowsLoading />}
      {!product.data && <Problem error={product.error} retry={() => void product.refetch()} />}
      {product.data && <Editor key={id} product={product.data} />}
    </>
  )
}

/** Edits a copy of the version that was opened; a newer one from somebody else is shown beside it, never lost. */
function Editor({ product }: { product: Product }) {
  const t = useT()
  const d = useDesk()
  const [base, setBase] = useState(product)
  const [draft, setDraft] = useState(() => draftOf(product))
  const [tried, setTried] = useState(false)
  const [uploading, setUploading] = useState(false)
  const [theirs, setTheirs] = useState<Product | null>(null)
  const before = draftOf(base)
  const changed = differences(draft, before)
  // Publishing and archiving raise the version too; without changes of our own the newest one is simply taken.
  if (product.version !== base.version && changed.length === 0) {
    setBase(product)
    setDraft(draftOf(product))
  }
  const take = (next: Product) => {
    setBase(next)
    setDraft(draftOf(next))
    setTheirs(null)
    keep(next)
  }
  const save = useMutation({
    mutationFn: ({ version, of, against }: { version: number; of: Draft; against: Draft }) => {
      const body = bodyOf(of)
      const parts = Object.fromEntries(differences(of, against).map(k => [k, body[k]]))
      return ask(api.PATCH('/v1/products/{id}', { params: { path: { id: base.id } }, body: { version, ...parts } }))
    },
    onSuccess: next => {
      take(next)
      toast(d.saved)
    },
    onError: async error => {
      if (!isCode(error, 'version_conflict')) return
      const told = error instanceof ApiError ? (error.details.product as Product | undefined) : undefined
      setTheirs(told ?? (await ask(api.GET('/v1/products/{id}', { params: { path: { id: base.id } } }))))
    },
  })
  const submit = () => {
    setTried(true)
    if (isNamed(draft)) save.mutate({ version: base.version, of: draft, against: before })
  }
  const name = textIn(base.name)
  return (
    <div className="grid gap-4">
      <PageHead
        name={name.text || t.products.unnamed}
        title={<span lang={name.lang}>{name.text || t.products.unnamed}</span>}
        note={<State tone={stateTone[product.state]}>{t.products.states[product.state]}</State>}
      >
        <ProductActions product={product} dirty={changed.length > 0} onChanged={keep} />
      </PageHead>
      <DraftForm
        draft={draft}
        change={part => setDraft(now => ({ ...now, ...(typeof part === 'function' ? part(now) : part) }))}
        wrongName={tried && !isNamed(draft) ? t.product.nameMissing : null}
        onBusy={setUploading}
        written={base.written}
      />
      <VariantsPanel product={product} />
      <MarketPrices product={product} />
      <ReadyPanel product={product.id} link />
      {changed.length > 0 && (
        <SaveBar busy={save.isPending} error={theirs ? null : save.error} save={submit} discard={() => setDraft(before)} />
      )}
      {theirs && (
        <Conflict
          mine={draft}
          theirs={draftOf(theirs)}
          busy={save.isPending}
          onClose={() => setTheirs(null)}
          onTheirs={() => take(theirs)}
          onSave={merged => save.mutate({ version: theirs.version, of: merged, against: draftOf(theirs) })}
        />
      )}
      <LeaveGuard when={changed.length > 0 || uploading} />
    </div>
  )
}
