import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { api, ask, keyed, newKey } from '../../client/api.ts'
import { isCode } from '../../client/error.ts'
import type { Cart, Money } from '../../client/types.ts'
import { addMoney } from '../../i18n/format.ts'
import { withAddress } from '../buy/use-buy.ts'

export const useCart = () => useQuery({ queryKey: ['cart'], queryFn: () => ask(api.GET('/v1/cart')) })
export const useCartCount = (): number => useCart().data?.count ?? 0
export type CartLine = Cart['shops'][number]['lines'][number]

/** Sum of the goods, without delivery; null while the cart mixes currencies. */
export function goodsOf(cart: Cart): Money | null {
  const [first, ...rest] = cart.shops.map(s => s.subtotal)
  if (!first || rest.some(m => m.currency !== first.currency)) return null
  return rest.reduce(addMoney, first)
}
export function deliveryOf(cart: Cart): Money | null {
  const [first, ...rest] = cart.shops.map(s => s.shipping)
  if (!first || rest.some(m => m.currency !== first.currency)) return null
  return rest.reduce(addMoney, first)
}

/** Quantities change at once on the screen; the server's answer brings the sums. The last press wins. */
export function useCartChanges() {
  const client = useQueryClient()
  const latest = useRef(0)
  const show = (variant: string, quantity: number | null) =>
    client.setQueryData<Cart>(
      ['cart'],
      cart =>
        cart && {
          ...cart,
          shops: cart.shops
            .map(s => ({
              ...s,
              lines: s.lines.flatMap(l => (l.variant !== variant ? [l] : quantity === null ? [] : [{ ...l, quantity }])),
            }))
            .filter(s => s.lines.length > 0),
        },
    )
  const change = useMutation({
    mutationFn: ({ variant, quantity }: { variant: string; quantity: number | null; turn: number }) =>
      quantity === null
        ? ask(api.DELETE('/v1/cart/{variant}', { params: { path: { variant } } }))
        : ask(api.PUT('/v1/cart/{variant}', { params: { path: { variant } }, body: { quantity } })),
    onSuccess: (cart, { turn }) => {
      if (turn === latest.current) client.setQueryData(['cart'], cart)
    },
    onError: () => void client.invalidateQueries({ queryKey: ['cart'] }),
  })
  const set = (variant: string, quantity: number | null) => {
    void client.cancelQueries({ queryKey: ['cart'] })
    latest.current += 1
    show(variant, quantity)
    return change.mutateAsync({ variant, quantity, turn: latest.current }).catch(() => undefined)
  }
  return { set, error: change.error, busy: change.isPending }
}

/** Holds everything in the cart at the sum that was shown. */
export function useCheckoutCart() {
  const client = useQueryClient()
  const navigate = useNavigate()
  const intent = useRef(newKey())
  return useMutation({
    mutationFn: async (goods: Money) =>
      withAddress(
        await ask(api.POST('/v1/checkouts', { body: { cart: 'all', expectedSubtotal: goods }, ...keyed(intent.current) })),
      ),
    onSuccess: checkout => {
      client.setQueryData(['checkout', checkout.id], checkout)
      return navigate({ to: '/checkout/$checkout', params: { checkout: checkout.id } })
    },
    onError: error => {
      if (isCode(error, 'price_changed', 'cart_changed', 'out_of_stock', 'variant_unavailable', 'cart_empty'))
        void client.invalidateQueries({ queryKey: ['cart'] })
    },
    onSettled: (_checkout, error) => {
      // A lost network keeps the key: pressed again, it is the same wish.
      if (!error || !isCode(error, 'offline')) intent.current = newKey()
    },
  })
}
