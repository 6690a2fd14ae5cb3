import { readFileSync } from 'node:fs'
import { SaxesParser } from 'saxes'
import { describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { between, must, pick, type Random, seeded } from '../../../base/kernel/index.ts'
import { baseTransfer, type Field, type Rule } from './fields.ts'
import { type AnyMessage, messageFaults, rootOf, shapes } from './messages.ts'
import { readMessage } from './read.ts'
import { schemaFile } from './schema.ts'
import { documents, everyMessage, order, receiptMessage } from './testing.ts'
import { writeMessage } from './write.ts'

const schema = readFileSync(schemaFile, 'utf8')

/** libxml2's verdict on each document, by the schema that is kept with the code. */
async function valid(xmls: readonly string[]): Promise<boolean[]> {
  const xml = xmls.map((contents, i) => ({ fileName: `m${i}.xml`, contents }))
  const { errors } = await validateXML({ xml, schema, initialMemoryPages: 512, maxMemoryPages: 2048 })
  const wrong = new Set(errors.map(e => e.loc?.fileName ?? /m\d+\.xml/.exec(e.rawMessage)?.[0]))
  return xml.map(x => !wrong.has(x.fileName))
}

describe('what we write', () => {
  test('every message is valid by its schema', async () => {
    const xmls = everyMessage().map(writeMessage)
    expect(await valid(xmls)).toEqual(xmls.map(() => true))
    expect(new Set(everyMessage().map(m => m.code)).size).toBe(12)
  })

  test('every message is read back to what it was', () => {
    for (const message of everyMessage()) {
      const defined = JSON.parse(JSON.stringify(message))
      expect(must(readMessage(writeMessage(message)))).toEqual(defined)
    }
  })

  test('the 411 stands letter by letter as the field list has it', () => {
    expect(writeMessage(documents().payment)).toBe(
      '<?xml version="1.0" encoding="UTF-8"?>\n' +
        '<ceb:CEB411Message xmlns:ceb="http://www.chinaport.gov.cn/ceb" guid="22222222-2222-4222-8222-22222222222B" version="1.0">' +
        '<ceb:Payment><ceb:PaymentHead><ceb:guid>22222222-2222-4222-8222-22222222222B</ceb:guid><ceb:appType>1</ceb:appType>' +
        '<ceb:appTime>20260302123000</ceb:appTime><ceb:appStatus>2</ceb:appStatus><ceb:payCode>3301000003</ceb:payCode>' +
        '<ceb:payName>示例支付</ceb:payName><ceb:payTransactionId>20260302000001</ceb:payTransactionId><ceb:orderNo>ord_7F3K</ceb:orderNo>' +
        '<ceb:ebpCode>3301000001</ceb:ebpCode><ceb:ebpName>示例跨境平台</ceb:ebpName><ceb:payerIdType>1</ceb:payerIdType>' +
        '<ceb:payerIdNumber>11010519491231002X</ceb:payerIdNumber><ceb:payerName>王小明</ceb:payerName><ceb:amountPaid>338.67</ceb:amountPaid>' +
        '<ceb:currency>142</ceb:currency><ceb:payTime>20260302110000</ceb:payTime></ceb:PaymentHead></ceb:Payment>' +
        '<ceb:BaseTransfer><ceb:copCode>3301000001</ceb:copCode><ceb:copName>示例跨境平台</ceb:copName><ceb:dxpMode>DXP</ceb:dxpMode>' +
        '<ceb:dxpId>DXPENT0000000001</ceb:dxpId></ceb:BaseTransfer></ceb:CEB411Message>',
    )
  })

  test('order totals keep the official spelling and the order of the field list', () => {
    const xml = writeMessage(documents().order)
    expect(xml).toContain(
      '<ceb:goodsValue>300.00</ceb:goodsValue><ceb:freight>15.00</ceb:freight><ceb:discount>5.00</ceb:discount>' +
        '<ceb:taxTotal>28.67</ceb:taxTotal><ceb:acturalPaid>338.67</ceb:acturalPaid><ceb:currency>142</ceb:currency>',
    )
  })

  test('no text of a buyer can become markup, and all of it comes back', async () => {
    const texts = ['</ceb:note><ceb:x>', ']]>', '&amp;&#0;', '"\'<>&', ' \t\r\n ', '𠮷野家', '\u0085\u2028', 'e\u0301']
    const messages = texts.map(text => {
      const { order: o } = documents()
      const [body] = o.bodies
      return { ...o, bodies: [{ ...body, head: { ...body?.head, note: text } }] } as AnyMessage
    })
    for (const [i, message] of messages.entries()) {
      const back = must(readMessage(writeMessage(message)))
      expect(back.bodies[0]?.head).toMatchObject({ note: texts[i] })
    }
    expect(await valid(messages.map(writeMessage))).toEqual(messages.map(() => true))
  })

  test('characters that XML has no place for, and half characters, are faults and no crash', () => {
    for (const note of ['\u0000', '\u000b', '\ufffe', '\ud842']) {
      const { payment } = documents()
      const [body] = payment.bodies
      const message = { ...payment, bodies: [{ ...body, head: { ...body?.head, note } }] } as AnyMessage
      expect(messageFaults(message)).toEqual([{ path: 'Payment[1]/PaymentHead/note', fault: 'character' }])
    }
  })

  test('a fault names the field and never the value', () => {
    const name = '王'.repeat(61)
    const faults = messageFaults(documents({ buyer: { ...order.buyer, name } }).order)
    expect(faults).toEqual([{ path: 'Order[1]/OrderHead/buyerName', fault: 'long' }])
    const read = readMessage(writeMessage(documents({ buyer: { ...order.buyer, name } }).order))
    expect(read).toMatchObject({
      ok: false,
      code: 'document_malformed',
      details: { path: 'Order[1]/OrderHead/buyerName', fault: 'long' },
    })
    expect(JSON.stringify([faults, read])).not.toContain('王王')
  })
})

describe('what we read', () => {
  test('receipts are read with a prefix, without one, with a signature behind them and with white space between', () => {
    const plain =
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<CEB622Message xmlns="http://www.chinaport.gov.cn/ceb" version="1.0" guid="C49D69D2-2544-4C8F-96E6-F82C65C1CA0C">\n' +
      ' <InventoryReturn>\n  <guid>4f2011fc-4ed0-478c-b190-22e76ef8b78a</guid><copNo>L1</copNo><preNo>B20201208796651782</preNo><invtNo>49212020I046118061</invtNo>' +
      '<returnStatus>800</returnStatus><returnTime>20201208172711594</returnTime><returnInfo>[Code:2600;Desc:放行]</returnInfo></InventoryReturn>\n' +
      ' <ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:SignedInfo a="1"/></ds:Signature>\n</CEB622Message>'
    const message = must(readMessage(plain))
    expect(message.code).toBe(622)
    expect(message.bodies[0]?.head).toMatchObject({ returnStatus: '800', invtNo: '49212020I046118061' })
  })

  test('what is no message of customs is refused, whatever it is', () => {
    const good = writeMessage(documents().payment)
    const bomb = '<!DOCTYPE a [<!ENTITY x "x"><!ENTITY y "&x;&x;">]>'
    const bad = [
      '',
      'x',
      '<a/>',
      good.slice(0, -5),
      good.replace('chinaport.gov.cn/ceb', 'chinaport.gov.cn/other'),
      good.replaceAll('CEB411Message', 'CEB999Message'),
      good.replaceAll('CEB411Message', 'CEB311Message'),
      good.replace('\n<ceb', `\n${bomb}<ceb`),
      good.replace('>示例支付<', '>&y;<'),
      good.replace('version="1.0">', 'version="1.0" x="1">'),
      good.replace('<ceb:Payment>', '<ceb:Payment>text'),
      `${good}${good.slice(good.indexOf('\n'))}`,
      `<a>${'<b>'.repeat(5_000)}`,
    ]
    for (const xml of bad) expect(readMessage(xml), xml.slice(0, 80)).toMatchObject({ ok: false, code: 'document_malformed' })
  })
})

describe('schema and tables', () => {
  test('say the same fields, in the same order, mandatory alike', () => {
    const types = typesOf(schema)
    const expected: [string, readonly Field[]][] = [['BaseTransfer', baseTransfer]]
    for (const shape of Object.values(shapes)) {
      const name = shape.head === 'InvtCancel' || shape.head === 'InvtRefundHead' ? 'Withdrawal' : shape.head
      expected.push([/^Invt.*Return$/.test(name) ? 'WithdrawalReturn' : name, shape.fields])
      if (shape.list) expected.push([shape.list, shape.lines])
    }
    for (const [name, fields] of expected)
      expect(types.get(name), name).toEqual(fields.map(f => `${f.name}${f.mandatory ? '' : '?'}`))
    for (const code of Object.keys(shapes))
      expect(schema).toContain(`<xs:element name="${rootOf(Number(code) as AnyMessage['code'])}">`)
  })

  test('draw the same edge for every field of every message: its last good value and its first bad one', async () => {
    const cases = everyMessage().flatMap(message => {
      const shape = shapes[message.code]
      const [body] = message.bodies
      const at = (part: 'head' | 'line', { name, rule }: Field) =>
        edges(rule).map(([value, good]) => {
          const head = part === 'head' ? { ...body?.head, [name]: value } : body?.head
          const lines = body?.lines.map((l, i) => (part === 'line' && i === 0 ? { ...l, [name]: value } : l))
          return {
            name: `${message.code} ${part} ${name}`,
            good,
            xml: writeMessage({ ...message, bodies: [{ head, lines }] } as unknown as AnyMessage),
          }
        })
      return [...shape.fields.flatMap((f: Field) => at('head', f)), ...shape.lines.flatMap((f: Field) => at('line', f))]
    })
    const verdicts = await valid(cases.map(c => c.xml))
    expect(cases.filter((c, i) => c.good !== verdicts[i]).map(c => c.name)).toEqual([])
    expect(cases.filter(c => c.good !== readMessage(c.xml).ok).map(c => c.name)).toEqual([])
    expect(cases.length).toBeGreaterThan(700)
  })

  test('agree on a thousand messages that were damaged at random: what libxml2 takes is read, what it refuses is refused', async () => {
    const seed = 621
    const random = seeded(seed)
    const whole = [...everyMessage(), receiptMessage(621, '-1', '20260302123000123')].map(writeMessage)
    const xmls = Array.from({ length: 1_000 }, () => damage(random, pick(random, whole)))
    const verdicts = await valid(xmls)
    const disagree = xmls.filter((xml, i) => readMessage(xml).ok !== verdicts[i])
    expect(disagree, `seed ${seed}`).toEqual([])
    const taken = verdicts.filter(v => v).length
    expect(taken).toBeGreaterThan(50)
    expect(taken).toBeLessThan(900)
  })
})

/** Values at the edge of a rule, and whether they are inside. */
function edges(rule: Rule): (readonly [string, boolean])[] {
  switch (rule.kind) {
    case 'text': {
      const inside = [rule.min, rule.max].map(n => ['字'.repeat(n), true] as const)
      return [
        ...inside,
        ['字'.repeat(rule.max + 1), false],
        ...(rule.min > 0 ? [['字'.repeat(rule.min - 1), false] as const] : []),
      ]
    }
    case 'one_of':
      return [...rule.values.map(v => [v, true] as const), ['', false], ['0', false], [`${rule.values[0]}0`, false]]
    case 'digits':
      return [
        ['0'.repeat(rule.length), true],
        ['9'.repeat(rule.length), true],
        ['0'.repeat(rule.length + 1), false],
        ['0'.repeat(rule.length - 1), false],
      ]
    case 'decimal':
      return [
        ['0', true],
        ['99999999999999.99999', true],
        ['100000000000000', false],
        ['0.000001', false],
        ['-1', false],
        ['', false],
      ]
    case 'count':
      return [
        ['1', true],
        ['9'.repeat(rule.digits), true],
        ['0', false],
        [`1${'0'.repeat(rule.digits)}`, false],
      ]
  }
}

/** Fields of each complex type, groups resolved, `?` behind an optional one. */
function typesOf(xsd: string): Map<string, string[]> {
  const types = new Map<string, string[]>()
  const groups = new Map<string, string[]>()
  let open: string[] | null = null
  const parser = new SaxesParser({ xmlns: false })
  parser.on('opentag', ({ name, attributes: a }) => {
    if (name === 'xs:complexType' && a.name) types.set(a.name, (open = []))
    else if (name === 'xs:group' && a.name) groups.set(a.name, (open = []))
    else if (name === 'xs:element' && open && a.name) open.push(`${a.name}${a.minOccurs === '0' ? '?' : ''}`)
    else if (name === 'xs:group' && open && a.ref) open.push(`group:${a.ref.replace('ceb:', '')}`)
    else if (name === 'xs:element' && a.name?.startsWith('CEB')) open = null
  })
  parser.write(xsd).close()
  const resolve = (names: string[]): string[] =>
    names.flatMap(n => (n.startsWith('group:') ? resolve(groups.get(n.slice(6)) ?? []) : [n]))
  return new Map([...types].map(([name, names]) => [name, resolve(names)]))
}

// biome-ignore format: a list of odd values
const values = [
  '', ' ', '0', '1', '12', '-1', '1.5', '01', '1.123456', '99999999999999.99999', '100000000000000', ' 7 ', '\n3', '142', '156', 'I', 'E', 'DXP', '9610',
  '20260302', '2026030212300012', '20260302123000', '20260302123000123', '0902101000', 'x'.repeat(36), '字'.repeat(60), '字'.repeat(61), '𠮷'.repeat(100),
  '9999', '10000', '<ceb:x/>', '<!-- c -->', '<![CDATA[1]]>', '&lt;', 'NaN', '1e3', '１',
] as const

/** One change: a leaf's value, a leaf gone, twice, elsewhere or renamed, or a block of leaves twice. */
function damage(random: Random, xml: string): string {
  const leaves = [...xml.matchAll(/<ceb:(\w+)>([^<]*)<\/ceb:\1>/g)]
  const leaf = pick(random, leaves)
  const at = leaf.index
  const [before, after] = [xml.slice(0, at), xml.slice(at + leaf[0].length)]
  switch (between(random, 0, 9)) {
    case 0:
      return before + after
    case 1:
      return before + leaf[0] + leaf[0] + after
    case 2:
      return before + leaf[0].replaceAll(leaf[1] as string, pick(random, leaves)[1] as string) + after
    case 3: {
      const other = pick(random, leaves)
      return other.index > at
        ? xml.slice(0, at) + xml.slice(at + leaf[0].length, other.index) + leaf[0] + xml.slice(other.index)
        : xml
    }
    case 4:
      return xml.replace(/(<ceb:(OrderList|InventoryList|Order|InvtRefundList)>.*?<\/ceb:\2>)/, '$1$1')
    case 5:
      return `${before}<ceb:${leaf[1]} a="1">${leaf[2]}</ceb:${leaf[1]}>${after}`
    default:
      return `${before}<ceb:${leaf[1]}>${pick(random, values)}</ceb:${leaf[1]}>${after}`
  }
}
