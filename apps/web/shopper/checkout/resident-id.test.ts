import { expect, test } from 'vitest'
import { ApiError } from '../../client/error.ts'
import { fieldOf, looksRight, plainId } from './resident-id.ts'

test('an ID number looks right with the check character of its other seventeen and a birthday that exists', () => {
  expect(looksRight('11010519491231002X')).toBe(true)
  expect(looksRight('110105194912310021')).toBe(false)
  expect(looksRight('11010519490231002X')).toBe(false)
  expect(looksRight('1101051949123100')).toBe(false)
})

test('an ID number is read as it stands on the card, whatever the keyboard wrote', () => {
  expect(plainId('１１０１０５ 19491231 002x')).toBe('11010519491231002X')
})

test('what the server refuses of an identity is said beside the name or the number, everything else beside neither', () => {
  const refused = (code: string, reason?: string) => fieldOf(new ApiError(code, 422, code, { reason }))
  expect(refused('identity_invalid', 'name_form')).toBe('name')
  expect(refused('identity_invalid', 'id_checksum')).toBe('idNumber')
  expect(refused('trade_refused', 'over_year_limit')).toBeNull()
  expect(refused('consent_needed')).toBeNull()
})
