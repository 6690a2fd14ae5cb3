import type { House } from '#base/house'
import { createAlipayProvider } from './alipay-provider.ts'
import { privateKeyOf, publicKeyOf } from './direct-keys.ts'
import type { Charge, PaymentProvider } from './provider.ts'
import { createStripeProvider } from './stripe-provider.ts'
import { createTestProvider } from './test-provider.ts'
import { createWechatProvider } from './wechat-provider.ts'

const stripeMethods: readonly string[] = ['card', 'alipay', 'wechat_pay']
type Settings = Pick<House, 'config' | 'clock'>
type Config = House['config']

/**
 * The providers of the settings. Direct contracts come before Stripe, so that who has one uses it for its currency. A provider
 * that moves real money and play money never stand side by side.
 */
export function configuredProviders(s: Settings): readonly PaymentProvider[] {
  const direct = [alipay(s), wechat(s)].flatMap(p => p ?? [])
  const providers = [...direct, ...stripe(s)]
  const { stripeKey } = s.config
  const real = direct.length > 0 || (stripeKey !== null && !stripeKey.includes('_test_'))
  return s.config.testPayments && !real ? [...providers, createTestProvider(s.clock)] : providers
}

const returnTo =
  (config: Config) =>
  ({ reference }: Charge): string =>
    `${config.publicUrl}/checkout/${reference}`
const webhooksOf = (config: Config, provider: string) => `${config.publicUrl}/v1/payments/webhooks/${provider}`
/** What the payer reads in the provider's app: where they buy, and the number to ask about. */
const subjectOf =
  (config: Config) =>
  ({ reference }: Charge): string =>
    `${new URL(config.publicUrl).hostname} ${reference}`

function stripe({ config, clock }: Settings): readonly PaymentProvider[] {
  const { stripeKey: key, stripeWebhookSecret: webhookSecret } = config
  if (key === null || webhookSecret === null) return []
  const methods = config.stripeMethods.split(',').map(m => m.trim())
  const unknown = methods.find(m => !stripeMethods.includes(m))
  if (unknown !== undefined) throw new Error(`ENISHI_STRIPE_METHODS: "${unknown}" is not one of ${stripeMethods.join(', ')}`)
  const { protocol, hostname: host, port } = new URL(config.stripeApi)
  const at = {
    host,
    port: Number(port) || (protocol === 'http:' ? 80 : 443),
    protocol: protocol === 'http:' ? 'http' : 'https',
  } as const
  return [createStripeProvider({ key, webhookSecret, methods, clock, returnUrl: returnTo(config), at })]
}

/** All of what one provider needs, or null where its first setting is missing; a half is refused by name. */
function needs<const K extends keyof Config>(config: Config, keys: readonly [K, string][]): Record<K, string> | null {
  const [first] = keys
  if (!first || config[first[0]] === null) return null
  const missing = keys.find(([key]) => config[key] === null)
  if (missing) throw new Error(`${missing[1]}: needed with ${first[1]}`)
  return config as unknown as Record<K, string>
}

function alipay({ config, clock }: Settings): PaymentProvider | null {
  const set = needs(config, [
    ['alipayAppId', 'ENISHI_ALIPAY_APP_ID'],
    ['alipayPrivateKey', 'ENISHI_ALIPAY_PRIVATE_KEY'],
    ['alipayPublicKey', 'ENISHI_ALIPAY_PUBLIC_KEY'],
  ])
  return (
    set &&
    createAlipayProvider({
      appId: set.alipayAppId,
      gateway: config.alipayGateway,
      privateKey: privateKeyOf('ENISHI_ALIPAY_PRIVATE_KEY', set.alipayPrivateKey),
      alipayKey: publicKeyOf('ENISHI_ALIPAY_PUBLIC_KEY', set.alipayPublicKey),
      clock,
      notifyUrl: webhooksOf(config, 'alipay'),
      returnUrl: returnTo(config),
      subject: subjectOf(config),
    })
  )
}

function wechat({ config, clock }: Settings): PaymentProvider | null {
  const set = needs(config, [
    ['wechatMchid', 'ENISHI_WECHAT_MCHID'],
    ['wechatAppId', 'ENISHI_WECHAT_APP_ID'],
    ['wechatSerial', 'ENISHI_WECHAT_SERIAL'],
    ['wechatPrivateKey', 'ENISHI_WECHAT_PRIVATE_KEY'],
    ['wechatApiKey', 'ENISHI_WECHAT_API_KEY'],
    ['wechatPublicKeyId', 'ENISHI_WECHAT_PUBLIC_KEY_ID'],
    ['wechatPublicKey', 'ENISHI_WECHAT_PUBLIC_KEY'],
  ])
  if (!set) return null
  const apiKey = Buffer.from(set.wechatApiKey)
  if (apiKey.length !== 32) throw new Error('ENISHI_WECHAT_API_KEY: must have 32 characters')
  return createWechatProvider({
    mchid: set.wechatMchid,
    appid: set.wechatAppId,
    serial: set.wechatSerial,
    privateKey: privateKeyOf('ENISHI_WECHAT_PRIVATE_KEY', set.wechatPrivateKey),
    apiKey,
    wechatKey: { id: set.wechatPublicKeyId, key: publicKeyOf('ENISHI_WECHAT_PUBLIC_KEY', set.wechatPublicKey) },
    clock,
    host: config.wechatHost.replace(/\/$/, ''),
    notifyUrl: webhooksOf(config, 'wechat'),
    returnUrl: returnTo(config),
    subject: subjectOf(config),
  })
}
