import { ok, type Refusal, type Result, refuse } from '../../../base/kernel/index.ts'
import { beijingDay } from './beijing-time.ts'

export type ResidentIdCode = 'id_old' | 'id_form' | 'id_region' | 'id_birth' | 'id_checksum'

/** First two digits of GB/T 2260: provinces, and 81-83 for the residence permits of Hong Kong, Macao and Taiwan people. */
const regions = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
)
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const checkDigits = '10X98765432'

/** The eighteenth character of a resident ID, by GB 11643: seventeen digits times weights, modulo 11. */
export const checkDigit = (seventeen: string): string =>
  checkDigits.charAt(weights.reduce((sum, weight, i) => sum + weight * Number(seventeen.charAt(i)), 0) % 11)

/** `110***********002X`: three and four characters stay. Texts shorter than ten lose everything. */
export const maskId = (text: string): string =>
  text.length < 10 ? '*'.repeat(text.length) : text.slice(0, 3) + '*'.repeat(text.length - 7) + text.slice(-4)

/** `王**`: the first character stays. */
export const maskName = (name: string): string => {
  const [first = '', ...rest] = name
  return first + '*'.repeat(rest.length)
}

/**
 * A resident ID number that holds. It prints, logs and serialises as its masked form, so that no log line can carry it by accident;
 * only `reveal()` gives the number.
 */
export class ResidentId {
  readonly #number: string
  constructor(number: string) {
    this.#number = number
  }
  reveal(): string {
    return this.#number
  }
  get masked(): string {
    return maskId(this.#number)
  }
  /** `YYYYMMDD` */
  get birth(): string {
    return this.#number.slice(6, 14)
  }
  equals(other: ResidentId): boolean {
    return this.#number === other.#number
  }
  toString(): string {
    return this.masked
  }
  toJSON(): string {
    return this.masked
  }
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return this.masked
  }
}

const no = (code: ResidentIdCode, message: string): Refusal<ResidentIdCode> => refuse(code, message)

/**
 * Reads a Chinese resident ID (GB 11643): 17 digits and a check character; a small `x` is taken as `X`, spaces around it are dropped.
 * Refuses `id_old` (15 digits, the numbers from before 1999: the bearer has an 18-digit one), `id_form`, `id_region`, `id_birth`
 * (no such day, before 1900, or after today in Beijing) and `id_checksum`. No refusal carries the number.
 */
export function readResidentId(text: string, now: Date): Result<ResidentId, ResidentIdCode> {
  const number = text.trim().toUpperCase()
  if (/^\d{15}$/.test(number)) return no('id_old', 'This is an old number of 15 digits; the number of the new card has 18')
  if (!/^\d{17}[\dX]$/.test(number)) return no('id_form', 'A resident ID has 17 digits and a check character')
  if (!regions.has(number.slice(0, 2)) || number.slice(2, 6) === '0000')
    return no('id_region', 'The number begins with no known region')
  if (!bornBy(number.slice(6, 14), beijingDay(now))) return no('id_birth', 'The birth date in the number does not exist')
  if (checkDigit(number) !== number.charAt(17)) return no('id_checksum', 'The check character does not fit; a digit is mistyped')
  return ok(new ResidentId(number))
}

function bornBy(day: string, today: string): boolean {
  const iso = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`
  const at = new Date(`${iso}T00:00:00Z`)
  if (Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== iso) return false
  return day >= '19000101' && day <= today
}
