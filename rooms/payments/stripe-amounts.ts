import { type Currency, type Money, money, ok, type Result, refuse } from '#base/kernel'

/**
 * Stripe counts in ISO 4217 minor units, but for (docs.stripe.com/currencies): ISK and UGX, which have no decimals and are
 * written with two; and currencies of three decimals, whose last digit must be 0. An amount that Stripe can't carry is
 * refused, never rounded: the shopper saw another one.
 */
const writtenWithTwo: ReadonlySet<string> = new Set(['ISK', 'UGX'])
const lastDigitZero: ReadonlySet<string> = new Set(['BHD', 'JOD', 'KWD', 'OMR', 'TND'])

/** What Alipay takes through Stripe (docs.stripe.com/payments/alipay), and WeChat Pay (…/wechat-pay); accounts by country take fewer. */
const alipay: ReadonlySet<string> = new Set('AUD CAD CNY EUR GBP HKD JPY NZD SGD USD MYR'.split(' '))
const wechat: ReadonlySet<string> = new Set('AUD CAD CHF CNY DKK EUR GBP HKD JPY NOK SEK SGD USD'.split(' '))
export const takesCurrency = (method: string, currency: string): boolean =>
  (method === 'alipay' ? alipay : method === 'wechat_pay' ? wechat : null)?.has(currency) ?? true

export function toStripe({ minor, currency }: Money): Result<{ amount: number; currency: string }, 'amount_unsupported'> {
  const amount = writtenWithTwo.has(currency) ? minor * 100n : minor
  if (lastDigitZero.has(currency) && amount % 10n !== 0n)
    return refuse('amount_unsupported', `The last digit of an amount in ${currency} must be 0`)
  if (amount <= 0n || amount > BigInt(Number.MAX_SAFE_INTEGER))
    return refuse('amount_unsupported', 'No amount that can be charged')
  return ok({ amount: Number(amount), currency: currency.toLowerCase() })
}

export function fromStripe(amount: number, lower: string): Money {
  const currency = lower.toUpperCase() as Currency
  return money(writtenWithTwo.has(currency) ? BigInt(amount) / 100n : BigInt(amount), currency)
}
