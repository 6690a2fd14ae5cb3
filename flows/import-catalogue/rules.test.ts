import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, test } from 'vitest'
import type { Currency } from '#base/kernel'
import { line, shopifyCsv } from '#testing/import-world'
import { decimalOf, parseAmount } from './amount.ts'
import { readFeed } from './read-feed.ts'
import { htmlToText, sameText, textToHtml } from './rich-text.ts'

const folder = mkdtempSync(join(tmpdir(), 'feed-'))
afterAll(() => rmSync(folder, { recursive: true }))
let files = 0
function fileOf(content: string | Uint8Array): string {
  const path = join(folder, String(++files))
  writeFileSync(path, content)
  return path
}
const read = (content: string | Uint8Array, currency: Currency = 'USD') => readFeed(fileOf(content), currency)
async function products(content: string | Uint8Array, currency: Currency = 'USD') {
  const feed = await read(content, currency)
  if ('fault' in feed) throw new Error(`${feed.fault.code}: ${feed.fault.message}`)
  return feed.products
}
async function faultOf(content: string | Uint8Array, currency: Currency = 'USD') {
  const feed = await read(content, currency)
  if ('fault' in feed) return [feed.fault.code, feed.fault.row]
  const fault = feed.products.map(p => p.fault).find(f => f !== null)
  return fault ? [fault.code, fault.row] : null
}

describe('an amount', () => {
  test.each([
    ['9.99', 'USD', '999'],
    ['1,200', 'JPY', '1200'],
    ['¥1,200', 'JPY', '1200'],
    ['￥１，２００', 'JPY', '1200'],
    ['1200円', 'JPY', '1200'],
    ['1200.00', 'JPY', '1200'],
    ['1.200,00', 'EUR', '120000'],
    ['1,200.50', 'USD', '120050'],
    ['1 200,5 €', 'EUR', '120050'],
    ['9,9', 'EUR', '990'],
    ["1'200", 'EUR', '120000'],
    ['US$ 5', 'USD', '500'],
    ['5 USD', 'USD', '500'],
    ['1,234,567', 'USD', '123456700'],
    ['1.234.567', 'EUR', '123456700'],
    ['9.9900', 'USD', '999'],
    ['12元', 'CNY', '1200'],
  ] as const)('%s in %s is %s', (text, currency, minor) => {
    const got = parseAmount(text, currency)
    expect(got.ok && got.value.minor.toString()).toBe(minor)
  })
  test.each([
    ['1.200', 'USD', 'price_ambiguous'],
    ['1.200', 'JPY', 'price_ambiguous'],
    ['0,123', 'USD', 'price_ambiguous'],
    ['100.5', 'JPY', 'price_invalid'],
    ['9.9999', 'USD', 'price_invalid'],
    ['0', 'USD', 'price_invalid'],
    ['-5', 'USD', 'price_invalid'],
    ['free', 'USD', 'price_invalid'],
    ['1,20,0', 'USD', 'price_invalid'],
    ['1.2.3,4', 'USD', 'price_invalid'],
    ['99999999999999', 'USD', 'price_invalid'],
    ['¥5', 'USD', 'currency_mismatch'],
    ['5 EUR', 'USD', 'currency_mismatch'],
    ['$5', 'JPY', 'currency_mismatch'],
    ['CHF 5', 'EUR', 'currency_mismatch'],
  ] as const)('%s in %s is refused: %s', (text, currency, code) => {
    expect(parseAmount(text, currency)).toMatchObject({ ok: false, code })
  })
  test('as it is written out reads back as itself', () => {
    fc.assert(
      fc.property(fc.bigInt(1n, 999_999_999n), fc.constantFrom<Currency>('USD', 'JPY', 'KRW'), (minor, currency) => {
        expect(parseAmount(decimalOf({ minor, currency }), currency)).toEqual({ ok: true, value: { minor, currency } })
      }),
    )
  })
})

describe('text', () => {
  test('of HTML keeps paragraphs and lines, and no markup', () => {
    expect(
      htmlToText('<p>One<br>two &amp; three</p><script>alert(1)</script><ul><li>a</li><li>b</li></ul><img src=x onerror=y>'),
    ).toBe('One\ntwo & three\n\na\nb')
  })
  test('as HTML reads back as itself', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.constantFrom('a', ' ', '\n', '\n\n', '<b>', '&amp;', '&', '"', '茶', '  ', '</p>'))
          .map(x => x.join('').trim()),
        text => {
          expect(sameText(htmlToText(textToHtml(text)), text)).toBe(true)
        },
      ),
    )
  })
})

describe('an encoding', () => {
  const japanese = shopifyCsv([line('yunomi', { title: '湯呑みと急須のセット', body: 'とても美しい器です。', tags: '茶, 器' })])
  const chinese = shopifyCsv([line('beizi', { title: '青花瓷茶杯', body: '这是一个非常漂亮的杯子，适合喝茶。', tags: '茶, 杯' })])
  const utf16 = (text: string) => Buffer.from(text, 'utf16le')
  const sjis = (text: string) => encodeWith('shift_jis', text)
  const gbk = (text: string) => encodeWith('gbk', text)
  test.each([
    ['UTF-8', Buffer.from(japanese), '湯呑みと急須のセット'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${japanese}`), '湯呑みと急須のセット'],
    ['UTF-16 LE', utf16(`\ufeff${japanese}`), '湯呑みと急須のセット'],
    ['UTF-16 LE without a mark', utf16(japanese), '湯呑みと急須のセット'],
    ['UTF-16 BE', utf16(`\ufeff${japanese}`).swap16(), '湯呑みと急須のセット'],
    ['Shift_JIS', sjis(japanese), '湯呑みと急須のセット'],
    ['GBK', gbk(chinese), '青花瓷茶杯'],
  ])('%s is recognised', async (_name, bytes, title) => {
    expect((await products(bytes))[0]).toMatchObject({ ref: title === '青花瓷茶杯' ? 'beizi' : 'yunomi', title, fault: null })
  })
  test('that is none of them is refused', async () => {
    expect(await faultOf(Buffer.from('Handle,Title\ncaf\xe9, Caf\xe9\n', 'latin1'))).toEqual(['encoding_unknown', null])
    expect(await faultOf(Buffer.from([0x50, 0x4b, 3, 4, 0, 0, 9, 0, 0, 1]))).toEqual(['encoding_unknown', null])
    expect(await faultOf('')).toEqual(['file_empty', null])
  })
})

/** The platform only decodes: the table of an encoding is turned round. */
function encodeWith(encoding: string, text: string): Buffer {
  const decoder = new TextDecoder(encoding, { fatal: true })
  const table = new Map<string, number[]>()
  for (let a = 0x81; a <= 0xfe; a++)
    for (let b = 0x40; b <= 0xfe; b++)
      try {
        const c = decoder.decode(new Uint8Array([a, b]))
        if ([...c].length === 1 && !table.has(c)) table.set(c, [a, b])
      } catch {}
  return Buffer.from([...text].flatMap(c => (c.charCodeAt(0) < 128 ? [c.charCodeAt(0)] : (table.get(c) as number[]))))
}

describe('a Shopify file', () => {
  test('keeps quotation marks, commas and lines inside fields, and counts rows as a spreadsheet does', async () => {
    const file = shopifyCsv([line('a', { title: 'He said "5, 6"', body: 'one\ntwo' }), line('b', { price: 'x' })])
    const [a, b] = await products(file.replaceAll('\n', '\r\n'))
    expect([a?.title, a?.description, b?.fault?.row]).toEqual(['He said "5, 6"', 'one two', 3])
  })
  test('with semicolons, and with columns by their newer names, is read', async () => {
    const file = 'URL handle;Title;Price;SKU;Status\nx;X;9,50;S1;Active\n'
    expect((await products(file, 'EUR'))[0]).toMatchObject({ ref: 'x', publish: true, variants: [{ sku: 'S1', price: '950' }] })
  })
  test.each([
    ['a header without handles', 'Name,Title\nx,y\n', ['header_missing', 1]],
    ['an open quotation mark', 'Handle,Title\nx,"y\nz,z\n', ['file_malformed', 2]],
    ['a row without a handle', shopifyCsv([line('a'), line('')]), ['handle_missing', 3]],
    [
      'a second product under one handle',
      shopifyCsv([line('a'), line('b'), line('a', { title: 'Another' })]),
      ['handle_repeated', 4],
    ],
    ['a negative stock', shopifyCsv([line('a'), line('b', { quantity: '-3' })]), ['quantity_invalid', 3]],
    ['half a piece', shopifyCsv([line('a', { quantity: '1.5' })]), ['quantity_invalid', 2]],
    ['a price of another currency', shopifyCsv([line('a', { price: '¥500' })]), ['currency_mismatch', 2]],
    [
      'a variant without its value',
      shopifyCsv([line('a', { options: [['Size', 'S']] }), { handle: 'a', sku: 'x', price: '1' }]),
      ['option_mismatch', 3],
    ],
    ['an SKU twice', shopifyCsv([line('a', { sku: 'x' }), line('b', { sku: 'x' })]), ['sku_taken', 3]],
    [
      'four options',
      'Handle,Title,Option1 Name,Option1 Value,Option2 Name,Option2 Value,Option3 Name,Option3 Value,Option4 Name,Option4 Value\na,A,x,1,y,2,z,3,w,4\n',
      ['too_many_options', 2],
    ],
    ['a row that is longer than the header', 'Handle,Title\na,b,c\n', ['file_malformed', 2]],
    [
      '3,000 variants',
      shopifyCsv(
        Array.from({ length: 3000 }, (_, i) => line('a', { title: i === 0 ? 'A' : '', sku: `s${i}`, options: [['N', `n${i}`]] })),
      ),
      ['too_many_variants', 2],
    ],
  ])('with %s is refused where it is wrong', async (_what, file, expected) => {
    expect(await faultOf(file)).toEqual(expected)
  })
  test('takes rows of a product that stand apart together, and says so', async () => {
    const [a] = await products(
      shopifyCsv([
        line('a', { options: [['Size', 'S']] }),
        line('b'),
        { handle: 'a', options: [['', 'M']], sku: 'm', price: '1' },
      ]),
    )
    expect([a?.variants.length, a?.warnings.map(w => [w.code, w.row])]).toEqual([2, [['rows_apart', 4]]])
  })
  test('says what it does not take over', async () => {
    const [a] = await products(
      shopifyCsv([line('a', { compare: '20', barcode: '123', picture: 'ftp://x', title: 'x'.repeat(300), tracker: '' })]),
    )
    expect(a?.warnings.map(w => w.code).sort()).toEqual(['compare_price_ignored', 'gtin_ignored', 'picture_ignored', 'text_cut'])
  })
})

describe('a Google feed', () => {
  const item = (inner: string) => `<item><g:id>1</g:id><title>T</title><g:price>5 USD</g:price>${inner}</item>`
  const rss = (inner: string) =>
    `<?xml version="1.0"?><rss version="2.0" xmlns:g="http://base.google.com/ns/1.0"><channel>${inner}</channel></rss>`
  test('in RSS, Atom and TSV says the same', async () => {
    const one = {
      ref: '1',
      title: 'T',
      description: 'About',
      brand: 'B',
      pictures: ['https://example.org/1.jpg'],
      variants: [{ sku: '1', price: '500', gtin: '4006381333931' }],
    }
    const parts = '<g:brand>B</g:brand><g:image_link>https://example.org/1.jpg</g:image_link><g:gtin>4006381333931</g:gtin>'
    expect((await products(rss(item(`<description>About</description>${parts}`))))[0]).toMatchObject(one)
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:g="http://base.google.com/ns/1.0"><entry><g:id>1</g:id><title>T</title><link href="https://example.org/"/><summary><![CDATA[About]]></summary><g:price>5 USD</g:price>${parts}</entry></feed>`
    expect((await products(atom))[0]).toMatchObject(one)
    expect(
      (
        await products(
          'id\ttitle\tdescription\tprice\tbrand\timage link\tgtin\n1\tT\tAbout\t5 USD\tB\thttps://example.org/1.jpg\t4006381333931\n',
        )
      )[0],
    ).toMatchObject(one)
  })
  test('has variants where items share a group', async () => {
    const of = (id: string, size: string) =>
      `<item><g:id>${id}</g:id><g:item_group_id>G</g:item_group_id><title>T</title><g:size>${size}</g:size><g:price>5 USD</g:price></item>`
    expect(await products(rss(of('a', 'S') + of('b', 'M')))).toMatchObject([
      { ref: 'G', options: ['Size'], variants: [{ choice: ['S'] }, { choice: ['M'] }] },
    ])
    expect(await faultOf(rss(of('a', 'S') + of('b', '')))).toEqual(['option_mismatch', 2])
  })
  test.each([
    [
      'a bomb of entities',
      `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>${rss(item('<description>&b;</description>'))}`,
      'markup_forbidden',
    ],
    [
      'a file of the machine as an entity',
      `<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>${rss(item('&a;'))}`,
      'markup_forbidden',
    ],
    ['an unknown entity', rss(item('&nbsp;')), 'file_malformed'],
    ['a tag that stays open', rss(item('<b>')), 'file_malformed'],
    ['an end too early', rss(item('')).slice(0, -20), 'file_malformed'],
    ['deep nesting', rss(item('<x>'.repeat(5000))), 'file_malformed'],
    ['no feed in it', '<html><body>hello</body></html>', 'header_missing'],
    ['no items', rss(''), 'file_empty'],
    ['an item without an id', rss('<item><title>T</title></item>'), 'handle_missing'],
    ['an id twice', rss(item('') + item('')), 'handle_repeated'],
  ])('with %s is refused', async (_what, file, code) => {
    expect((await faultOf(file))?.[0]).toBe(code)
  })
})
