import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { api, ask } from '../../client/api.ts'
import { keptOf, piecesOf } from '../../client/pieces.ts'
import type { Order } from '../../client/types.ts'
import { said } from '../../i18n/format.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { useReturns } from '../../i18n/shopper/returns/index.ts'
import { Button, Chip, SelectField, Sheet, TextArea } from '../../ui/core/index.ts'
import { UploadTiles } from '../upload/UploadTiles.tsx'
import { dropUpload, useUploads } from '../upload/uploads.ts'
import { PieceRows } from './PieceRows.tsx'
import { emptyDraft, keepDraft, keptDraft, type ReturnDraft } from './return-draft.ts'
import { useDeed, type Which } from './use-order.ts'

const kinds = ['return', 'exchange', 'claim'] as const
const reasons = ['changed_mind', 'wrong_size', 'damaged', 'not_as_described', 'wrong_item', 'missing', 'late', 'other'] as const
const shopPays: readonly string[] = ['damaged', 'not_as_described', 'wrong_item', 'late', 'missing']

/** All that is with the buyer, when it is one piece. */
function firstDraft(order: Order): ReturnDraft {
  const kept = order.lines.flatMap(l => (keptOf(order, l) > 0 ? [[l.id, keptOf(order, l)] as const] : []))
  const alone = kept.length === 1 && kept[0]?.[1] === 1
  return { ...emptyDraft, chosen: alone ? Object.fromEntries(kept) : {} }
}

/** What, why, how many, with photos; what is missing is said beside its field. */
export function ReturnSheet({ order, which, onClose }: { order: Order; which: Which; onClose: () => void }) {
  const t = useReturns()
  const deed = useDeed(which, t.asked)
  const [draft, setDraft] = useState(() => keptDraft(order.id, firstDraft(order)))
  const [files, setFiles] = useState<readonly string[]>([])
  const [tried, setTried] = useState(false)
  const uploads = useUploads(useShallow(s => files.flatMap(id => s[id] ?? [])))
  const ready = uploads.every(u => u.state === 'sent' && u.media)
  const change = (part: Partial<ReturnDraft>) => {
    const next = { ...draft, ...part }
    setDraft(next)
    keepDraft(order.id, next)
  }
  // A line that went meanwhile is not asked for.
  const lines = piecesOf(draft.chosen).filter(p => order.lines.some(l => l.id === p.line && keptOf(order, l) >= p.quantity))
  const close = () => {
    for (const id of files) void dropUpload(id)
    onClose()
  }
  const sent = () => {
    keepDraft(order.id, null)
    close()
  }
  const send = () => {
    setTried(true)
    const { reason, kind, variant } = draft
    if (!reason || lines.length === 0 || !draft.words.trim()) return
    const photos = uploads.flatMap(u => u.media ?? [])
    const body = { reason: draft.words.trim(), code: reason, kind, lines, ...(photos.length > 0 && { photos }) }
    const wish = { ...body, ...(kind === 'exchange' && variant && { variant }) }
    deed.mutate({ kind: 'return', ask: wish }, { onSuccess: sent })
  }
  return (
    <Sheet
      title={useMore().orders.returnTitle}
      onClose={close}
      foot={
        <div className="grid flex-1 gap-2">
          {!ready && <p className="text-meta text-ink-2">{t.waiting}</p>}
          {deed.error && (
            <p role="alert" className="text-danger">
              {errorText(deed.error)}
            </p>
          )}
          <Button kind="act" size="big" busy={deed.isPending} disabled={!ready} onClick={send}>
            {t.send}
          </Button>
        </div>
      }
    >
      <div className="grid gap-5 pb-2">
        <section className="grid gap-2">
          <h3 className="font-medium">{t.what}</h3>
          <PieceRows order={order} most={keptOf} chosen={draft.chosen} onChange={chosen => change({ chosen, variant: '' })} />
          {tried && lines.length === 0 && <Missing>{t.choose}</Missing>}
        </section>
        <Why draft={draft} change={change} tried={tried} />
        {draft.kind === 'exchange' && (
          <Instead order={order} lines={lines} value={draft.variant} onChange={variant => change({ variant })} />
        )}
        <TextArea
          label={t.words}
          rows={4}
          value={draft.words}
          maxLength={1000}
          onChange={event => change({ words: event.target.value })}
          wrong={tried && !draft.words.trim() ? t.wordsMissing : null}
        />
        <UploadTiles title={t.photos} hint={t.photosHint} files={files} onChange={setFiles} />
      </div>
    </Sheet>
  )
}

const Missing = ({ children }: { children: string }) => (
  <p role="alert" className="text-meta text-danger">
    {children}
  </p>
)

function Why({ draft, change, tried }: { draft: ReturnDraft; change: (part: Partial<ReturnDraft>) => void; tried: boolean }) {
  const t = useReturns()
  return (
    <>
      <fieldset className="grid gap-2">
        <legend className="mb-2 font-medium">{t.reason}</legend>
        <div className="flex flex-wrap gap-2">
          {reasons.map(r => (
            <Chip
              key={r}
              on={r === draft.reason}
              style={{ minHeight: 44 }}
              // What is missing can't be sent back.
              onClick={() => change({ reason: r, ...(r === 'missing' && { kind: 'claim' }) })}
            >
              {t.reasons[r]}
            </Chip>
          ))}
        </div>
        {tried && !draft.reason && <Missing>{t.chooseReason}</Missing>}
      </fieldset>
      <fieldset className="grid gap-2">
        <legend className="mb-2 font-medium">{t.kind}</legend>
        <div className="flex flex-wrap gap-2">
          {kinds.map(k => (
            <Chip
              key={k}
              on={k === draft.kind}
              style={{ minHeight: 44 }}
              disabled={draft.reason === 'missing' && k !== 'claim'}
              onClick={() => change({ kind: k })}
            >
              {t.kinds[k]}
            </Chip>
          ))}
        </div>
        <p className="text-meta text-ink-2">
          {t.kindText[draft.kind]}
          {draft.reason && draft.kind !== 'claim' && ` ${t.wayBack[shopPays.includes(draft.reason) ? 'shop' : 'buyer']}`}
        </p>
      </fieldset>
    </>
  )
}

interface InsteadProps {
  readonly order: Order
  readonly lines: readonly { readonly line: string }[]
  readonly value: string
  readonly onChange: (variant: string) => void
}
/** Another choice of the same product, where it has some. */
function Instead({ order, lines, value, onChange }: InsteadProps) {
  const t = useReturns()
  const products = new Set(order.lines.filter(l => lines.some(p => p.line === l.id)).map(l => l.product))
  const [id = ''] = [...products]
  const product = useQuery({
    queryKey: ['product', id],
    queryFn: () => ask(api.GET('/v1/products/{id}', { params: { path: { id } } })),
    enabled: products.size === 1,
  })
  const { options = [], variants = [] } = product.data ?? {}
  if (products.size !== 1 || variants.length < 2) return null
  const words = (choice: readonly string[]) =>
    choice.map((key, i) => said(options[i]?.values.find(v => v.key === key)?.name ?? { en: key })).join(' · ')
  const others = variants.filter(v => v.available > 0).map(v => ({ value: v.id, label: words(v.choice) }))
  return <SelectField label={t.instead} value={value} options={[{ value: '', label: t.same }, ...others]} onChange={onChange} />
}
