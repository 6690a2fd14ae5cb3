import { expect, test } from 'vitest'
import { readConfig } from './index.ts'

test('the environment wins over the file, and the file over the default', () => {
  const config = readConfig({ PORT: '4000' }, { port: 5000, logLevel: 'debug' })
  expect(config.ok && [config.value.port, config.value.logLevel, config.value.mailFrom]).toEqual([
    4000,
    'debug',
    'Enishi <no-reply@localhost>',
  ])
})
test('a value of the wrong kind is refused by the name of its variable', () => {
  const config = readConfig({ PORT: 'http', ENISHI_DEMO: 'maybe' })
  expect(!config.ok && config.details?.problems).toEqual([
    'PORT: "http" is not a whole number from 0 to 65535',
    'ENISHI_DEMO: "maybe" is neither true nor false',
  ])
})
test('an unknown key of the file is refused, so a typo is no silent default', () => {
  expect(readConfig({}, { prot: 1 })).toMatchObject({ ok: false, message: 'prot: no such setting' })
})
test('a short secret is refused', () => {
  expect(readConfig({ ENISHI_SECRET: 'short' }).ok).toBe(false)
})
test('a key of Stripe without the secret of its webhooks is refused: payments would come and nobody would hear of them', () => {
  expect(readConfig({ ENISHI_STRIPE_KEY: 'sk_test_x' })).toMatchObject({ ok: false })
  expect(readConfig({ ENISHI_STRIPE_KEY: 'sk_test_x', ENISHI_STRIPE_WEBHOOK_SECRET: 'whsec_x' }).ok).toBe(true)
})
