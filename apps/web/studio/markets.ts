const euro = 'AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' ')

/** States of the customs union, for the choice of a country; which rules hold where, the server knows. */
export const euMembers: readonly string[] = [...euro, 'CZ', 'DK', 'HU', 'PL', 'RO', 'SE']
export const euroArea: readonly string[] = euro
/** Countries of destination and what their people pay in, as the server has it; elsewhere they pay in the shop's currency. */
export const marketCurrency: Readonly<Record<string, string>> = {
  CN: 'CNY',
  JP: 'JPY',
  US: 'USD',
  GB: 'GBP',
  SG: 'SGD',
  HK: 'HKD',
  TW: 'TWD',
  KR: 'KRW',
  ...Object.fromEntries(euro.map(country => [country, 'EUR'])),
}
/** Countries that a shop can choose to send to. */
export const destinations: readonly string[] = [
  ...Object.keys(marketCurrency),
  'AU',
  'CA',
  'CH',
  'NO',
  'NZ',
  'SE',
  'DK',
  'PL',
  'CZ',
]
