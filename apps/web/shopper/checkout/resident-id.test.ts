import { expect, test } from 'vitest'
import { looksRight, maskId, maskName, plainId } from './resident-id.ts'

test('an ID number looks right with the check character of its other seventeen and a birthday that exists', () => {
  expect(looksRight('11010519491231002X')).toBe(true)
  expect(looksRight('110105194912310021')).toBe(false)
  expect(looksRight('11010519490231002X')).toBe(false)
  expect(looksRight('1101051949123100')).toBe(false)
})

test('what is shown of a buyer after saving is the first and last characters, never the whole', () => {
  expect(maskId(plainId('１１０１０５ 19491231 002x'))).toBe('110***********002X')
  expect(maskName('王小明')).toBe('王**')
})
