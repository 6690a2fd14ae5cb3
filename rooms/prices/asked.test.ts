import { expect, test } from 'vitest'
import { days, money } from '#base/kernel'
import { askedLine } from './asked.ts'

const day = (n: number) => new Date(Date.UTC(2026, 4, 1) + days(n))
const yen = (d: number, n: number) => ({ at: day(d), price: money(n, 'JPY') })
const yuan = (d: number, n: number | null) => ({ at: day(d), price: n === null ? null : money(n, 'CNY') })
const rate = { from: 'JPY', to: 'CNY', rate: '0.05' } as const

test('at home it is the shop’s own price', () => {
  const line = askedLine([yen(0, 1000), yen(3, 900), yen(4, 900)], [], { currency: 'JPY', rate: null })
  expect(line).toEqual([yen(0, 1000), yen(3, 900)])
})
test('abroad the market’s list goes first, from when it was set until it ended; else the price at the order’s own rate', () => {
  const line = askedLine([yen(0, 1000), yen(6, 800)], [yuan(2, 4500), yuan(4, null)], { currency: 'CNY', rate })
  expect(line).toEqual([yuan(0, 5000), yuan(2, 4500), yuan(4, 5000), yuan(6, 4000)])
})
test('a price that can’t be said in the order’s currency is no price', () => {
  expect(askedLine([yen(0, 1000)], [], { currency: 'CNY', rate: null })).toEqual([])
  expect(askedLine([yen(0, 1000)], [yuan(2, 4500)], { currency: 'JPY', rate: null })).toEqual([yen(0, 1000)])
})
