import { ApiError } from '../../client/error.ts'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const checks = '10X98765432'

/** As it is written on the card: full-width digits become plain, the last letter a capital. */
export const plainId = (typed: string): string => typed.normalize('NFKC').replace(/\s/g, '').toUpperCase()

/** A hint while typing, by GB 11643: the last character is that of the other seventeen, and the birthday is one. The server decides. */
export function looksRight(id: string): boolean {
  if (!/^\d{17}[\dX]$/.test(id)) return false
  const sum = weights.reduce((n, weight, i) => n + weight * Number(id[i]), 0)
  const [year, month, day] = [Number(id.slice(6, 10)), Number(id.slice(10, 12)), Number(id.slice(12, 14))]
  const birth = new Date(Date.UTC(year, month - 1, day))
  const real = birth.getUTCMonth() === month - 1 && birth.getUTCDate() === day && year >= 1900 && birth.getTime() < Date.now()
  return real && checks[sum % 11] === id[17]
}

/** Beside which field a refusal of the server is said; null: beside none. */
export function fieldOf(error: unknown): 'name' | 'idNumber' | null {
  if (!(error instanceof ApiError) || error.code !== 'identity_invalid') return null
  return error.details.reason === 'name_form' ? 'name' : 'idNumber'
}
