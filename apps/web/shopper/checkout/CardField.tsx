import { useEffect, useRef, useState } from 'react'
import { useOnline } from '../../client/net.ts'
import { language } from '../../i18n/core.ts'
import { usePaying } from '../../i18n/shopper/paying/index.ts'
import { Button } from '../../ui/core/index.ts'
import { type CardElement, loadStripe, type StripeJs } from './stripe-js.ts'

export interface CardHandle {
  readonly complete: boolean
  /** What stands for the card at Stripe, or why there is none, in the reader's language. */
  token(): Promise<{ token: string } | { wrong: string }>
}
type State = 'loading' | 'ready' | 'failed'

/** Stripe's field for a card, in its own frame. While it is not there the rest of the screen works, and another way can be chosen. */
export function CardField({ cardKey, onCard }: { cardKey: string; onCard: (card: CardHandle | null) => void }) {
  const t = usePaying()
  const online = useOnline()
  const [state, setState] = useState<State>('loading')
  const [wrong, setWrong] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const place = useRef<HTMLDivElement>(null)
  const tell = useRef(onCard)
  tell.current = onCard

  // A field that is there stays while the network is gone: what was typed into it is not asked for twice.
  const waits = !online && state !== 'ready'
  // biome-ignore lint/correctness/useExhaustiveDependencies: every attempt is a try of its own
  useEffect(() => {
    if (waits) return
    let gone = false
    let element: CardElement | null = null
    setState('loading')
    void loadStripe().then(
      stripeOf => {
        if (gone || !place.current) return
        const stripe = stripeOf(cardKey)
        element = mount(stripe, place.current)
        const say = (complete: boolean) =>
          tell.current({ complete, token: () => tokenOf(stripe, element as CardElement, t.cardRefused) })
        element.on('ready', () => !gone && setState('ready'))
        element.on('change', change => {
          if (gone) return
          setWrong(change.error?.message ?? null)
          say(change.complete)
        })
        say(false)
      },
      () => !gone && setState('failed'),
    )
    return () => {
      gone = true
      tell.current(null)
      element?.destroy()
    }
  }, [cardKey, waits, attempt])

  const missing = !online ? t.cardOffline : state === 'failed' ? t.cardFailed : null
  return (
    <div className="grid gap-2">
      {missing ? (
        <div role="alert" className="grid justify-items-start gap-3 rounded-button bg-sunk p-4">
          <p>{missing}</p>
          {online && (
            <Button size="small" style={{ minHeight: 44 }} onClick={() => setAttempt(n => n + 1)}>
              {t.tryAgain}
            </Button>
          )}
        </div>
      ) : (
        state === 'loading' && (
          <p role="status" className="sr-only">
            {t.cardLoading}
          </p>
        )
      )}
      <div ref={place} className="card-field" data-loading={state === 'loading' ? '' : undefined} hidden={missing !== null} />
      {wrong && (
        <p role="alert" className="text-meta text-danger">
          {wrong}
        </p>
      )}
      <p className="text-meta text-ink-2">{t.cardHint}</p>
    </div>
  )
}

function mount(stripe: StripeJs, place: HTMLElement): CardElement {
  const style = getComputedStyle(document.documentElement)
  const colour = (name: string) => style.getPropertyValue(name).trim()
  const base = { color: colour('--ink'), fontSize: '16px', '::placeholder': { color: colour('--ink-2') } }
  const element = stripe
    .elements({ locale: language() })
    .create('card', { style: { base, invalid: { color: colour('--danger') } } })
  element.mount(place)
  return element
}

async function tokenOf(stripe: StripeJs, card: CardElement, refused: string): Promise<{ token: string } | { wrong: string }> {
  try {
    const made = await stripe.createPaymentMethod({ type: 'card', card })
    return made.error ? { wrong: made.error.message ?? refused } : { token: made.paymentMethod.id }
  } catch {
    return { wrong: refused }
  }
}
