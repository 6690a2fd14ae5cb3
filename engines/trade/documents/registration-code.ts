/** The 31 characters of GB 32100: digits and letters without I, O, S, V, Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** The eighteenth character of a unified social credit code (GB 32100): weights 3^i modulo 31. */
export function creditCheck(seventeen: string): string {
  let sum = 0
  let weight = 1
  for (const character of seventeen) {
    sum += alphabet.indexOf(character) * weight
    weight = (weight * 3) % 31
  }
  return alphabet.charAt((31 - (sum % 31)) % 31)
}

/**
 * Whether an enterprise code can be one: the ten characters of a customs registration, or a unified social credit code of eighteen
 * with its check character. Whether customs knows it can only customs say.
 */
export function isEnterpriseCode(code: string): boolean {
  if (/^[0-9A-Z]{10}$/.test(code)) return true
  return /^[0-9A-HJ-NPQRTUWXY]{18}$/.test(code) && creditCheck(code.slice(0, 17)) === code.charAt(17)
}
