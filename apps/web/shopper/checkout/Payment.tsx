import { Fragment } from 'react'
import { useT } from '../../i18n/shopper/index.ts'
import { usePaying } from '../../i18n/shopper/paying/index.ts'
import { Chip } from '../../ui/core/index.ts'
import { CardField, type CardHandle } from './CardField.tsx'
import { outcomes, type Wish, wishOf } from './use-pay.ts'
import type { Way } from './ways.ts'

interface PaymentProps {
  readonly ways: readonly Way[]
  readonly cardKey: string | null
  readonly wish: Wish | null
  readonly onWish: (wish: Wish) => void
  readonly onCard: (card: CardHandle | null) => void
}

/** The ways to pay that the server offers for this order; the built-in test provider is labelled as what it is. */
export function Payment({ ways, cardKey, wish, onWish, onCard }: PaymentProps) {
  const p = usePaying()
  if (ways.length === 0) return <p role="alert">{p.noWays}</p>
  const field = cardKey && <CardField cardKey={cardKey} onCard={onCard} />
  return (
    <div className="mt-2 grid gap-3">
      {ways.length > 1 && (
        <fieldset className="grid gap-2">
          <legend className="sr-only">{p.howToPay}</legend>
          {ways.map(way => (
            <Fragment key={way.key}>
              <label className="way" data-on={way.key === wish?.method ? '' : undefined}>
                <input type="radio" name="way" checked={way.key === wish?.method} onChange={() => onWish(wishOf(way))} />
                <span>
                  <WayName way={way} />
                  <span className="block text-meta text-ink-2">{wayHint(p.wayHints, way)}</span>
                </span>
              </label>
              {way.key === 'card' && wish?.method === 'card' && field}
            </Fragment>
          ))}
        </fieldset>
      )}
      {ways.length === 1 && wish?.method === 'card' && field}
      {wish?.test && <TestBox wish={wish} onWish={onWish} />}
    </div>
  )
}
const wayHint = (hints: Readonly<Record<string, string>>, way: Way) => hints[way.test === 'yes' ? 'test' : way.key]

export function useWayName(): (key: string, test: boolean) => string {
  const t = useT().checkout
  const ways: Readonly<Record<string, string>> = usePaying().ways
  return (key, test) => (test ? t.methods.test : (ways[key] ?? key))
}
function WayName({ way }: { way: Way }) {
  return useWayName()(way.key, way.test === 'yes')
}

/** Lets one choose how the "bank" of the test provider answers. */
function TestBox({ wish, onWish }: { wish: Wish; onWish: (wish: Wish) => void }) {
  const t = useT().checkout
  return (
    <fieldset className="rounded-button border border-dashed border-line-strong p-4">
      <legend className="sr-only">{t.methods.test}</legend>
      <p className="mb-3 text-meta text-ink-2">{t.testBox}</p>
      <div className="flex flex-wrap gap-2">
        {outcomes.map(outcome => (
          <Chip key={outcome} size="small" on={outcome === wish.outcome} onClick={() => onWish({ ...wish, outcome })}>
            {t.outcomes[outcome]}
          </Chip>
        ))}
      </div>
    </fieldset>
  )
}
