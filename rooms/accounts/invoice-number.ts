/**
 * Registration number of a Japanese issuer of qualified invoices: T and thirteen digits. The first digit is the check digit of
 * the other twelve: 9 less the remainder by 9 of their sum, counted from the right, every second one doubled.
 * Source: Ordinance of the Ministry of Finance on the Designation of Corporate Numbers, Art. 2.
 */
export function isInvoiceNumber(text: string): boolean {
  if (!/^T\d{13}$/.test(text)) return false
  const [check, ...base] = [...text.slice(1)].map(Number) as [number, ...number[]]
  const sum = base.reverse().reduce((n, digit, i) => n + digit * (i % 2 === 0 ? 1 : 2), 0)
  return check === 9 - (sum % 9)
}
