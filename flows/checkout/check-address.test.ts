import { expect, test } from 'vitest'
import { address } from '#testing/commerce'
import { checkAddress } from './check-address.ts'

const check = (parts: Partial<typeof address>, market = 'JP') => checkAddress({ ...address, ...parts }, market)

test.each([
  ['１５０－０００１', '150-0001'],
  ['1500001', '150-0001'],
  [' 150‐0001 ', '150-0001'],
  ['150ー0001', '150-0001'],
])('a Japanese postcode written as %s is understood', (given, written) => {
  expect(check({ postcode: given })).toMatchObject({ ok: true, value: { postcode: written } })
})
test('full-width phone numbers, mail addresses and countries become plain', () => {
  expect(check({ phone: '０９０−１２３４−５６７８', email: ' Hana＠example.com ', country: 'jp' })).toMatchObject({
    value: { phone: '090-1234-5678', email: 'Hana@example.com', country: 'JP' },
  })
})
test('every wrong field is named at once', () => {
  const all = check({ name: '  ', email: 'hana@', phone: '123', postcode: '15-00', region: ' ', city: '\t', line: ' ' })
  expect(all).toMatchObject({ code: 'address_invalid' })
  const named = all.ok ? {} : (all.details?.fields as object)
  expect(Object.keys(named).sort()).toEqual(['city', 'email', 'line', 'name', 'phone', 'postcode', 'region'])
})
test.each(['a b@example.com', 'hana@example', 'hana@-example.com', '<hana@example.com>', 'hana@exa mple.com'])(
  '%s is no e-mail address',
  email => {
    expect(check({ email })).toMatchObject({ code: 'address_invalid' })
  },
)
test('a parcel goes to the country that its prices are for', () => {
  expect(check({ country: 'CN', postcode: '200000' })).toMatchObject({ code: 'not_shippable' })
  expect(check({ country: 'CN', postcode: '200000' }, 'CN')).toMatchObject({ ok: true })
})
