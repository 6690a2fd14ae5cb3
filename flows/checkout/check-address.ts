import { ok, type Result, refuse } from '#base/kernel'
import type { Address } from '#rooms/orders'

/** Full-width digits, letters, hyphens and spaces, as Japanese and Chinese keyboards write them, become plain ones. */
const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[‐-―−ー－]/g, '-')
    .trim()
const words = (text: string): string => text.trim().replace(/\s+/g, ' ')

const email = /^[^\s@"(),:;<>[\\\]]+@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+$/i

/** How postcodes look, and how they are written down; countries that are not here take any. */
const postcodes: Readonly<Record<string, { form: RegExp; write: (plain: string) => string; say: string }>> = {
  JP: { form: /^\d{3}-?\d{4}$/, write: p => p.replace(/^(\d{3})-?(\d{4})$/, '$1-$2'), say: 'seven digits, like 150-0001' },
  CN: { form: /^\d{6}$/, write: p => p, say: 'six digits' },
  US: { form: /^\d{5}(-\d{4})?$/, write: p => p, say: 'five digits' },
}

/** Checks and tidies an address; every wrong field is named. Prices and taxes are those of one market, so another country needs a new checkout. */
export function checkAddress(given: Address, market: string): Result<Address, 'address_invalid' | 'not_shippable'> {
  const country = plain(given.country).toUpperCase()
  const rule = postcodes[country]
  const postcode = plain(given.postcode).replace(/\s/g, '')
  const phone = plain(given.phone)
  const address: Address = {
    name: words(given.name),
    email: plain(given.email),
    phone,
    country,
    postcode: rule?.form.test(postcode) ? rule.write(postcode) : plain(given.postcode),
    region: words(given.region),
    city: words(given.city),
    line: words(given.line),
  }
  const fields: Record<string, string[]> = {}
  for (const field of ['name', 'region', 'city', 'line', 'postcode'] as const)
    if (address[field] === '') fields[field] = ['is empty']
  if (!/^[A-Z]{2}$/.test(country)) fields.country = ['two letters, like JP']
  if (rule && !rule.form.test(postcode)) fields.postcode = [rule.say]
  if (!email.test(address.email) || address.email.length > 254) fields.email = ['does not look like an e-mail address']
  const digits = phone.replace(/\D/g, '').length
  if (!/^\+?[\d\s().-]+$/.test(phone) || digits < 8 || digits > 15) fields.phone = ['8 to 15 digits']
  if (Object.keys(fields).length > 0) return refuse('address_invalid', 'Something in the address is missing or wrong', { fields })
  if (country !== market)
    return refuse('not_shippable', 'These prices are for another country; begin again for this one', { market, country })
  return ok(address)
}
