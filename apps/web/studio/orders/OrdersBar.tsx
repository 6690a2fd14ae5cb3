import { type ClipboardEvent, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'
import type { Order } from '../../client/types.ts'
import { refusal } from '../../i18n/desk/index.ts'
import { useStudioDesk } from '../../i18n/studio/desk/index.ts'
import { useFulfil } from '../../i18n/studio/fulfil/index.ts'
import { X } from '../../ui/core/icons.tsx'
import { Button, Field, IconButton, toast } from '../../ui/core/index.ts'
import { Link, Modal, useStored } from '../../ui/desk/index.ts'
import { useMyShop } from '../shop-choice.ts'
import { TogetherForm } from './TogetherForm.tsx'

interface Run {
  readonly of: number
  readonly done: number
  readonly failed: readonly { readonly order: Order; readonly why: string }[]
  readonly over: boolean
}
type Step = (order: Order) => Promise<unknown>

/** One order after the other; a refusal of one stops no other. */
async function each(orders: readonly Order[], step: Step, tell: (run: Run) => void): Promise<Run> {
  let run: Run = { of: orders.length, done: 0, failed: [], over: false }
  for (const order of orders) {
    tell(run)
    run = await step(order).then(
      () => ({ ...run, done: run.done + 1 }),
      error => ({ ...run, failed: [...run.failed, { order, why: refusal(error) }] }),
    )
  }
  run = { ...run, over: true }
  tell(run)
  for (const key of ['orders', 'order', 'order-counts']) void queryClient.invalidateQueries({ queryKey: [key] })
  return run
}
const pack: Step = o => ask(api.POST('/v1/orders/{id}/pack', { params: { path: { id: o.id } } }))

/** Stands at the lower edge while orders are chosen. Each action takes those of them that it is possible for. */
export function OrdersBar({ orders, clear }: { orders: readonly Order[]; clear: () => void }) {
  const m = useStudioDesk().desk
  const f = useFulfil()
  const [run, setRun] = useState<Run | null>(null)
  const [shipping, setShipping] = useState<readonly Order[] | null>(null)
  const [together, setTogether] = useState(false)
  const packable = orders.filter(o => o.can.includes('pack'))
  const shippable = orders.filter(o => o.can.includes('ship'))
  const start = async (of: readonly Order[], step: Step) => {
    const end = await each(of, step, setRun)
    if (end.failed.length === 0) {
      toast(m.done(end.done))
      setRun(null)
      clear()
    }
  }
  return (
    <>
      {orders.length > 0 && (
        <section className="save-bar" aria-label={m.label}>
          <span className="num flex-1 basis-full font-medium desk:basis-0" role="status">
            {m.chosen(orders.length)}
          </span>
          {packable.length > 0 && (
            <Button size="small" disabled={run !== null} onClick={() => void start(packable, pack)}>
              {m.pack} ({packable.length})
            </Button>
          )}
          {shippable.length > 0 && (
            <Button size="small" disabled={run !== null} onClick={() => setShipping(shippable)}>
              {m.ship} ({shippable.length})
            </Button>
          )}
          {shippable.length > 1 && shippable.length <= 20 && (
            <Button size="small" disabled={run !== null} onClick={() => setTogether(true)}>
              {f.together} ({shippable.length})
            </Button>
          )}
          <Papers orders={orders} />
          <IconButton label={m.clear} onClick={clear}>
            <X size={18} />
          </IconButton>
        </section>
      )}
      {shipping && (
        <ShipForm
          orders={shipping}
          onClose={() => setShipping(null)}
          onShip={step => {
            setShipping(null)
            void start(shipping, step)
          }}
        />
      )}
      {together && (
        <TogetherForm
          orders={shippable}
          onClose={() => setTogether(false)}
          onDone={() => {
            setTogether(false)
            clear()
          }}
        />
      )}
      {run && <RunReport run={run} close={() => setRun(null)} />}
    </>
  )
}

/** Slips and labels as files of the server, at most a hundred orders at once. */
function Papers({ orders }: { orders: readonly Order[] }) {
  const m = useStudioDesk().desk
  const f = useFulfil()
  const { shop } = useMyShop()
  const ids = orders.slice(0, 100).map(o => o.id)
  const look = { className: 'btn plain', 'data-kind': 'plain', 'data-size': 'small' }
  return (
    <>
      <Link to="/orders/slips" search={{ ids: orders.map(o => o.id).join('.') }} {...look}>
        {m.slips}
      </Link>
      {(['slips', 'labels'] as const).map(paper => (
        <a key={paper} href={`/v1/shops/${shop}/${paper}.pdf?orders=${ids.join(',')}`} target="_blank" rel="noreferrer" {...look}>
          {paper === 'slips' ? f.slipsPdf : f.labelsPdf}
        </a>
      ))}
    </>
  )
}

function RunReport({ run, close }: { run: Run; close: () => void }) {
  const m = useStudioDesk().desk
  return (
    <Modal
      title={run.over ? m.done(run.done) : m.running(run.done + run.failed.length, run.of)}
      onClose={() => run.over && close()}
    >
      <div className="grid gap-3">
        {!run.over && (
          <progress className="desk-progress" max={run.of} value={run.done + run.failed.length} aria-label={m.label} />
        )}
        {run.failed.length > 0 && (
          <>
            <p role="status">{m.failed(run.failed.length)}</p>
            <ul className="grid max-h-[40dvh] overflow-auto">
              {run.failed.map(f => (
                <li key={f.order.id} className="border-t border-line py-2 first:border-0">
                  <Link to="/orders/$order" params={{ order: f.order.id }} className="num font-medium">
                    {f.order.number}
                  </Link>
                  <span className="block text-meta text-ink-2">{f.why}</span>
                </li>
              ))}
            </ul>
          </>
        )}
        {run.over && (
          <div className="flex justify-end">
            <Button kind="act" onClick={close}>
              {m.close}
            </Button>
          </div>
        )}
      </div>
    </Modal>
  )
}

/** One carrier, a tracking number each; a column pasted into one field fills those below it. */
function ShipForm({ orders, onShip, onClose }: { orders: readonly Order[]; onShip: (step: Step) => void; onClose: () => void }) {
  const m = useStudioDesk().desk
  const [carrier, setCarrier] = useStored('enishi.studio.carrier', '')
  const [tracking, setTracking] = useState<Readonly<Record<string, string>>>({})
  const paste = (e: ClipboardEvent, from: number) => {
    const lines = e.clipboardData
      .getData('text')
      .split(/[\r\n]+/)
      .map(x => x.trim())
      .filter(Boolean)
    if (lines.length < 2) return
    e.preventDefault()
    const filled = orders.slice(from, from + lines.length).map((o, i) => [o.id, (lines[i] ?? '').slice(0, 80)] as const)
    setTracking(now => ({ ...now, ...Object.fromEntries(filled) }))
  }
  const ship: Step = o => {
    const number = tracking[o.id]?.trim()
    const body = { carrier: carrier.trim(), ...(number && { tracking: number }) }
    return ask(api.POST('/v1/orders/{id}/ship', { params: { path: { id: o.id } }, body }))
  }
  return (
    <Modal title={m.shipTitle(orders.length)} text={m.shipText} onClose={onClose}>
      <form
        className="grid gap-3"
        onSubmit={e => {
          e.preventDefault()
          if (carrier.trim()) onShip(ship)
        }}
      >
        <Field label={m.carrier} value={carrier} maxLength={60} required onChange={e => setCarrier(e.target.value)} />
        {orders.length > 1 && <p className="text-meta text-ink-2">{m.paste}</p>}
        <div className="grid max-h-[44dvh] gap-3 overflow-auto p-1">
          {orders.map((o, i) => (
            <Field
              key={o.id}
              label={m.tracking(o.number)}
              value={tracking[o.id] ?? ''}
              maxLength={80}
              autoComplete="off"
              onPaste={e => paste(e, i)}
              onChange={e => setTracking(now => ({ ...now, [o.id]: e.target.value }))}
            />
          ))}
        </div>
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{m.cancel}</Button>
          <Button kind="act" type="submit" disabled={!carrier.trim()}>
            {m.ship}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
