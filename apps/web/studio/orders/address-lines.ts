import type { Address } from '../../client/types.ts'

/** Large to small where the address is Japanese, Chinese or Korean; the country's name in the reader's language (`tag`). */
export function addressLines(a: Address, tag: string): string[] {
  const country = new Intl.DisplayNames(tag, { type: 'region' }).of(a.country) ?? a.country
  const east = ['JP', 'CN', 'TW', 'KR'].includes(a.country)
  return east
    ? [`${country} ${a.postcode}`, `${a.city.startsWith(a.region) ? '' : a.region}${a.city.replace(' ', '')}`, a.line, a.name]
    : [a.name, a.line, `${a.city}${a.region === a.city ? '' : `, ${a.region}`} ${a.postcode}`, country]
}
