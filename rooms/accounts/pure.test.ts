import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Cache } from '#base/cache'
import { newId } from '#base/kernel'
import { callerOf, guest, operator, staffOf } from '#testing/callers'
import { may, type Permission } from './permissions.ts'
import { checkEmail, checkHandle, handleFrom, languageOf } from './rules.ts'
import { createTokens } from './token.ts'

const now = new Date('2026-03-01T00:00:00Z')
const token = {
  person: newId('person', now),
  session: newId('session', now),
  member: true,
  epoch: 3,
  issued: now.getTime(),
  expires: now.getTime() + 1000,
}

describe('token', () => {
  const tokens = createTokens('a'.repeat(40))
  test('says what was signed, until it expires', () => {
    expect(tokens.read(tokens.sign(token), now)).toEqual(token)
    expect(tokens.read(tokens.sign(token), new Date(now.getTime() + 1000))).toBeNull()
    expect(tokens.sign(token).length).toBeLessThan(400)
  })
  test('with any one character changed it is worth nothing, and so it is under another secret', () => {
    const text = tokens.sign(token)
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom(...'abcXYZ019_-.'), (at, letter) => {
        fc.pre(text[at] !== letter)
        const read = tokens.read(text.slice(0, at) + letter + text.slice(at + 1), now)
        // The last letter of base64url carries spare bits: another spelling of the same signature may pass, with the same content.
        expect(read === null || JSON.stringify(read) === JSON.stringify(token)).toBe(true)
      }),
    )
    expect(createTokens('b'.repeat(40)).read(text, now)).toBeNull()
  })
  test('any text at all is refused without an error', () => {
    fc.assert(fc.property(fc.string(), text => tokens.read(text, now) === null && tokens.read(`e1.${text}`, now) === null))
  })
})

describe('permissions', () => {
  const shop = newId('shop', now)
  const other = newId('shop', now)
  const code = (r: ReturnType<typeof may>) => (r.ok ? 'ok' : r.code)
  test('a guest may do nothing in the table', () => {
    const all: Permission[] = ['shop.manage', 'post.write', 'comment.write', 'moderate', 'operate', 'insights.read']
    for (const p of all) expect(code(may(guest(), p, { shop }))).toBe('sign_in_required')
  })
  test('staff may work for their own shop only, and a shop permission never holds without naming the shop', () => {
    expect(code(may(staffOf(shop), 'product.manage', { shop }))).toBe('ok')
    expect(code(may(staffOf(shop), 'product.manage', { shop: other }))).toBe('forbidden')
    expect(code(may(staffOf(shop), 'product.manage'))).toBe('forbidden')
    expect(code(may(callerOf(), 'product.manage', { shop }))).toBe('forbidden')
  })
  test('staff without ownership may fulfil orders but not change the shop', () => {
    const helper = callerOf({ shops: [{ shop, role: 'staff' }] })
    expect([code(may(helper, 'order.fulfil', { shop })), code(may(helper, 'shop.manage', { shop }))]).toEqual(['ok', 'forbidden'])
  })
  test("one's own things are one's own", () => {
    const me = callerOf()
    expect(code(may(me, 'post.write', { person: me.person }))).toBe('ok')
    expect(code(may(me, 'post.write', { person: newId('person', now) }))).toBe('forbidden')
    expect(code(may(me, 'post.write', { person: me.person, shop }))).toBe('forbidden')
    expect(code(may(me, 'moderate'))).toBe('forbidden')
    expect(code(may(operator(), 'moderate'))).toBe('ok')
  })
})

describe('rules', () => {
  test('an address is trimmed and in small letters; what is none is refused', () => {
    expect(checkEmail('  Hana@Example.COM ')).toMatchObject({ ok: true, value: 'hana@example.com' })
    for (const bad of ['', 'a', 'a@b', '@b.c', 'a b@c.d', 'a@@b.c', 'a@b.c,d@e.f', 'a@b..c'])
      expect(checkEmail(bad).ok, bad).toBe(false)
  })
  test('a handle made from any name is a good handle', () => {
    fc.assert(fc.property(fc.string(), fc.nat(3), (name, n) => checkHandle(handleFrom(name, n)).ok))
    expect(handleFrom('Élodie Dupont', 0)).toBe('elodie_dupont')
    expect(handleFrom('花', 0)).toMatch(/^person_\d+$/)
  })
  test('a handle that looks like an id is refused', () => {
    expect(checkHandle('per_123456').ok).toBe(false)
    expect(checkHandle('@Hana').ok).toBe(true)
  })
  test.each([
    ['ja,en;q=0.8', 'ja'],
    ['fr-FR,zh-CN;q=0.4,en;q=0.5', 'en'],
    ['de, zh-Hans;q=0.9', 'zh'],
    ['*', 'en'],
    [undefined, 'en'],
    [';;;q=x,', 'en'],
  ])('Accept-Language %s is %s', (header, language) => {
    expect(languageOf(header)).toBe(language)
  })
})

describe('cache', () => {
  test('a load that began before a change is not kept after it', async () => {
    let stored = 'old'
    let release = () => {}
    const cache = new Cache<string>(async keys => {
      const read = stored
      await new Promise<void>(resolve => {
        release = resolve
      })
      return new Map(keys.map(k => [k, read]))
    }, 10)
    const early = cache.get('k')
    stored = 'new'
    cache.drop('k')
    release()
    expect(await early).toBe('old')
    const late = cache.get('k')
    release()
    expect(await late).toBe('new')
  })
  test('many keys are one load, a failed load is asked again, and a tiny cache still answers', async () => {
    const asked: string[][] = []
    let fail = true
    const cache = new Cache<string>(async keys => {
      asked.push([...keys])
      if (fail) throw new Error('down')
      return new Map(keys.map(k => [k, k.toUpperCase()]))
    }, 2)
    await expect(cache.many(['a', 'b', 'a', 'c'])).rejects.toThrow('down')
    fail = false
    expect([...(await cache.many(['a', 'b', 'a', 'c'])).values()]).toEqual(['A', 'B', 'C'])
    expect(asked).toEqual([
      ['a', 'b', 'c'],
      ['a', 'b', 'c'],
    ])
  })
})
