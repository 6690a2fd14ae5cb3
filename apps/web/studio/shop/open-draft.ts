import type { operations } from '../../client/schema.d.ts'

export type ShopBody = operations['POST /v1/shops']['requestBody']['content']['application/json']

/** A part of the form. */
export interface PartProps {
  readonly draft: ShopBody
  readonly change: (change: Partial<ShopBody>) => void
}

/** What a new shop starts from; amounts are minor units. */
export const emptyShop: ShopBody = {
  slug: '',
  name: {},
  about: {},
  country: 'JP',
  currency: 'JPY',
  seller: {
    legalName: '',
    representative: '',
    address: '',
    phone: '',
    email: '',
    registration: '',
    returns: {},
    delivery: {},
    taxRegistered: false,
  },
  shippingFee: '',
  freeShippingFrom: null,
  dispatchDays: 2,
  deliveryDays: { from: 1, to: 4 },
  returnDays: 14,
  protectionDays: 0,
}
export const countries = ['JP', 'CN', 'TW', 'HK', 'KR', 'SG', 'US', 'CA', 'GB', 'DE', 'FR', 'AU'] as const
export const currencies = ['JPY', 'CNY', 'TWD', 'HKD', 'KRW', 'SGD', 'USD', 'CAD', 'GBP', 'EUR', 'AUD'] as const
export const slugRule = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])$/
