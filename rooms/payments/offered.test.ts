import { expect, test } from 'vitest'
import { ManualClock } from '#base/kernel'
import { offeredMethods, readMarkets } from './offered.ts'
import type { PaymentProvider } from './provider.ts'
import { createTestProvider } from './test-provider.ts'

const bank = createTestProvider(new ManualClock('2026-03-01T00:00:00Z'))
const named = (name: string, methods: readonly string[], takes: (currency: string) => boolean): PaymentProvider => ({
  ...bank,
  name,
  methods,
  test: false,
  traits: { ...bank.traits, takes: (_method, currency) => takes(currency) },
})
const providers = [
  named('alipay', ['alipay'], c => c === 'CNY'),
  named('stripe', ['wechat_pay', 'alipay', 'card'], () => true),
  bank,
]
const keys = (where: { currency?: string; country?: string }, setting = '') =>
  offeredMethods(providers, readMarkets(setting), where).map(m => `${m.provider} ${m.key}`)

test('a way is offered once, by the first provider that takes the currency, in the order of the country', () => {
  expect(keys({ currency: 'CNY', country: 'CN' })).toEqual([
    'alipay alipay',
    'stripe wechat_pay',
    'stripe card',
    'test test_card',
  ])
  expect(keys({ currency: 'JPY', country: 'JP' })).toEqual([
    'stripe card',
    'stripe alipay',
    'stripe wechat_pay',
    'test test_card',
  ])
})
test('a way that the settings give to some countries is offered there alone', () => {
  const setting = 'wechat_pay=CN alipay=CN,HK'
  expect(keys({ currency: 'JPY', country: 'JP' }, setting)).toEqual(['stripe card', 'test test_card'])
  expect(keys({ currency: 'HKD', country: 'HK' }, setting)).toEqual(['stripe card', 'stripe alipay', 'test test_card'])
  expect(() => readMarkets('alipay:CN')).toThrow('alipay:CN')
})
