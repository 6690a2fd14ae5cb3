import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ask, keyed, newKey } from '../../client/api.ts'
import { isCode } from '../../client/error.ts'
import type { Checkout } from '../../client/types.ts'
import { beginAgain } from './begin-again.ts'
import { goOnAt } from './go-on-at.ts'
import { device, rememberWay, type Way } from './ways.ts'

export const outcomes = ['approve', 'decline', 'needs_action', 'late_success', 'late_failure'] as const
export type Outcome = (typeof outcomes)[number]
export interface Wish {
  readonly method: string
  readonly test: boolean
  readonly outcome: Outcome
  /** What stands for the card at Stripe. */
  readonly token?: string
}

export const wishOf = (way: Way): Wish => ({ method: way.key, test: way.test === 'yes', outcome: 'approve' })

/**
 * One intention to pay has one key, kept over reloads and lost answers: pressing twice is one order. What stands for the card is
 * kept with it, because the same key is good for the same request only; it is worth nothing to anybody but the shop.
 */
interface Intent {
  readonly about: string
  readonly key: string
  readonly token: string | null
}
const keyName = (checkout: string) => `enishi.pay.${checkout}`
const aboutOf = (wish: Wish) => `${wish.method} ${wish.outcome}`
export function keptIntent(checkout: string, wish: Wish): Intent | null {
  const kept = sessionStorage.getItem(keyName(checkout))
  const intent = kept?.startsWith('{') ? (JSON.parse(kept) as Intent) : null
  return intent?.about === aboutOf(wish) ? intent : null
}
function intentOf(checkout: string, wish: Wish): Intent {
  const kept = keptIntent(checkout, wish)
  if (kept) return kept
  const made: Intent = { about: aboutOf(wish), key: newKey(), token: wish.token ?? null }
  sessionStorage.setItem(keyName(checkout), JSON.stringify(made))
  return made
}
const forget = (checkout: string) => sessionStorage.removeItem(keyName(checkout))

export function usePay(checkout: Checkout) {
  const client = useQueryClient()
  const put = (next: Checkout) => client.setQueryData(['checkout', checkout.id], next)
  return useMutation({
    mutationFn: (wish: Wish) => {
      const { key, token } = intentOf(checkout.id, wish)
      const about = { method: wish.method, device: device(), expectedTotal: checkout.total }
      const body = { ...about, ...(token !== null && { token }), ...(wish.test && { outcome: wish.outcome }) }
      return ask(
        api.POST('/v1/checkouts/{id}/pay', {
          params: { path: { id: checkout.id } },
          body,
          ...keyed(key),
        }),
      )
    },
    onSuccess: (next, wish) => {
      forget(checkout.id)
      rememberWay(wish.method)
      put(next)
      goOnAt(next)
    },
    onError: error => {
      // Only a lost answer keeps the key; a refusal is an answer, and the next press is a new intention.
      if (!isCode(error, 'offline', 'unavailable', 'internal', 'idempotency_in_progress')) forget(checkout.id)
      void client.invalidateQueries({ queryKey: ['checkout', checkout.id] })
    },
  })
}

/** The test provider's stand-in for a bank's page; of any provider a no ends the payment. */
export function useConfirm(checkout: Checkout) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (approve: 'yes' | 'no') =>
      ask(api.POST('/v1/payments/{id}/confirm', { params: { path: { id: checkout.payment?.id ?? '' } }, body: { approve } })),
    onSettled: () => client.invalidateQueries({ queryKey: ['checkout', checkout.id] }),
  })
}

/** The hold has ended: the same lines are held anew. */
export const useHoldAgain = (checkout: Checkout) => useMutation({ mutationFn: () => beginAgain(checkout) })
