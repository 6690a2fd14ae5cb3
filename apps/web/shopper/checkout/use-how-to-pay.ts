import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../client/api.ts'
import type { Checkout } from '../../client/types.ts'
import { usePaying } from '../../i18n/shopper/paying/index.ts'
import type { CardHandle } from './CardField.tsx'
import { keptIntent, usePay, type Wish, wishOf } from './use-pay.ts'
import { lastWay, shownWays, whereOf } from './ways.ts'

/**
 * How the person wants to pay: as last time where that is offered, or the only way there is. Else nothing is chosen for them, and
 * nothing of a provider's is loaded.
 */
function useWish(checkout: Checkout) {
  const where = whereOf(checkout)
  const ways = useQuery({
    queryKey: ['payment-methods', where],
    queryFn: () => ask(api.GET('/v1/payment-methods', { params: { query: where } })),
    staleTime: 60_000,
  })
  const [chosen, setWish] = useState<Wish | null>(null)
  const shown = shownWays(ways.data)
  const first = shown.find(way => way.key === lastWay()) ?? (shown.length === 1 ? shown[0] : undefined)
  const wish = chosen && shown.some(way => way.key === chosen.method) ? chosen : first ? wishOf(first) : null
  return { ways, wish, setWish }
}

/** Placing the order. A card is first made into a token by Stripe's field; a press that is repeated keeps the token of the first. */
function usePlace(checkout: Checkout, cardKey: string | null) {
  const p = usePaying()
  const pay = usePay(checkout)
  const [card, setCard] = useState<CardHandle | null>(null)
  const [wrong, setWrong] = useState<string | null>(null)
  const place = async (wish: Wish): Promise<void> => {
    setWrong(null)
    if (wish.method !== 'card' || keptIntent(checkout.id, wish)) return pay.mutate(wish)
    if (!card?.complete) return setWrong(p.cardFirst)
    const made = await card.token()
    if ('wrong' in made) return setWrong(made.wrong)
    pay.mutate({ ...wish, token: made.token })
  }
  return { pay, place, cardKey, setCard, wrong }
}

/** All that the final screen knows of paying. */
export function useHowToPay(checkout: Checkout) {
  const p = usePaying()
  const { ways, wish, setWish } = useWish(checkout)
  const { pay, place, cardKey, setCard, wrong } = usePlace(checkout, ways.data?.cardKey ?? null)
  const shown = shownWays(ways.data)
  return {
    ways,
    shown,
    wish,
    setWish,
    cardKey,
    setCard,
    wrong: wish?.method === 'card' ? wrong : null,
    error: pay.error,
    busy: pay.isPending,
    missing: shown.length > 0 && !wish ? p.wayFirst : null,
    place: wish && (() => void place(wish)),
  }
}
export type Paying = ReturnType<typeof useHowToPay>
