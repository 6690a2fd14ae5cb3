import { useState } from 'react'
import { type Chosen, piecesOf, unsentOf } from '../../client/pieces.ts'
import type { Order } from '../../client/types.ts'
import { money } from '../../i18n/format.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { useReturns } from '../../i18n/shopper/returns/index.ts'
import { Button, Sheet, TextArea } from '../../ui/core/index.ts'
import { PieceRows } from './PieceRows.tsx'
import { useDeed, useGivenBack, type Which } from './use-order.ts'

/** Some pieces are not wanted any more; what they give back is said before. */
export function CancelSomeSheet({ order, which, onClose }: { order: Order; which: Which; onClose: () => void }) {
  const t = useReturns()
  const m = useMore().orders
  const deed = useDeed(which, t.someDone)
  const [chosen, setChosen] = useState<Chosen>({})
  const [note, setNote] = useState('')
  const lines = piecesOf(chosen)
  const back = useGivenBack(which, lines)
  const reason = note.trim() || m.cancelReasons.mind
  return (
    <Sheet
      title={t.someTitle}
      onClose={onClose}
      small
      foot={
        <div className="grid flex-1 gap-2">
          <p role="status" className={back.error ? 'text-danger' : 'num font-semibold'}>
            {lines.length === 0
              ? t.choose
              : back.error
                ? errorText(back.error)
                : back.data
                  ? t.youGet(money(back.data.amount))
                  : t.counting}
          </p>
          <Button
            kind="danger"
            size="big"
            disabled={lines.length === 0 || !back.data}
            busy={deed.isPending}
            onClick={() => deed.mutate({ kind: 'cancel_lines', lines, reason }, { onSuccess: onClose })}
          >
            {t.someDo}
          </Button>
        </div>
      }
    >
      <p className="mb-3 text-ink-2">{t.someText}</p>
      <PieceRows order={order} most={unsentOf} chosen={chosen} onChange={setChosen} />
      <TextArea
        className="mt-4"
        label={m.cancelNote}
        value={note}
        maxLength={300}
        onChange={event => setNote(event.target.value)}
        wrong={deed.error ? errorText(deed.error) : null}
      />
    </Sheet>
  )
}
