import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, ask, keyed, newKey } from '../../client/api.ts'
import { isCode } from '../../client/error.ts'
import type { Checkout } from '../../client/types.ts'
import { beginAgain } from './begin-again.ts'

export const outcomes = ['approve', 'decline', 'needs_action', 'late_success', 'late_failure'] as const
export type Outcome = (typeof outcomes)[number]
export interface Wish {
  readonly method: string
  readonly test: boolean
  readonly outcome: Outcome
}

/** One intention to pay has one key, kept over reloads and lost answers: pressing twice is one order. */
const keyName = (checkout: string) => `enishi.pay.${checkout}`
function intentKey(checkout: string, wish: Wish): string {
  const about = `${wish.method} ${wish.outcome} `
  const kept = sessionStorage.getItem(keyName(checkout))
  if (kept?.startsWith(about)) return kept.slice(about.length)
  const key = newKey()
  sessionStorage.setItem(keyName(checkout), about + key)
  return key
}
const forget = (checkout: string) => sessionStorage.removeItem(keyName(checkout))

export function usePay(checkout: Checkout) {
  const client = useQueryClient()
  const put = (next: Checkout) => client.setQueryData(['checkout', checkout.id], next)
  return useMutation({
    mutationFn: (wish: Wish) => {
      const body = { method: wish.method, expectedTotal: checkout.total, ...(wish.test && { outcome: wish.outcome }) }
      return ask(
        api.POST('/v1/checkouts/{id}/pay', {
          params: { path: { id: checkout.id } },
          body,
          ...keyed(intentKey(checkout.id, wish)),
        }),
      )
    },
    onSuccess: next => {
      forget(checkout.id)
      put(next)
    },
    onError: error => {
      // Only a lost answer keeps the key; a refusal is an answer, and the next press is a new intention.
      if (!isCode(error, 'offline', 'unavailable', 'internal', 'idempotency_in_progress')) forget(checkout.id)
      void client.invalidateQueries({ queryKey: ['checkout', checkout.id] })
    },
  })
}

/** The test provider's stand-in for a bank's page. */
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
