import fc from 'fast-check'
import { expect, test } from 'vitest'
import { money } from '../../../base/kernel/index.ts'
import { beijingDay, beijingTime, endOfBeijingDay, fromBeijing } from './beijing-time.ts'
import { formatDecimal, fromCny, kilograms, parseDecimal, timesToFen, toCny } from './decimal.ts'
import { creditCheck, isEnterpriseCode } from './registration-code.ts'

test('what is written is read back, for every number that the format holds', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: 0n, max: 10n ** 19n - 1n }), fc.constantFrom(0, 2, 5), (value, least) => {
      expect(parseDecimal(formatDecimal(value, least))).toBe(value)
    }),
    { seed: 7 },
  )
})

test('only the format of the messages is a number', () => {
  for (const text of ['', '-1', '+1', '1.', '.5', '1e3', '01', '1.000001', '100000000000000', '1,5', ' 1', '１', 'NaN'])
    expect(parseDecimal(text), text).toBeNull()
  expect(parseDecimal('99999999999999.99999')).toBe(10n ** 19n - 1n)
})

test('a line total is rounded to fen once, half up, without floating point', () => {
  const d = (text: string) => parseDecimal(text) as bigint
  expect(timesToFen(d('33.33333'), d('3'))).toBe(d('100'))
  expect(timesToFen(d('1.005'), d('1'))).toBe(d('1.01'))
  expect(timesToFen(d('0.1'), d('3'))).toBe(d('0.3'))
  expect(timesToFen(d('1.00499'), d('1'))).toBe(d('1'))
})

test('money and decimals meet in fen; other currencies are a mistake', () => {
  expect(formatDecimal(fromCny(money(12900, 'CNY')), 2)).toBe('129.00')
  expect(toCny(parseDecimal('1.005') as bigint)).toEqual(money(101, 'CNY'))
  expect(() => fromCny(money(1, 'JPY'))).toThrow('CNY')
  expect([kilograms(900n), kilograms(1n), kilograms(12_345n)]).toEqual(['0.9', '0.001', '12.345'])
})

test("customs' clock is Beijing's, and a time that does not exist is none", () => {
  expect(beijingTime(new Date('2026-03-02T16:00:00Z'))).toBe('20260303000000')
  expect(beijingDay(new Date('2026-03-02T15:59:59Z'))).toBe('20260302')
  expect(fromBeijing('20260303000000')).toEqual(new Date('2026-03-02T16:00:00Z'))
  expect(fromBeijing('20191112143633776')).toEqual(new Date('2019-11-12T06:36:33.776Z'))
  for (const text of ['20260229000000', '20261301000000', '20260303240000', '20260303006000', '2026030300000', 'x'.repeat(14)])
    expect(fromBeijing(text), text).toBeNull()
  expect(endOfBeijingDay(new Date('2026-03-02T15:59:59Z'), 0)).toEqual(new Date('2026-03-02T15:59:59.999Z'))
})

test('an enterprise code has ten characters, or eighteen with the check character of GB 32100', () => {
  for (const code of ['4601630004', '33169667BG', '312226T001', '91350100M000100Y43'])
    expect(isEnterpriseCode(code), code).toBe(true)
  for (const code of ['', '460163000', '33169667bg', '91350100M000100Y44', '91350100M00010OY43', '示例示例示例示例示例'])
    expect(isEnterpriseCode(code), code).toBe(false)
  expect(creditCheck('91350100M000100Y4')).toBe('3')
})
