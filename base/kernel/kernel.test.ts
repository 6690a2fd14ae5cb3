import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allocate,
  cmp,
  decodeCursor,
  encodeCursor,
  equal,
  exchange,
  isId,
  machine,
  money,
  newId,
  pageOf,
  plus,
  seeded,
  share,
  sum,
  taxWithin,
  textIn,
} from './index.ts'

describe('money', () => {
  test('parts of an allocation always add up to the whole, and no part is off by more than one unit', () => {
    fc.assert(
      fc.property(
        fc.bigInt(0n, 10n ** 12n),
        fc.array(fc.bigInt(0n, 10_000n), { minLength: 1, maxLength: 20 }),
        (minor, ratios) => {
          const parts = allocate(money(minor, 'JPY'), ratios)
          const whole = ratios.reduce((a, b) => a + b, 0n)
          expect(equal(sum(parts, 'JPY'), money(minor, 'JPY'))).toBe(true)
          if (whole > 0n)
            for (const [i, part] of parts.entries())
              expect(Math.abs(Number(part.minor - (minor * ratios[i]!) / whole))).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
  test('what is left of a split goes to the largest remainders, the earlier part first among equals', () => {
    const parts = (minor: number, ...ratios: bigint[]) => allocate(money(minor, 'JPY'), ratios).map(m => m.minor)
    expect(parts(10, 1n, 1n, 8n, 5n)).toEqual([1n, 1n, 5n, 3n])
    expect(parts(3, 1n, 9n, 9n)).toEqual([0n, 2n, 1n])
    expect(parts(-10, 1n, 1n, 8n, 5n)).toEqual([-1n, -1n, -5n, -3n])
    expect(parts(5, 0n, 0n)).toEqual([3n, 2n])
    expect(parts(5)).toEqual([])
  })
  test('two currencies never mix', () => {
    expect(() => plus(money(1, 'JPY'), money(1, 'CNY'))).toThrow('two currencies')
    expect(() => cmp(money(1, 'JPY'), money(1, 'CNY'))).toThrow('two currencies')
  })
  test.each([
    [1100n, 10n, 100n],
    [1080n, 8n, 80n],
    [999n, 10n, 91n],
    [1n, 10n, 0n],
    [6n, 10n, 1n],
  ])('the tax within %s yen at %s %% is %s', (amount, rate, tax) => {
    expect(taxWithin(money(amount, 'JPY'), rate).minor).toBe(tax)
  })
  test('a half rounds away from zero, on both sides of it', () => {
    expect([share(money(5, 'JPY'), 1n, 2n).minor, share(money(-5, 'JPY'), 1n, 2n).minor]).toEqual([3n, -3n])
  })
})
describe('ids', () => {
  test('ids of one kind sort by the time they were made', () => {
    expect(newId('order', new Date(1_000_000)) < newId('order', new Date(2_000_000))).toBe(true)
  })
  test('an id of another kind is not accepted', () => {
    const id = newId('order', new Date())
    expect([isId('order', id), isId('payment', id), isId('order', `${id}'; --`), isId('order', 7)]).toEqual([
      true,
      false,
      false,
      false,
    ])
  })
})
describe('state machine', () => {
  test('a table that leads to an unknown, unreachable or endless state is refused when it is built', () => {
    expect(() => machine('m', 'a', ['b'], { a: { go: 'x' as 'b' }, b: {} })).toThrow('unknown state x')
    expect(() => machine<string, string>('m', 'a', ['b'], { a: { go: 'b' }, b: {}, c: { go: 'b' } })).toThrow(
      "c can't be reached",
    )
    expect(() => machine('m', 'a', ['b'], { a: { go: 'b', stay: 'c' }, b: {}, c: { stay: 'c' } })).toThrow('c never ends')
    expect(() => machine('m', 'a', ['b'], { a: { go: 'b' }, b: { back: 'a' } })).toThrow('leads on')
  })
  test('an action that the state does not know is refused, not thrown', () => {
    const m = machine('door', 'open', ['gone'], { open: { close: 'shut', remove: 'gone' }, shut: { open: 'open' }, gone: {} })
    expect(m.next('shut', 'close')).toMatchObject({ ok: false, code: 'wrong_state' })
    expect(m.next('shut', 'open')).toEqual({ ok: true, value: 'open' })
  })
})
describe('pages', () => {
  test('a forged cursor is refused and never throws', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const key = decodeCursor(text, 2)
        expect(key === null || key.length === 2).toBe(true)
      }),
    )
    expect(decodeCursor(encodeCursor(['a', 3]), 2)).toEqual(['a', 3])
  })
  test('walking the pages meets every row once', () => {
    const random = seeded(7)
    const rows = Array.from({ length: 57 }, () => Math.floor(random() * 1e9)).sort((a, b) => a - b)
    const got: number[] = []
    for (let after = -1, more = true; more; ) {
      const page = pageOf(
        rows.filter(r => r > after).slice(0, 11),
        10,
        r => [r],
        r => r,
      )
      got.push(...page.items)
      after = page.next ? (decodeCursor(page.next, 1)?.[0] as number) : after
      more = page.next !== null
    }
    expect(got).toEqual(rows)
  })
})
test('a text falls back to a language that is there', () => {
  expect([textIn({ ja: '茶' }, 'en'), textIn({ en: 'tea', ja: '茶' }, 'zh'), textIn({}, 'zh')]).toEqual(['茶', 'tea', ''])
})

test('money is exchanged once, half to even, across currencies with other numbers of decimals', () => {
  const yuan = { from: 'JPY', to: 'CNY', rate: '0.0478' } as const
  expect(exchange(money(1000, 'JPY'), yuan)).toEqual(money(4780, 'CNY'))
  expect(exchange(money(1, 'JPY'), { ...yuan, rate: '0.045' })).toEqual(money(4, 'CNY'))
  expect(exchange(money(3, 'JPY'), { ...yuan, rate: '0.045' })).toEqual(money(14, 'CNY'))
  expect(exchange(money(-3, 'JPY'), { ...yuan, rate: '0.045' })).toEqual(money(-14, 'CNY'))
  expect(exchange(money(12_345, 'CNY'), { from: 'CNY', to: 'JPY', rate: '20.9' })).toEqual(money(2580, 'JPY'))
  expect(() => exchange(money(1, 'USD'), yuan)).toThrow('a rate of JPY')
  expect(() => exchange(money(1, 'JPY'), { ...yuan, rate: '0' })).toThrow('no exchange rate')
})
