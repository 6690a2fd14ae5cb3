import type { House } from '#base/house'
import type { PaymentProvider } from './provider.ts'
import { createStripeProvider } from './stripe-provider.ts'
import { createTestProvider } from './test-provider.ts'

const stripeMethods: readonly string[] = ['card', 'alipay', 'wechat_pay']

/** The providers of the settings, real ones first. A key that moves real money and play money never stand side by side. */
export function configuredProviders({ config, clock }: Pick<House, 'config' | 'clock'>): readonly PaymentProvider[] {
  const providers: PaymentProvider[] = []
  const { stripeKey: key, stripeWebhookSecret: webhookSecret } = config
  if (key !== null && webhookSecret !== null) {
    const methods = config.stripeMethods.split(',').map(m => m.trim())
    const unknown = methods.find(m => !stripeMethods.includes(m))
    if (unknown !== undefined) throw new Error(`ENISHI_STRIPE_METHODS: "${unknown}" is not one of ${stripeMethods.join(', ')}`)
    const returnUrl = ({ reference }: { reference: string }) => `${config.publicUrl}/checkout/${reference}`
    providers.push(createStripeProvider({ key, webhookSecret, methods, clock, returnUrl }))
  }
  const real = key !== null && !key.includes('_test_')
  return config.testPayments && !real ? [...providers, createTestProvider(clock)] : providers
}
