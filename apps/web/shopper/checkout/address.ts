import type { Address } from '../../client/types.ts'
import { type PlaceField, shapeOf } from './countries.ts'

export type AddressField = keyof Address
export type FormField = AddressField | PlaceField
/** What is typed: an address whose district stands beside its city. */
export type Typed = Address & { readonly district: string }
/** The fields of the form with their autocomplete tokens. */
export const tokens: Readonly<Record<FormField, string>> = {
  name: 'name',
  email: 'email',
  phone: 'tel',
  country: 'country',
  postcode: 'postal-code',
  region: 'address-level1',
  city: 'address-level2',
  district: 'address-level3',
  line: 'street-address',
}
/** The country comes first: prices and the shape of the rest follow it. */
export const fieldsFor = (country: string): readonly FormField[] => [
  'country',
  'name',
  'email',
  'phone',
  ...shapeOf(country).fields,
]

const nothing: Typed = {
  name: '',
  email: '',
  phone: '',
  country: '',
  postcode: '',
  region: '',
  city: '',
  district: '',
  line: '',
}
const kept = 'enishi.address'
/** What was typed at a checkout of this visit; it survives a reload and a checkout that begins again. */
export function keptAddress(): Partial<Typed> {
  try {
    return JSON.parse(sessionStorage.getItem(kept) ?? '{}') as Partial<Typed>
  } catch {
    return {}
  }
}
export const keepAddress = (typed: Typed): void => sessionStorage.setItem(kept, JSON.stringify(typed))

/** City and district are one field of an address: the city stands before the first space. */
export function typedOf(address: Address | null): Typed {
  if (!address) return nothing
  if (!shapeOf(address.country).fields.includes('district')) return { ...address, district: '' }
  const [city = '', ...district] = address.city.split(' ')
  return { ...address, city, district: district.join(' ') }
}

/** Full-width digits and letters, as a Japanese keyboard writes them, become plain ones. */
export const plain = (text: string): string => text.normalize('NFKC').trim()

export type Problem = 'missing' | 'email' | 'phone' | 'postcode'
/** Of the fields that this country asks for. */
export function problems(typed: Typed, country: string): Partial<Record<FormField, Problem>> {
  const found: Partial<Record<FormField, Problem>> = {}
  const { postcode } = shapeOf(country)
  const digits = plain(typed.phone).replace(/\D/g, '').length
  if (digits < 8 || digits > 15) found.phone = 'phone'
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(plain(typed.email))) found.email = 'email'
  if (postcode && !postcode.test(plainPostcode(typed.postcode))) found.postcode = 'postcode'
  for (const field of fieldsFor(country)) if (field !== 'country' && !typed[field].trim()) found[field] = 'missing'
  return found
}
const plainPostcode = (text: string): string => plain(text).replace(/[‐-―−ー－]/g, '-')

const english = new Intl.DisplayNames(['en'], { type: 'region' })
/** The address as the server takes it. Where a country has no region, or is a city, its city or its name stands there. */
export function addressOf(typed: Typed, country: string): Address {
  const { fields } = shapeOf(country)
  const { name, email, phone, line } = typed
  const own = fields.includes('city') ? typed.city.trim() : (english.of(country) ?? country)
  const city = fields.includes('district') ? `${own.replace(/\s+/g, '')} ${typed.district.trim()}` : own
  return {
    name,
    email: plain(email),
    phone: plain(phone),
    country,
    postcode: plainPostcode(typed.postcode),
    region: fields.includes('region') ? typed.region : own,
    city,
    line,
  }
}

const east = ['JP', 'CN', 'TW', 'KR']
/** Written as it stands on a parcel: from large to small in the east, from small to large elsewhere. */
export function lines(address: Address, countryName: string): readonly string[] {
  const { name, postcode, region, city, line, country } = address
  if (east.includes(country)) {
    const place = city.startsWith(region) ? city : region + city
    return [name, `${country === 'JP' ? '〒' : ''}${postcode}`, `${place.replace(' ', '')}${line}`, countryName]
  }
  const rest = region === city ? '' : `, ${region}`
  return [name, line, `${city}${rest} ${postcode}`, ...(city === english.of(country) ? [] : [countryName])]
}
