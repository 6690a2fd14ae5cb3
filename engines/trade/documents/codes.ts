/** Code tables of customs (JGS-20), as far as the platform uses them. */

/** Renminbi, in the currency table of customs: the only currency of an import message. */
export const cny = '142'

/** China as a country of customs' table: where bonded goods set out from. */
export const china = '142'

/** Countries of origin and departure: ISO 3166 alpha-2 to the three digits of customs. One that is missing is refused, not guessed. */
// biome-ignore format: a table of codes reads better in rows
export const countryCodes: Readonly<Record<string, string>> = {
  HK: '110', IN: '111', ID: '112', IL: '115', JP: '116', MO: '121', MY: '122', PH: '129', SG: '132', KR: '133', TH: '136', TR: '137',
  AE: '138', VN: '141', CN: china, TW: '143', ZA: '244', BE: '301', DK: '302', GB: '303', DE: '304', FR: '305', IE: '306', IT: '307',
  LU: '308', NL: '309', GR: '310', PT: '311', ES: '312', AT: '315', BG: '316', FI: '318', HU: '321', IS: '322', NO: '326', PL: '327',
  RO: '328', SE: '330', CH: '331', BR: '410', CL: '412', MX: '429', CA: '501', US: '502', AU: '601', NZ: '609',
}

const countries = new Set(Object.values(countryCodes))
export const isCountryCode = (code: string): boolean => countries.has(code)

/** Units of measure: 001-167 with the numbers that customs never gave out taken away. */
const gaps = [24, 64, 65, 66, 68, 69, 82, 87, 90, 91, 92, 93, 94, 100, 113, 114, 117, 119, 137, 138]
const isGap = (n: number): boolean => gaps.includes(n) || (n >= 102 && n <= 109) || (n >= 150 && n <= 162)

/** Whether a three-digit code is a unit of measure (`007` piece, `011` item, `035` kilogram, `140` box …). */
export const isUnitCode = (code: string): boolean => {
  const n = Number(code)
  return /^\d{3}$/.test(code) && n >= 1 && n <= 167 && !isGap(n)
}

/** Kilogram: the first legal unit of most food and cosmetics. */
export const kilogram = '035'
