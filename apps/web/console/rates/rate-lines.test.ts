import { expect, test } from 'vitest'
import { readLines } from './rate-lines.ts'

test('pasted lines become rates, with any separator and width of characters, and a head is left out', () => {
  const { rates, wrong } = readLines('from,to,mid,spread\nJPY,CNY,0.0478,150\n\nｊｐｙ\tusd\t0.0066\nEUR;JPY;163.2;0\n')
  expect(wrong).toEqual([])
  expect(rates).toEqual([
    { from: 'JPY', to: 'CNY', mid: '0.0478', spreadBps: 150 },
    { from: 'JPY', to: 'USD', mid: '0.0066', spreadBps: 0 },
    { from: 'EUR', to: 'JPY', mid: '163.2', spreadBps: 0 },
  ])
})

test('a line that is no rate is named by its number: one currency twice, nothing, a spread above ten percent, words', () => {
  expect(readLines('JPY,JPY,1\nJPY,CNY,0\nJPY,CNY,0.05,1001\nhello\nJPY,CNY,-1').wrong).toEqual([1, 2, 3, 4, 5])
})
