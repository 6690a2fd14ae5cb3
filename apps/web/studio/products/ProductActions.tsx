import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { ApiError, isCode } from '../../client/error.ts'
import type { Product } from '../../client/types.ts'
import { useT } from '../../i18n/studio/index.ts'
import { Button, toast } from '../../ui/core/index.ts'
import { Modal, Problem } from '../../ui/desk/index.ts'

/** Which parts the server finds missing for a sale. */
function missing(error: unknown): readonly ('name' | 'description' | 'price' | 'picture')[] {
  if (isCode(error, 'price_invalid')) return ['price']
  if (isCode(error, 'media_not_ready')) return ['picture']
  if (!(error instanceof ApiError) || error.code !== 'text_missing') return []
  const fields = Object.keys((error.details.fields as object | undefined) ?? {})
  return (['name', 'description'] as const).filter(f => fields.includes(f))
}

export function ProductActions({
  product,
  dirty,
  onChanged,
}: {
  product: Product
  dirty: boolean
  onChanged: (next: Product) => void
}) {
  const t = useT()
  const [asking, setAsking] = useState(false)
  const params = { path: { id: product.id } }
  const publish = useMutation({
    mutationFn: () => ask(api.POST('/v1/products/{id}/publish', { params })),
    onSuccess: next => {
      onChanged(next)
      toast(t.product.published)
    },
  })
  const archive = useMutation({
    mutationFn: () => ask(api.POST('/v1/products/{id}/archive', { params })),
    onSuccess: next => {
      onChanged(next)
      setAsking(false)
      toast(t.product.archived)
    },
  })
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        {product.state === 'live' && (
          <a href={`/product/${product.id}`} className="px-2">
            {t.product.view}
          </a>
        )}
        {product.state === 'live' && <Button onClick={() => setAsking(true)}>{t.product.archive}</Button>}
        {(product.state === 'draft' || product.state === 'archived') && (
          <Button
            kind={dirty ? 'plain' : 'act'}
            disabled={dirty}
            title={dirty ? t.product.publishFirst : undefined}
            busy={publish.isPending}
            onClick={() => publish.mutate()}
          >
            {t.product.publish}
          </Button>
        )}
      </div>
      <NotPublished error={publish.error} />
      {asking && (
        <Modal title={t.product.archiveTitle} text={t.product.archiveText} onClose={() => setAsking(false)}>
          <Problem error={archive.error} className="mb-3" />
          <div className="flex justify-end gap-2">
            <Button onClick={() => setAsking(false)}>{t.order.keep}</Button>
            <Button kind="danger" busy={archive.isPending} onClick={() => archive.mutate()}>
              {t.product.archive}
            </Button>
          </div>
        </Modal>
      )}
    </>
  )
}

/** Why it is not for sale: what is missing by name, or else the refusal. */
function NotPublished({ error }: { error: Error | null }) {
  const t = useT().product
  const lacks = missing(error)
  if (lacks.length === 0) return <Problem error={error} className="basis-full" />
  return (
    <div role="alert" className="basis-full rounded-chip border border-danger px-3 py-2 text-danger">
      {t.missing} {lacks.map(l => t.miss[l]).join(', ')}
    </div>
  )
}
