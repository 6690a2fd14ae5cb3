import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { api, ask, type Reply } from '../../client/api.ts'
import { langTag } from '../../i18n/core.ts'
import { money, number, textIn } from '../../i18n/format.ts'
import { usePromotions } from '../../i18n/studio/promotions/index.ts'
import { Minus, Plus } from '../../ui/core/icons.tsx'
import { cx, IconButton } from '../../ui/core/index.ts'
import { Panel, Problem, RowsLoading, useDebounced } from '../../ui/desk/index.ts'
import { useMyShop } from '../shop-choice.ts'
import type { Body } from './draft.ts'

type Example = NonNullable<Reply<'POST /v1/shops/{shop}/offers/preview'>['example']>

/** What a shopper would pay, as an example: worked out by the server with the rule of the checkout. `body` is null while something is missing. */
export function Preview({ body, replaces }: { body: Body | null; replaces: string | null }) {
  const t = usePromotions()
  const { shop } = useMyShop()
  const [pieces, setPieces] = useState<number | null>(null)
  const count = pieces ?? (body?.kind === 'buy_get' ? Math.min(99, (body.buy ?? 1) + (body.get ?? 1)) : 1)
  const late = useDebounced(body && JSON.stringify(body), 400)
  const preview = useQuery({
    queryKey: ['offer-preview', shop, late, replaces, count],
    enabled: late !== null,
    retry: false,
    staleTime: 10_000,
    placeholderData: keepPreviousData,
    queryFn: () =>
      ask(
        api.POST('/v1/shops/{shop}/offers/preview', {
          params: { path: { shop } },
          body: { draft: JSON.parse(late as string) as Body, pieces: count, ...(replaces && { replaces }) },
        }),
      ),
  })
  const data = body ? preview.data : undefined
  return (
    <Panel title={t.preview} className="desk:sticky desk:top-4">
      {!body && <p className="text-ink-2">{t.previewEmpty}</p>}
      {body && preview.isPending && <RowsLoading rows={3} />}
      {body && <Problem error={preview.error} retry={() => void preview.refetch()} />}
      {data && !data.example && <p className="text-ink-2">{t.noExample}</p>}
      {data?.example && <Sum example={data.example} reason={data.reason} set={setPieces} />}
      <p className="mt-3 text-caption text-ink-2">{t.previewHint}</p>
    </Panel>
  )
}

interface SumProps {
  readonly example: Example
  readonly reason: keyof ReturnType<typeof usePromotions>['reasons'] | null
  readonly set: (pieces: number) => void
}
function Sum({ example: e, reason, set }: SumProps) {
  const t = usePromotions()
  const { text, lang } = textIn(e.name)
  return (
    <div className="grid gap-3" aria-live="polite">
      <div className="flex items-center justify-between gap-2">
        <span lang={langTag(lang)} className="line-clamp-2 min-w-0 font-medium">
          {text}
        </span>
        <span className="flex flex-none items-center gap-1">
          <IconButton label={t.fewer} disabled={e.pieces <= 1} onClick={() => set(e.pieces - 1)}>
            <Minus size={16} />
          </IconButton>
          <span className="num min-w-6 text-center">{number(e.pieces)}</span>
          <IconButton label={t.morePieces} disabled={e.pieces >= 99} onClick={() => set(e.pieces + 1)}>
            <Plus size={16} />
          </IconButton>
        </span>
      </div>
      <dl className="m-0 grid gap-1.5">
        <Line name={`${t.goods} (${t.piecesN(e.pieces)})`} amount={money(e.goods)} />
        <Line name={t.delivery} amount={money(e.shipping)} />
        {e.applied.map(a => {
          const said = textIn(a.name)
          return (
            <Line
              key={`${said.text} ${a.amount.minor}`}
              name={<span lang={langTag(said.lang)}>{said.text}</span>}
              amount={`−${money(a.amount)}`}
              strong={a.mine}
            />
          )
        })}
        <Line name={t.pays} amount={money(e.total)} strong className="border-t border-line pt-1.5" />
      </dl>
      {reason && <p className="rounded-chip bg-sunk px-3 py-2 text-meta">{t.reasons[reason]}</p>}
    </div>
  )
}
interface LineProps {
  readonly name: ReactNode
  readonly amount: string
  readonly strong?: boolean
  readonly className?: string
}
function Line({ name, amount, strong, className }: LineProps) {
  return (
    <div className={cx('flex justify-between gap-3', strong && 'font-semibold', className)}>
      <dt className="min-w-0 break-words">{name}</dt>
      <dd className="num m-0 flex-none">{amount}</dd>
    </div>
  )
}
