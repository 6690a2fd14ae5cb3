import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { between, must, seeded } from '../../../base/kernel/index.ts'
import { checkDigit, maskId, maskName, readResidentId } from './resident-id.ts'

const now = new Date('2026-03-02T04:30:00Z')
const codeOf = (text: string, at = now) => {
  const read = readResidentId(text, at)
  return read.ok ? 'ok' : read.code
}

test('the vector of the standard holds, with a small x and with spaces around it as well', () => {
  expect(codeOf('11010519491231002X')).toBe('ok')
  expect(must(readResidentId(' 11010519491231002x ', now)).reveal()).toBe('11010519491231002X')
  expect(must(readResidentId('11010519491231002X', now)).birth).toBe('19491231')
})

test('each way to be wrong has a code of its own', () => {
  expect(codeOf('110105491231002')).toBe('id_old')
  for (const text of [
    '',
    '1101051949123100',
    '11010519491231002Y',
    '1101051949123100２X',
    'X10105194912310021',
    '1101051949123100211',
  ])
    expect(codeOf(text), text).toBe('id_form')
  for (const region of ['00', '10', '16', '24', '38', '55', '66', '72', '84', '91', '99'])
    expect(codeOf(`${region}010519491231002X`)).toBe('id_region')
  for (const day of ['19490229', '19000229', '20250431', '19491301', '19490100', '18991231', '20260303', '99991231'])
    expect(codeOf(`110105${day}0021`), day).toBe('id_birth')
  expect(codeOf('110105194912310021')).toBe('id_checksum')
})

test('who is born today in Beijing has an ID, who is born tomorrow has none', () => {
  const born = (day: string) => `110105${day}002${checkDigit(`110105${day}002`)}`
  expect(codeOf(born('20260302'))).toBe('ok')
  expect(codeOf(born('20260303'))).toBe('id_birth')
  expect(codeOf(born('20260303'), new Date('2026-03-02T16:00:00Z'))).toBe('ok')
})

test('for random numbers exactly one check character holds, and it is the one that makes the weighted sum 1 modulo 11', () => {
  const seed = 20260302
  const random = seeded(seed)
  for (let i = 0; i < 3_000; i++) {
    const day = new Date(Date.UTC(1930, 0, between(random, 1, 35_000))).toISOString().slice(0, 10).replaceAll('-', '')
    const body = `3${between(random, 1, 7)}${between(random, 1000, 9999)}${day}${between(random, 100, 999)}`
    // ISO 7064 MOD 11-2, the long way: the whole number's digits times 2^k, the check character (X is ten) times one.
    const weighed = (text: string) =>
      [...text].reduce((sum, c, at) => sum + (c === 'X' ? 10 : Number(c)) * (2 ** (17 - at) % 11), 0) % 11
    const fits = [...'0123456789X'].filter(c => weighed(body + c) === 1)
    const taken = [...'0123456789X'].filter(c => codeOf(body + c) === 'ok')
    expect(taken, `seed ${seed}: ${body}`).toEqual(fits)
    expect(taken).toHaveLength(1)
  }
})

test('every single mistyped digit and every swap of neighbours is found', () => {
  const number = '11010519491231002X'
  for (let i = 0; i < 17; i++) {
    for (const c of '0123456789') if (c !== number[i]) expect(codeOf(number.slice(0, i) + c + number.slice(i + 1))).not.toBe('ok')
    const swapped = number.slice(0, i) + number[i + 1] + number[i] + number.slice(i + 2)
    if (swapped !== number) expect(codeOf(swapped)).not.toBe('ok')
  }
})

test('a number that was read shows itself masked wherever it is printed, logged or serialised', () => {
  const id = must(readResidentId('11010519491231002X', now))
  const shown = [String(id), `${id}`, JSON.stringify({ id }), inspect(id), inspect({ deep: [id] }), id.masked]
  for (const text of shown) {
    expect(text).toContain('110***********002X')
    expect(text).not.toContain('19491231')
  }
})

test('no refusal carries the number', () => {
  for (const text of ['110105491231002', '110105194912310021', '990105194912310021', '110105194902290021'])
    expect(JSON.stringify(readResidentId(text, now))).not.toContain(text.slice(6, 14))
})

test('masks keep the ends of a long text only', () => {
  expect([maskId('11010519491231002X'), maskId('123456'), maskId('')]).toEqual(['110***********002X', '******', ''])
  expect([maskName('王小明'), maskName('𠮷田'), maskName('')]).toEqual(['王**', '𠮷*', ''])
})
