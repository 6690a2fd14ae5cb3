/**
 * GTIN-8, 12 (UPC), 13 (EAN, JAN) or 14 with a right check digit: from the right, weights 3 and 1 in turn, the sum with the
 * check digit a multiple of ten (GS1 General Specifications 7.9).
 */
export function isGtin(text: string): boolean {
  if (!/^(\d{8}|\d{12}|\d{13}|\d{14})$/.test(text)) return false
  const sum = [...text].reverse().reduce((total, digit, i) => total + Number(digit) * (i % 2 === 0 ? 1 : 3), 0)
  return sum % 10 === 0
}
