import { type ReactNode, useEffect, useId, useState } from 'react'
import { lengthOf } from '#engines/edit'
import { useEdit } from '../../i18n/shopper/edit/index.ts'
import { Button, cx } from '../../ui/core/index.ts'
import { editing, settle } from './editing.ts'

/** Milliseconds as a reader sees them: 0:03.2. */
export const time = (ms: number): string => {
  const tenths = Math.round(ms / 100)
  return `${Math.floor(tenths / 600)}:${String(Math.floor(tenths / 10) % 60).padStart(2, '0')}.${tenths % 10}`
}

interface NumberProps {
  readonly label: string
  readonly value: number
  readonly min: number
  readonly max: number
  /** How many of the value make one that is shown: 1000 for seconds, 0.01 for percent. */
  readonly per: number
  readonly digits?: number
  readonly unit?: string
  readonly onChange: (value: number) => void
}
/** A number that can be typed; what is typed counts when it is left or Enter is pressed. */
export function NumberField({ label, value, min, max, per, digits = 0, unit, onChange }: NumberProps) {
  const id = useId()
  const shown = (value / per).toFixed(digits)
  const [typed, setTyped] = useState(shown)
  useEffect(() => setTyped(shown), [shown])
  const take = () => {
    const n = Number(typed.replace(',', '.')) * per
    settle()
    if (Number.isFinite(n) && typed !== '' && typed !== shown) onChange(Math.min(max, Math.max(min, n)))
    else setTyped(shown)
  }
  return (
    <span className="edit-number">
      <label htmlFor={id}>{label}</label>
      <span>
        <input
          id={id}
          inputMode="decimal"
          autoComplete="off"
          value={typed}
          onChange={event => setTyped(event.target.value)}
          onBlur={take}
          onKeyDown={event => event.key === 'Enter' && take()}
        />
        {unit && <span aria-hidden="true">{unit}</span>}
      </span>
    </span>
  )
}

/** A slider with its number beside it. */
export function Slider(p: NumberProps & { readonly step?: number }) {
  const id = useId()
  return (
    <div className="edit-slider">
      <label htmlFor={id}>{p.label}</label>
      <input
        id={id}
        type="range"
        min={p.min}
        max={p.max}
        step={p.step ?? p.per}
        value={p.value}
        aria-valuetext={`${(p.value / p.per).toFixed(p.digits ?? 0)} ${p.unit ?? ''}`}
        onPointerDown={settle}
        onChange={event => p.onChange(Number(event.target.value))}
      />
      <NumberField {...p} />
    </div>
  )
}

/** From when until when something is seen. */
export function SpanFields({
  from,
  to,
  onChange,
}: {
  from: number
  to: number
  onChange: (by: { from: number; to: number }) => void
}) {
  const t = useEdit()
  const end = lengthOf(editing().list ?? { pieces: [] })
  const put = (a: number, b: number) => {
    settle()
    const start = Math.round(Math.min(Math.max(0, a), end - 100))
    onChange({ from: start, to: Math.round(Math.min(end, Math.max(b, start + 100))) })
  }
  const seconds = { min: 0, max: end, per: 1000, digits: 1, unit: t.seconds } as const
  const now = () => Math.round(editing().t)
  return (
    <div className="edit-row">
      <NumberField label={t.from} value={from} {...seconds} onChange={v => put(v, to)} />
      <NumberField label={t.to} value={to} {...seconds} onChange={v => put(from, v)} />
      <Button size="small" onClick={() => put(now(), to)}>
        {t.fromHere}
      </Button>
      <Button size="small" onClick={() => put(from, now() + 1)}>
        {t.untilHere}
      </Button>
      <Button size="small" onClick={() => put(0, end)}>
        {t.whole}
      </Button>
    </div>
  )
}

/** A row of choices, one of which is on. */
export function Choices({ label, children, className }: { label: string; children: ReactNode; className?: string }) {
  return (
    <fieldset className={cx('edit-choices', className)}>
      <legend>{label}</legend>
      <div className="hide-scroll">{children}</div>
    </fieldset>
  )
}
