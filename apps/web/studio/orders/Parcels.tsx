import { useState } from 'react'
import { type Chosen, type Parcel, piecesOf, unpackedOf } from '../../client/pieces.ts'
import type { Order } from '../../client/types.ts'
import { textIn } from '../../i18n/format.ts'
import { useFulfil } from '../../i18n/studio/fulfil/index.ts'
import { Button, Field } from '../../ui/core/index.ts'
import { Modal, Panel, Problem, State, Time, type Tone, useIntentKey, useStored } from '../../ui/desk/index.ts'
import { useStep } from './fulfil-data.ts'
import { PieceFields } from './PieceFields.tsx'

const tones: Readonly<Record<Parcel['state'], Tone>> = {
  planned: 'todo',
  packed: 'todo',
  shipped: 'ok',
  delivered: 'ok',
  returned: 'quiet',
  dropped: 'quiet',
}
/** An order is sent in one parcel or in several; each is packed, shipped and delivered by itself. */
export function Parcels({ order }: { order: Order }) {
  const t = useFulfil()
  const [packing, setPacking] = useState(false)
  const left = order.lines.reduce((n, l) => n + unpackedOf(order, l), 0)
  const shown = order.parcels.filter(p => p.state !== 'dropped')
  const some = order.can.includes('pack') && left > 0
  if (shown.length === 0 && left < 2) return null
  return (
    <Panel title={t.parcels} aside={left > 0 && <span className="text-meta text-ink-2">{t.left(left)}</span>}>
      <ul className="m-0 grid list-none gap-4 p-0">
        {shown.map((p, i) => (
          <Row key={p.id} order={order} parcel={p} title={p.replaces ? t.replacement : t.parcel(i + 1)} />
        ))}
      </ul>
      {some && (
        <Button size="small" className={shown.length > 0 ? 'mt-4' : ''} onClick={() => setPacking(true)}>
          {t.packSome}
        </Button>
      )}
      {packing && <PackForm order={order} onClose={() => setPacking(false)} />}
    </Panel>
  )
}

function Row({ order, parcel, title }: { order: Order; parcel: Parcel; title: string }) {
  const t = useFulfil()
  const step = useStep(order.id)
  const [asking, setAsking] = useState<'ship' | 'back' | null>(null)
  const { state } = parcel
  const when = parcel.deliveredAt ?? parcel.shippedAt
  const can = (what: Order['can'][number]) => order.can.includes(what)
  const goods = parcel.contents.flatMap(c => {
    const line = order.lines.find(l => l.id === c.line)
    return line ? [`${textIn(line.name).text} × ${c.quantity}`] : []
  })
  const move = (what: 'pack_replacement' | 'unpack' | 'deliver') => step.mutate({ what, parcel: parcel.id })
  return (
    <li className="grid gap-2">
      <div className="flex flex-wrap items-baseline gap-x-3">
        <b className="flex-1">{title}</b>
        <State tone={tones[state]}>{t.states[state]}</State>
      </div>
      <div className="text-meta text-ink-2">{goods.join(', ')}</div>
      {parcel.carrier && (
        <div>
          {parcel.carrier} <span className="num select-all [overflow-wrap:anywhere]">{parcel.tracking}</span>{' '}
          {when && <Time at={when} className="text-meta text-ink-2" />}
        </div>
      )}
      <div className="flex flex-wrap gap-2 empty:hidden">
        {state === 'planned' && can('pack') && (
          <Button size="small" kind="act" busy={step.isPending} onClick={() => move('pack_replacement')}>
            {t.pack}
          </Button>
        )}
        {state === 'packed' && can('ship') && (
          <Button size="small" onClick={() => setAsking('ship')}>
            {t.ship}
          </Button>
        )}
        {state === 'packed' && can('unpack') && !parcel.replaces && (
          <Button size="small" busy={step.isPending} onClick={() => move('unpack')}>
            {t.unpack}
          </Button>
        )}
        {state === 'shipped' && can('deliver') && (
          <Button size="small" busy={step.isPending} onClick={() => move('deliver')}>
            {t.deliver}
          </Button>
        )}
        {state === 'shipped' && can('take_back') && !parcel.replaces && (
          <Button size="small" onClick={() => setAsking('back')}>
            {t.back}
          </Button>
        )}
      </div>
      <Problem error={step.error} />
      {asking === 'ship' && <ShipForm order={order} parcel={parcel.id} onClose={() => setAsking(null)} />}
      {asking === 'back' && <BackForm order={order} parcel={parcel.id} onClose={() => setAsking(null)} />}
    </li>
  )
}

function PackForm({ order, onClose }: { order: Order; onClose: () => void }) {
  const t = useFulfil()
  const step = useStep(order.id)
  const [chosen, setChosen] = useState<Chosen>({})
  const lines = piecesOf(chosen)
  return (
    <Modal title={t.packTitle} onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={e => {
          e.preventDefault()
          if (lines.length > 0) step.mutate({ what: 'pack', lines }, { onSuccess: onClose })
        }}
      >
        <PieceFields order={order} most={unpackedOf} chosen={chosen} onChange={setChosen} />
        <Problem error={step.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="act" type="submit" disabled={lines.length === 0} busy={step.isPending}>
            {t.packDo}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

interface FormProps {
  readonly order: Order
  readonly parcel: string
  readonly onClose: () => void
}
function ShipForm({ order, parcel, onClose }: FormProps) {
  const t = useFulfil()
  const step = useStep(order.id)
  const [carrier, setCarrier] = useStored('enishi.studio.carrier', '')
  const [tracking, setTracking] = useState('')
  const wish = { parcel, carrier: carrier.trim(), tracking: tracking.normalize('NFKC').trim() }
  return (
    <Modal title={t.ship} onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={e => {
          e.preventDefault()
          step.mutate({ what: 'ship', ...wish }, { onSuccess: onClose })
        }}
      >
        <Field label={t.carrier} required maxLength={60} value={carrier} onChange={e => setCarrier(e.target.value)} />
        <Field
          label={t.tracking}
          hint={t.trackingText}
          maxLength={80}
          autoComplete="off"
          value={tracking}
          onChange={e => setTracking(e.target.value)}
        />
        <Problem error={step.error} />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button kind="act" type="submit" disabled={!carrier.trim()} busy={step.isPending}>
            {t.ship}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

function BackForm({ order, parcel, onClose }: FormProps) {
  const t = useFulfil()
  const step = useStep(order.id)
  const key = useIntentKey()
  const [restock, setRestock] = useState(true)
  const send = () => step.mutate({ what: 'back', parcel, restock, key: key([parcel, restock]) }, { onSuccess: onClose })
  return (
    <Modal title={t.backTitle} text={t.backText} onClose={onClose}>
      <label className="mb-3 flex items-center gap-2">
        <input type="checkbox" checked={restock} onChange={e => setRestock(e.target.checked)} />
        {t.restock}
      </label>
      <Problem error={step.error} className="mb-3" />
      <div className="flex justify-end gap-2">
        <Button onClick={onClose}>{t.cancel}</Button>
        <Button kind="act" busy={step.isPending} onClick={send}>
          {t.back}
        </Button>
      </div>
    </Modal>
  )
}
