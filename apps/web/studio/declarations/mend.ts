import type { DeclarationMessages } from '../../i18n/studio/declarations/index.ts'
import type { Check } from './declaration-data.ts'

type Mend = keyof DeclarationMessages['mend']
/** The places that the words of a mend name; each is linked. */
export type Place = 'parcel' | 'goods' | 'companies'
export const placesOf: Readonly<Partial<Record<Mend, readonly Place[]>>> = {
  parcel: ['parcel'],
  fields: ['parcel', 'goods', 'companies'],
  goods: ['goods'],
  tax: ['goods'],
  companies: ['companies'],
}
/** Where each check that is red is mended. */
const table: Readonly<Record<keyof DeclarationMessages['checkNames'], Mend>> = {
  fields: 'fields',
  one_document: 'anew',
  paid_is_sum: 'anew',
  paid_is_payment: 'anew',
  goods_value_is_sum: 'anew',
  line_totals: 'anew',
  list_is_order: 'anew',
  tax_is_own: 'tax',
  freight_is_same: 'anew',
  order_limit: 'limits',
  year_limit: 'limits',
  weights: 'parcel',
  order_numbers: 'anew',
  waybill_numbers: 'parcel',
  payment_numbers: 'anew',
  buyer_is_payer_name: 'anew',
  buyer_is_payer_id: 'anew',
  buyer_id_holds: 'buyer',
  consignee_is_same: 'anew',
  enterprises_are_same: 'companies',
  registration_codes: 'companies',
  guarantor_takes_part: 'companies',
  within_a_day: 'anew',
  paid_before_told: 'anew',
  hs_codes: 'goods',
  positive_list: 'goods',
  currencies: 'anew',
  countries: 'goods',
  units: 'goods',
  legal_quantities: 'goods',
  line_numbers: 'anew',
  trade_mode: 'parcel',
  text_widths: 'fields',
}
/** A bonded parcel lacks what is registered, or the ledger's number of its goods; a direct one what the form asks. */
export function mendOf(check: Check): Mend {
  const value = (name: string) => check.values.find(v => v.name === name)?.value
  if (check.code === 'trade_mode' && value('tradeMode') !== '9610')
    return value('missing') === 'itemRecordNo' ? 'goods' : 'companies'
  // A waybill number that is nowhere is a parcel that was not said, not a difference.
  return table[check.code as keyof typeof table] ?? 'anew'
}
