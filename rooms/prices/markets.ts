import type { Currency } from '#base/kernel'

const euro = 'AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MT NL PT SI SK'.split(' ')

/** Countries of destination with the currency that their people pay in. A country that is not here pays in the shop's own. */
export const markets: Readonly<Record<string, Currency>> = {
  JP: 'JPY',
  CN: 'CNY',
  US: 'USD',
  GB: 'GBP',
  SG: 'SGD',
  HK: 'HKD',
  TW: 'TWD',
  KR: 'KRW',
  ...Object.fromEntries(euro.map(country => [country, 'EUR' as const])),
}
