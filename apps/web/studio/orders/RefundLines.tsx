import { useState } from 'react'
import { type Chosen, piecesOf, unrefundedOf } from '../../client/pieces.ts'
import type { Order } from '../../client/types.ts'
import { money } from '../../i18n/format.ts'
import { useFulfil } from '../../i18n/studio/fulfil/index.ts'
import { Problem } from '../../ui/desk/index.ts'
import { useAmount } from './fulfil-data.ts'
import { PieceFields } from './PieceFields.tsx'

/** Which pieces are refunded, and the amount that the server works out for them; null until it is known. */
export function useRefundLines(order: Order, on: boolean) {
  const [chosen, setChosen] = useState<Chosen>({})
  const [shipping, setShipping] = useState(false)
  const lines = piecesOf(chosen)
  const shown = useAmount(order.id, { kind: 'refund', lines, shipping }, on && lines.length > 0)
  const known = lines.length > 0 && !shown.error
  const amount = known ? (shown.data?.amount ?? null) : null
  return { order, chosen, setChosen, shipping, setShipping, lines, amount, error: lines.length > 0 ? shown.error : null }
}

export function RefundLines({ of }: { of: ReturnType<typeof useRefundLines> }) {
  const t = useFulfil()
  const said = of.amount ? t.amount(money(of.amount)) : of.error ? '' : t.counting
  return (
    <>
      <PieceFields order={of.order} most={unrefundedOf} chosen={of.chosen} onChange={of.setChosen} />
      <label className="flex items-center gap-2">
        <input type="checkbox" checked={of.shipping} onChange={e => of.setShipping(e.target.checked)} />
        {t.withShipping}
      </label>
      <p role="status" className="num font-semibold">
        {of.lines.length === 0 ? t.choose : said}
      </p>
      <Problem error={of.error} />
    </>
  )
}
