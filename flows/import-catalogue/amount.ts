import { type Currency, currencies, type Money, money, ok, type Result, refuse } from '#base/kernel'

/** A sign says which currencies it can mean; longer ones first. */
const signs: readonly (readonly [string, readonly Currency[]])[] = [
  ['US$', ['USD']],
  ['HK$', ['HKD']],
  ['NT$', ['TWD']],
  ['S$', ['SGD']],
  ['$', ['USD', 'SGD', 'HKD', 'TWD']],
  ['¥', ['JPY', 'CNY']],
  ['円', ['JPY']],
  ['元', ['CNY']],
  ['€', ['EUR']],
  ['£', ['GBP']],
  ['₩', ['KRW']],
]
const highest = 1_000_000_000_000n

type Refused = 'price_invalid' | 'price_ambiguous' | 'currency_mismatch'
const invalid = (text: string, why: string) => refuse('price_invalid', `"${text.slice(0, 40)}" is no price: ${why}`)

/**
 * An amount as people and programs write it (`1,200`, `1.200,00`, `¥1,200`, `１２００`, `9.99 USD`) in the shop's currency. What could mean
 * two amounts (`1.200`) is refused, never guessed; a fraction of a currency without decimals is refused as well.
 */
export function parseAmount(text: string, currency: Currency): Result<Money, Refused> {
  let rest = text.normalize('NFKC').trim().toUpperCase()
  const sign = signs.find(([s]) => rest.includes(s))
  const letters = rest.replace(sign?.[0] ?? '', '').match(/[A-Z]+/g) ?? []
  const code = letters.length === 1 && letters[0]?.length === 3 ? letters[0] : undefined
  if (code !== undefined && code !== currency) return mismatch(text, currency)
  if (sign && !sign[1].includes(currency)) return mismatch(text, currency)
  rest = rest
    .replace(sign?.[0] ?? '', '')
    .replace(code ?? '', '')
    .replace(/[\s']/g, '')
  if (!/^\d[\d.,]*$/.test(rest)) return invalid(text, 'digits are expected')
  const parts = split(rest)
  if (parts === 'ambiguous')
    return refuse(
      'price_ambiguous',
      `"${text.slice(0, 40)}" can be read as two prices; write it without a separator of thousands`,
    )
  if (parts === null) return invalid(text, 'its separators are out of place')
  return minorOf(text, parts, currency)
}

const mismatch = (text: string, currency: Currency) =>
  refuse('currency_mismatch', `"${text.slice(0, 40)}" is not in ${currency}, the currency of the shop`)

interface Parts {
  readonly whole: string
  readonly fraction: string
}
const grouped = (text: string, by: string) => new RegExp(`^\\d{1,3}(\\${by}\\d{3})+$`).test(text)

/** Which separator is the decimal one. Both there: the last. One, more than once: thousands. One, once: by the digits after it. */
function split(text: string): Parts | 'ambiguous' | null {
  const comma = text.lastIndexOf(',')
  const point = text.lastIndexOf('.')
  if (comma < 0 && point < 0) return { whole: text, fraction: '' }
  const last = comma > point ? ',' : '.'
  const other = last === ',' ? '.' : ','
  const at = Math.max(comma, point)
  const whole = text.slice(0, at)
  const fraction = text.slice(at + 1)
  if (text.includes(other)) {
    if (whole.includes(last) || !grouped(whole, other)) return null
    return { whole: whole.replaceAll(other, ''), fraction }
  }
  if (whole.includes(last)) return grouped(text, last) ? { whole: text.replaceAll(last, ''), fraction: '' } : null
  if (fraction.length !== 3) return { whole, fraction }
  // 1,200 is twelve hundred wherever prices have two decimals or none; 1.200 is in one half of the world and 1.2 in the other.
  return last === ',' && whole !== '0' ? { whole: whole + fraction, fraction: '' } : 'ambiguous'
}

function minorOf(text: string, { whole, fraction }: Parts, currency: Currency): Result<Money, Refused> {
  const decimals = currencies[currency]
  if (/[1-9]/.test(fraction.slice(decimals)))
    return decimals === 0 ? invalid(text, `${currency} has no decimals`) : invalid(text, `${currency} has ${decimals} decimals`)
  const minor = BigInt(whole + fraction.slice(0, decimals).padEnd(decimals, '0'))
  if (minor <= 0n) return invalid(text, 'it must be above zero')
  return minor > highest ? invalid(text, 'it is too high') : ok(money(minor, currency))
}

/** The amount with a decimal point, as files and schema.org have it: `9.99`, `1200`. */
export function decimalOf(m: Money): string {
  const decimals = currencies[m.currency]
  if (decimals === 0) return m.minor.toString()
  const digits = m.minor.toString().padStart(decimals + 1, '0')
  return `${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}
