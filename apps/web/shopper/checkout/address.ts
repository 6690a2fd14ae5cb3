import type { Address } from '../../client/types.ts'

export type AddressField = keyof Address
/** The eight fields of the form with their autocomplete tokens; the order is the reader's. */
export const tokens: Readonly<Record<AddressField, string>> = {
  name: 'name',
  email: 'email',
  phone: 'tel',
  country: 'country',
  postcode: 'postal-code',
  region: 'address-level1',
  city: 'address-level2',
  line: 'street-address',
}
/** Addresses run from large to small in Japan and China, from small to large elsewhere. */
export const orderFor = (language: string): readonly AddressField[] =>
  language === 'en'
    ? ['name', 'email', 'phone', 'line', 'city', 'region', 'postcode', 'country']
    : ['name', 'email', 'phone', 'country', 'postcode', 'region', 'city', 'line']

export const emptyAddress = (country: string): Address => ({
  name: '',
  email: '',
  phone: '',
  country,
  postcode: '',
  region: '',
  city: '',
  line: '',
})

/** Full-width digits and letters, as a Japanese keyboard writes them, become plain ones. */
export const plain = (text: string): string => text.normalize('NFKC').trim()

export type Problem = 'missing' | 'email'
export function problems(address: Address): Partial<Record<AddressField, Problem>> {
  const found: Partial<Record<AddressField, Problem>> = {}
  for (const [field, value] of Object.entries(address) as [AddressField, string][]) if (!value.trim()) found[field] = 'missing'
  if (!found.email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(plain(address.email))) found.email = 'email'
  return found
}

export function tidy(address: Address): Address {
  const { email, phone, postcode, country } = address
  return {
    ...address,
    email: plain(email),
    phone: plain(phone),
    postcode: plain(postcode),
    country: plain(country).toUpperCase(),
  }
}

/** Written as it stands on a parcel. */
export function lines(address: Address, language: string): readonly string[] {
  const { name, postcode, region, city, line } = address
  return language === 'en'
    ? [name, line, `${city}, ${region} ${postcode}`]
    : [name, `${address.country === 'JP' ? '〒' : ''}${postcode}`, `${region}${city}${line}`]
}
