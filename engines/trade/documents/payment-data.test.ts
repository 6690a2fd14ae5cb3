import { createHash, generateKeyPairSync, sign, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { money, must } from '../../../base/kernel/index.ts'
import { answerPaymentQuery, type PaymentFacts, queryAccepted, signedText, signPaymentAnswer } from './payment-data.ts'
import type { Signer } from './signer.ts'

const now = new Date(1544519952469)
const query = { orderNo: 'SO1710301150602574003', sessionID: 'ad2254-8hewyf32-55616249', serviceTime: 1544519952000 }
const facts: PaymentFacts = {
  guid: '9D55BA71-22DE-41F4-8B50-C36C83B3B530',
  request: '原始请求',
  response: 'ok',
  platformCode: '4404840022',
  paymentCompanyCode: '312226T001',
  transactionId: '2018121222001354081010726129',
  amount: money(10000, 'CNY'),
  verifiedBy: '3',
  paidThrough: '1',
  paidAt: new Date('2018-12-11T20:18:03Z'),
  note: '批量订单',
  orders: [
    {
      orderNo: 'SO1710301150602574003',
      goods: [{ name: 'sku3', link: 'http://example.com/#/detail?itemId=999761&shopId=453' }],
      payeeAccount: 'OSA571908863132601',
      payeeCode: '',
      payeeName: 'EXAMPLE LIMITED',
    },
  ],
}
const answer = (change: Partial<PaymentFacts> = {}) => answerPaymentQuery(query, { ...facts, ...change }, now)

/** A signer for tests: RSA with SHA-1, as the certificate's first generation signs. */
function testSigner(): Signer & { holds(text: string, signature: string): boolean } {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    certNo: '01691fe9',
    signText: async text => sign('sha1', Buffer.from(text), privateKey).toString('base64'),
    signXml: async xml => xml.replace(/<\/ceb:CEB/, `<!-- ${createHash('sha1').update(xml).digest('base64')} -->$&`),
    holds: (text, signature) => verify('sha1', Buffer.from(text), publicKey, Buffer.from(signature, 'base64')),
  }
}

test('the signed text is letter by letter the one that the interface shows', () => {
  expect(signedText(must(answer()))).toBe(
    '"sessionID":"ad2254-8hewyf32-55616249"||"payExchangeInfoHead":"{"guid":"9D55BA71-22DE-41F4-8B50-C36C83B3B530",' +
      '"initalRequest":"原始请求","initalResponse":"ok","ebpCode":"4404840022","payCode":"312226T001",' +
      '"payTransactionId":"2018121222001354081010726129","totalAmount":100,"currency":"142","verDept":"3","payType":"1",' +
      '"tradingTime":"20181212041803","note":"批量订单"}"||"payExchangeInfoLists":"[{"orderNo":"SO1710301150602574003",' +
      '"goodsInfo":[{"gname":"sku3","itemLink":"http://example.com/#/detail?itemId=999761&shopId=453"}],' +
      '"recpAccount":"OSA571908863132601","recpCode":"","recpName":"EXAMPLE LIMITED"}]"||"serviceTime":"1544519952469"',
  )
})

test('what is sent holds, letter by letter, what was signed, and the signature verifies', async () => {
  const signer = testSigner()
  const prepared = must(answer({ response: '{"a":"\\"||\\"","b":"中"}' }))
  const sent = await signPaymentAnswer(prepared, signer)
  const read = JSON.parse(sent) as Record<string, unknown>
  expect(Object.keys(read)).toEqual([
    'sessionID',
    'payExchangeInfoHead',
    'payExchangeInfoLists',
    'serviceTime',
    'certNo',
    'signValue',
  ])
  expect(sent).toContain(prepared.head)
  expect(sent).toContain(prepared.lists)
  expect(signer.holds(signedText(prepared), String(read.signValue))).toBe(true)
  expect(signer.holds(signedText(must(answer({ amount: money(10001, 'CNY') }))), String(read.signValue))).toBe(false)
})

test('amounts are numbers of JSON without a detour through floating point', () => {
  const amountOf = (minor: bigint) => /"totalAmount":([^,]*),/.exec(must(answer({ amount: money(minor, 'CNY') })).head)?.[1]
  expect([8808n, 8810n, 1n, 0n, 999_999_999_999_999n].map(amountOf)).toEqual(['88.08', '88.1', '0.01', '0', '9999999999999.99'])
})

test('a payment without the order is refused, and so is a text that is too long', () => {
  expect(answerPaymentQuery({ ...query, orderNo: 'x' }, facts, now)).toMatchObject({ ok: false, code: 'order_not_in_payment' })
  expect(answerPaymentQuery({ ...query, sessionID: 'a"||"b' }, facts, now)).toMatchObject({
    ok: false,
    details: { path: 'sessionID' },
  })
  expect(answer({ response: 'x'.repeat(8001) })).toMatchObject({
    ok: false,
    code: 'payment_data_invalid',
    details: { path: 'initalResponse' },
  })
  expect(answer({ orders: [{ ...facts.orders[0]!, goods: [] }] })).toMatchObject({
    ok: false,
    details: { path: 'payExchangeInfoLists[0].goodsInfo' },
  })
  expect(queryAccepted(now)).toEqual({ code: '10000', message: '', serviceTime: 1544519952469 })
})
