/**
 * Stripe.js must come from Stripe's own host (PCI DSS): card numbers are typed into its frame and never reach our page. It is
 * loaded when a card is chosen and not before; the version is that of the API in rooms/payments/stripe-provider.ts.
 */
const source = 'https://js.stripe.com/dahlia/stripe.js'
const patience = 15_000

interface CardElement {
  mount(place: HTMLElement): void
  destroy(): void
  on(event: 'change', heard: (change: { complete: boolean; error?: { message: string } }) => void): void
  on(event: 'ready', heard: () => void): void
}
type Made = { paymentMethod: { id: string }; error?: undefined } | { error: { message?: string }; paymentMethod?: undefined }
export interface StripeJs {
  elements(options: { locale: string; appearance?: object }): { create(kind: 'card', options: object): CardElement }
  createPaymentMethod(wish: { type: 'card'; card: CardElement }): Promise<Made>
}
export type { CardElement }

let loading: Promise<(key: string) => StripeJs> | null = null

/** Fails when the script does not come (no network, a blocker, a proxy); asked again, it is tried anew. */
export function loadStripe(): Promise<(key: string) => StripeJs> {
  loading ??= new Promise<(key: string) => StripeJs>((resolve, reject) => {
    const script = document.createElement('script')
    const fail = () => {
      script.remove()
      loading = null
      reject(new Error('Stripe.js did not load'))
    }
    const timer = setTimeout(fail, patience)
    script.src = source
    script.async = true
    script.onerror = () => {
      clearTimeout(timer)
      fail()
    }
    script.onload = () => {
      clearTimeout(timer)
      const made = (window as Window & { Stripe?: (key: string) => StripeJs }).Stripe
      if (made) resolve(made)
      else fail()
    }
    document.head.append(script)
  })
  return loading
}
