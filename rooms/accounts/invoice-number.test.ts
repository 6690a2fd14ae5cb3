import { expect, test } from 'vitest'
import { isInvoiceNumber } from './invoice-number.ts'

test('a registration number needs its T, thirteen digits and the right first one', () => {
  expect(isInvoiceNumber('T7000012050002')).toBe(true)
  const bad = ['7000012050002', 'T700001205000', 'T70000120500021', 't7000012050002', 'T６000012050002', '', 'T7000012050002 ']
  expect(bad.filter(isInvoiceNumber)).toEqual([])
  // One wrong digit is found, unless it is 0 for 9 or the other way round.
  const digits = [...'7000012050002']
  for (const [at, was] of digits.entries())
    for (let d = 0; d < 9; d++)
      if (String(d) !== was) expect(isInvoiceNumber(`T${digits.with(at, String(d)).join('')}`), `${at} ${d}`).toBe(false)
})
