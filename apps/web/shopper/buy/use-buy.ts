import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { api, ask, keyed, newKey } from '../../client/api.ts'
import type { Cart, Checkout, Money, Source } from '../../client/types.ts'
import { beginAgain } from '../checkout/begin-again.ts'
import { rememberServerTime } from '../checkout/server-time.ts'

export interface Wanted {
  readonly variant: string
  readonly quantity: number
  readonly source?: Source | undefined
  /** The sum that the person saw, without delivery. */
  readonly subtotal: Money
}

/** Puts pieces into the cart on top of those that are there. */
export function useAddToCart() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ variant, quantity, source }: Wanted): Promise<Cart> => {
      const cart = await ask(api.GET('/v1/cart'))
      const there = cart.shops.flatMap(s => s.lines).find(l => l.variant === variant)?.quantity ?? 0
      const body = { quantity: Math.min(99, there + quantity), ...(source && { source: { ...source } }) }
      return ask(api.PUT('/v1/cart/{variant}', { params: { path: { variant } }, body }))
    },
    onSuccess: cart => client.setQueryData(['cart'], cart),
  })
}

/** Holds stock and prices; who has an address lands on the final confirmation at once. */
export function useBuyNow() {
  const client = useQueryClient()
  const navigate = useNavigate()
  // The same wish twice (a double tap, a retry) is one checkout.
  const intent = useRef({ about: '', key: '' })
  return useMutation({
    mutationFn: async ({ variant, quantity, source, subtotal }: Wanted): Promise<Checkout> => {
      const about = `${variant} ${quantity} ${subtotal.minor}`
      if (intent.current.about !== about) intent.current = { about, key: newKey() }
      const body = { lines: [{ variant, quantity, ...(source && { source: { ...source } }) }], expectedSubtotal: subtotal }
      const checkout = await ask(api.POST('/v1/checkouts', { body, ...keyed(intent.current.key) }))
      return withAddress(checkout)
    },
    onSuccess: checkout => {
      intent.current = { about: '', key: '' }
      client.setQueryData(['checkout', checkout.id], checkout)
      return navigate({ to: '/checkout/$checkout', params: { checkout: checkout.id } })
    },
    onError: () => {
      intent.current = { about: '', key: '' }
    },
  })
}

/**
 * For a checkout that was just made. Fills in the address of the last order; without one the form asks. An address abroad begins
 * again for its country, where the shops send to it.
 */
export async function withAddress(checkout: Checkout): Promise<Checkout> {
  rememberServerTime(checkout)
  if (checkout.address) return checkout
  try {
    const { address } = await ask(api.GET('/v1/me/address'))
    if (!address) return checkout
    const market = checkout.orders[0]?.market
    const there = address.country === market ? checkout : await beginAgain(checkout, address.country)
    return await ask(api.PUT('/v1/checkouts/{id}/address', { params: { path: { id: there.id } }, body: address })).catch(
      () => there,
    )
  } catch {
    return checkout
  }
}
