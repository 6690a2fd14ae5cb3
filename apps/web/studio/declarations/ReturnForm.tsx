import { useState } from 'react'
import type { Money, Order } from '../../client/types.ts'
import { addMoney, money, timesMoney } from '../../i18n/format.ts'
import { useShared } from '../../i18n/shared/index.ts'
import { useDeclarations } from '../../i18n/studio/declarations/index.ts'
import { Button, TextArea } from '../../ui/core/index.ts'
import { Modal, Problem } from '../../ui/desk/index.ts'
import { type Declared, useRefusal, useStep } from './declaration-data.ts'

type Goods = NonNullable<Declared['declared']>['goods']
type Chosen = Readonly<Record<number, number>>
interface Props {
  readonly declared: Declared
  readonly order: Order
  readonly onClose: () => void
}

/** The return application (625): what comes back, why, and what that gives back. */
export function ReturnForm({ declared, order, onClose }: Props) {
  const t = useDeclarations()
  const shared = useShared()
  const step = useStep(order.id)
  const refused = useRefusal(step.error)
  const all = declared.declared?.goods ?? []
  const goods = all.filter(g => g.returned < g.quantity)
  const [whole, setWhole] = useState(true)
  const [chosen, setChosen] = useState<Chosen>({})
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState(false)
  const lines = goods.flatMap(g => (chosen[g.line] ? [{ line: g.line, quantity: chosen[g.line] ?? 0 }] : []))
  const nothing = !whole && lines.length === 0
  const submit = () => {
    setTried(true)
    if (reason.trim() && !nothing)
      step.mutate({ what: 'return', reason: reason.trim(), lines: whole ? null : lines }, { onSuccess: onClose })
  }
  return (
    <Modal title={t.takeBackTitle} text={t.takeBackText} onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={e => {
          e.preventDefault()
          submit()
        }}
      >
        {[true, false].map(all => (
          <label key={String(all)} className="flex min-h-8 items-center gap-2">
            <input type="radio" name="what" checked={whole === all} onChange={() => setWhole(all)} />
            {all ? t.everything : t.some}
          </label>
        ))}
        {!whole && <Pieces goods={goods} chosen={chosen} onChange={setChosen} />}
        {tried && nothing && (
          <p role="alert" className="text-meta text-danger">
            {t.chooseSome}
          </p>
        )}
        <TextArea
          label={t.cancelReason}
          maxLength={200}
          value={reason}
          wrong={tried && !reason.trim() ? t.sayReason : null}
          onChange={e => setReason(e.target.value)}
        />
        <GivesBack order={order} value={whole ? restOf(order, all) : worthOf(goods, chosen)} />
        {refused ? (
          <p role="alert" className="text-danger">
            {refused}
          </p>
        ) : (
          <Problem error={step.error} />
        )}
        <div className="flex flex-wrap justify-end gap-2">
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button kind="act" type="submit" busy={step.isPending}>
            {t.takeBack}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

const nothingOf: Money = { minor: '0', currency: 'CNY' }
const worthOf = (goods: Goods, chosen: Chosen): Money =>
  goods.reduce((sum, g) => addMoney(sum, timesMoney(g.price, chosen[g.line] ?? 0)), nothingOf)

/** What all that is left gives back; null where nothing came back before: it is everything. */
function restOf(order: Order, goods: Goods): Money | null {
  const before = goods.reduce((sum, g) => addMoney(sum, timesMoney(g.price, g.returned)), nothingOf)
  return before.minor === '0' ? null : addMoney(order.trade?.quota ?? nothingOf, timesMoney(before, -1))
}

function Pieces({ goods, chosen, onChange }: { goods: Goods; chosen: Chosen; onChange: (chosen: Chosen) => void }) {
  const t = useDeclarations()
  const within = (text: string, most: number) => Math.max(0, Math.min(most, Math.trunc(Number(text) || 0)))
  return (
    <ul className="m-0 grid max-h-[34dvh] list-none gap-2 overflow-auto p-1">
      {goods.map(g => (
        <li key={g.line} className="flex items-center gap-3">
          <span className="min-w-0 flex-1">
            <span lang="zh-Hans" className="line-clamp-2">
              {g.name}
            </span>
            <span className="num text-meta text-ink-2">{money(g.price)}</span>
          </span>
          <span className="field !flex-none">
            <input
              type="number"
              inputMode="numeric"
              aria-label={t.piecesOf(g.name)}
              className="num !w-20"
              min={0}
              max={g.quantity - g.returned}
              value={chosen[g.line] ?? 0}
              onChange={e => onChange({ ...chosen, [g.line]: within(e.target.value, g.quantity - g.returned) })}
            />
          </span>
          <span className="num w-12 text-meta whitespace-nowrap text-ink-2">{t.of(g.quantity - g.returned)}</span>
        </li>
      ))}
    </ul>
  )
}

/** `value`: of the pieces that come back; null is everything, freight included. */
function GivesBack({ order, value }: { order: Order; value: Money | null }) {
  const t = useDeclarations()
  const quota = value ?? order.trade?.quota ?? null
  return (
    <section className="rounded-chip bg-sunk px-3 py-2">
      <h3 className="text-meta font-semibold">{t.givesBack}</h3>
      <dl className="num m-0 mt-1 grid gap-1 text-meta">
        {quota && (
          <div className="flex justify-between gap-3">
            <dt>{t.quotaBack}</dt>
            <dd className="m-0 font-semibold whitespace-nowrap">{money(quota)}</dd>
          </div>
        )}
        <div className="flex justify-between gap-3">
          <dt>{value ? t.taxBackPart : t.taxBack}</dt>
          {!value && <dd className="m-0 font-semibold whitespace-nowrap">{money(order.importTax)}</dd>}
        </div>
      </dl>
      <p className="mt-1 text-meta text-ink-2">{t.moneyBack}</p>
    </section>
  )
}
