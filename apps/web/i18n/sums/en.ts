import { number, plural } from '../format.ts'

const dayWord = (n: number) => plural(n, { one: 'day', other: 'days' })
export default {
  goods: 'Items',
  delivery: 'Delivery',
  free: 'Free',
  code: (code: string) => `code ${code}`,
  discount: 'Discount',
  importTax: 'Duty and import taxes',
  atBorder: 'To pay at the border',
  atBorderAbout: (sum: string) => `about ${sum}`,
  atBorderNone: 'probably nothing',
  total: 'Total',
  tax: (tax: string) => `including ${tax} tax`,
  refunded: 'Refunded',
  exchanged: (sum: string, rate: string, day: string, source: string) =>
    `About ${sum} in the shop’s currency, at ${rate} of ${day} (${source})`,
  how: 'How is this counted?',
  way: 'Sent as',
  hs: (code: string) => `tariff number ${code}`,
  duty: 'Duty',
  excise: 'Consumption tax',
  vat: 'VAT or sales tax',
  none: 'none',
  ways: {
    domestic: 'Within the country',
    post: 'Personal parcel by post',
    '9610': 'Cross-border e-commerce, direct mail (9610)',
    '1210': 'Cross-border e-commerce, bonded warehouse (1210)',
    seller_collects: 'Tax collected by the seller',
    import: 'Ordinary import',
  },
  waysText: {
    domestic: 'Nothing crosses a border.',
    post: 'Customs treats it as a personal article. Taxes are asked for on arrival where they apply.',
    '9610': 'Each order is declared to Chinese customs with order, payment and waybill.',
    '1210': 'The goods leave a bonded warehouse in China and are declared with order, payment and waybill.',
    seller_collects: 'The shop is registered for tax there and takes it with the order.',
    import: 'The carrier declares the parcel. Duty and taxes are those of that country.',
  },
  notices: {
    cbec_buyer_notice:
      'You buy as a person in China, for your own use. The goods may not carry Chinese labels and may not be sold on.',
    buyer_id: 'Customs needs the name and ID number of the buyer.',
    personal_use: 'For your own use only.',
    collected_by_seller: 'Taxes are paid with this order; nothing more is asked for on arrival.',
    customs_may_revalue: 'Customs may value the parcel anew.',
    paid_by_carrier: 'The carrier asks for taxes when it delivers.',
    state_sales_tax_not_included: 'Sales tax of the state is not included.',
  },
  days: (from: number, to: number) => (from === to ? `${number(to)} ${dayWord(to)}` : `${number(from)}–${number(to)} days`),
} as const
