import { type FormEvent, useRef, useState } from 'react'
import type { Order } from '../../client/types.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useReturns } from '../../i18n/shopper/returns/index.ts'
import { Button, Sheet } from '../../ui/core/index.ts'
import { AddressFields } from '../checkout/AddressFields.tsx'
import { addressOf, problems, type Typed, typedOf } from '../checkout/address.ts'
import { focusWrong, useWrongs } from '../checkout/use-wrongs.ts'
import { useDeed, type Which } from './use-order.ts'

/** Another address in the same country, until it is packed. */
export function AddressSheet({ order, which, onClose }: { order: Order; which: Which; onClose: () => void }) {
  const t = useReturns()
  const form = useRef<HTMLFormElement>(null)
  const deed = useDeed(which, t.addressDone)
  const [typed, setTyped] = useState<Typed>(() => typedOf(order.address))
  const [tried, setTried] = useState(false)
  const wrong = useWrongs(typed, order.market, tried, deed.error)
  // The country has no field here.
  const fieldless = deed.error && Object.keys(wrong).every(f => f === 'country')
  const set = (part: Partial<Typed>) => {
    setTyped(a => ({ ...a, ...part }))
    if (deed.error) deed.reset()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (Object.keys(problems(typed, order.market)).length > 0) return focusWrong(form.current)
    const address = addressOf(typed, order.market)
    deed.mutate({ kind: 'address', address }, { onSuccess: onClose, onError: () => focusWrong(form.current) })
  }
  return (
    <Sheet
      title={t.address}
      onClose={onClose}
      small
      foot={
        <Button kind="act" size="big" className="flex-1" busy={deed.isPending} onClick={() => form.current?.requestSubmit()}>
          {t.addressSave}
        </Button>
      }
    >
      <form ref={form} onSubmit={submit} noValidate className="grid gap-4">
        <p className="text-ink-2">{t.addressText}</p>
        <AddressFields country={order.market} typed={typed} wrong={wrong} set={set} />
        {fieldless && (
          <p role="alert" className="text-danger">
            {errorText(deed.error)}
          </p>
        )}
        {/* Enter in a field sends the form; the button stands in the sheet's foot. */}
        <button type="submit" hidden />
      </form>
    </Sheet>
  )
}
