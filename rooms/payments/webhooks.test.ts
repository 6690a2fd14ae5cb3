import { fastify } from 'fastify'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerError } from '#base/http'
import { type Id, money, must, newId } from '#base/kernel'
import { type TestHouse, testHouse } from '#testing/house'
import {
  createPayments,
  createTestProvider,
  type Payment,
  type Payments,
  paymentsMigrations,
  type SignedWebhook,
  type TestOutcome,
  type TestProvider,
} from './index.ts'

let house: TestHouse
let payments: Payments
let bank: TestProvider
let refusing = false
const refunds: string[] = []
const app = fastify()
const person = newId('person', new Date())
const yen = (n: number) => money(n, 'JPY')
const begin = async (outcome: TestOutcome, parts: { capture?: 'later' } = {}): Promise<Payment> =>
  must(
    await payments.begin({
      reference: newId('checkout', house.clock.now()),
      person,
      amount: yen(1000),
      method: 'test_card',
      outcome,
      ...parts,
    }),
  )
const names = async (ref: string) => {
  await house.log.flush()
  return (await house.log.read(0n, 100_000)).filter(e => e.subject.id === ref).map(e => e.name)
}
const row = async (id: string) => (await house.db.pool.query('select * from payments.payments where id = $1', [id])).rows[0]
const chargeOf = async (p: Payment) => ({
  id: p.id,
  reference: p.reference,
  amount: p.amount,
  method: p.method,
  capture: 'now' as const,
  token: null,
  outcome: null,
  created: p.created,
  ref: (await row(p.id)).provider_ref as string,
})
let told = 0
const tell = (id: Id<'payment'>, news: Parameters<TestProvider['tell']>[1]) => bank.tell({ id }, news, `evt_${told++}`)
const post = async (webhook: SignedWebhook, provider = 'test') => {
  const headers = { 'content-type': 'application/json', ...webhook.headers } as Record<string, string>
  const reply = await app.inject({ method: 'POST', url: `/v1/payments/webhooks/${provider}`, headers, payload: webhook.raw })
  return [reply.statusCode, reply.json().error?.code ?? reply.json().ok] as const
}

beforeAll(async () => {
  house = await testHouse({ migrations: paymentsMigrations })
  bank = createTestProvider(house.clock)
  payments = createPayments(house, {
    providers: [
      {
        ...bank,
        refund: async (charge, wish) => {
          if (refusing) throw new Error('planted: provider down')
          refunds.push(`${charge.id} ${wish.amount.minor} ${wish.amount.currency}`)
          return bank.refund(charge, wish)
        },
      },
      { ...bank, name: 'other', methods: ['other_card'] },
    ],
  })
  app.setErrorHandler((error, request, reply) => answerError(error as Error, request, reply))
  await payments.mount(app)
})
afterAll(async () => {
  await app.close()
  await house.close()
})

test('success by webhook settles a waiting payment as a late one, once, however often and by however many at once it is sent', async () => {
  const p = await begin('late_success')
  const { ref } = await chargeOf(p)
  const webhook = tell(p.id, { kind: 'answer', answer: { state: 'settled', ref, amount: yen(1000) } })
  const replies = await Promise.all(Array.from({ length: 6 }, () => post(webhook)))
  expect(replies).toEqual(Array(6).fill([200, true]))
  expect(await post(webhook)).toEqual([200, true])
  expect(await payments.hearWebhook('test', webhook)).toEqual({ ok: true, value: 'repeated' })
  expect(await payments.byReference(p.reference)).toMatchObject({ state: 'settled', late: true })
  expect(await names(p.reference)).toEqual(['payment.settled'])
})
test('whatever order the words about a payment come in, the end is the same', async () => {
  const orders = [
    [0, 1, 2, 3],
    [3, 2, 1, 0],
    [2, 0, 3, 1],
    [1, 3, 0, 2],
  ]
  for (const order of orders) {
    const p = await begin('late_success')
    const { ref } = await chargeOf(p)
    const dispute = { kind: 'chargeback', ref: `dispute_${p.id}`, amount: yen(1000) } as const
    // The bank has settled by now, whoever tells it first.
    house.clock.advance(3000)
    const words = [
      tell(p.id, { kind: 'answer', answer: { state: 'pending', ref } }),
      tell(p.id, { kind: 'answer', answer: { state: 'settled', ref, amount: yen(1000) } }),
      tell(p.id, { ...dispute, state: 'opened' }),
      tell(p.id, { ...dispute, state: 'lost' }),
    ]
    for (const i of order) expect(await post(words[i] as SignedWebhook)).toEqual([200, true])
    const after = await payments.byReference(p.reference)
    expect(after, order.join()).toMatchObject({ state: 'settled', captured: yen(1000), chargedBack: yen(1000) })
    expect((await names(p.reference)).filter(n => n === 'payment.settled').length).toBe(1)
  }
})
test('a wrong amount or currency goes straight back and pays for nothing; about a paid payment it changes nothing', async () => {
  for (const wrong of [yen(999), yen(1001), money(1000, 'USD')]) {
    const p = await begin('late_success')
    const { ref } = await chargeOf(p)
    const webhook = tell(p.id, { kind: 'answer', answer: { state: 'settled', ref, amount: wrong } })
    expect(await post(webhook)).toEqual([200, true])
    expect(await payments.byReference(p.reference)).toMatchObject({
      state: 'failed',
      failure: expect.stringMatching('amount_mismatch'),
    })
    expect(refunds.filter(r => r.startsWith(p.id))).toEqual([`${p.id} ${wrong.minor} ${wrong.currency}`])
  }
  const paid = await begin('approve')
  const { ref } = await chargeOf(paid)
  expect(await post(tell(paid.id, { kind: 'answer', answer: { state: 'settled', ref, amount: yen(1) } }))).toEqual([200, true])
  expect(await payments.byReference(paid.reference)).toMatchObject({ state: 'settled', captured: yen(1000) })
  expect(refunds.filter(r => r.startsWith(paid.id))).toEqual([])
})
test('a webhook whose handling broke is handled when it is sent again', async () => {
  const p = await begin('late_success')
  const { ref } = await chargeOf(p)
  const webhook = tell(p.id, { kind: 'answer', answer: { state: 'settled', ref, amount: yen(5) } })
  refusing = true
  expect((await post(webhook))[0]).toBe(500)
  refusing = false
  expect(await post(webhook)).toEqual([200, true])
  expect(await payments.byReference(p.reference)).toMatchObject({ state: 'failed' })
})
test('a forged webhook is refused with a stable code and changes nothing; so is one at no provider, of another charge, or of another provider', async () => {
  const p = await begin('late_success')
  const { ref } = await chargeOf(p)
  const settled = { kind: 'answer', answer: { state: 'settled', ref, amount: yen(1000) } } as const
  const before = (await house.db.pool.query('select count(*)::int as n from payments.inbox')).rows[0].n
  const forger = createTestProvider(house.clock)
  const forged = forger.tell(p, settled, 'evt_forged')
  expect(await post(forged)).toEqual([401, 'webhook_forged'])
  const good = tell(p.id, settled)
  expect(await post({ ...good, raw: Buffer.concat([good.raw, Buffer.from('\n')]) })).toEqual([401, 'webhook_forged'])
  expect(await post({ raw: Buffer.from('{"a":'), headers: {} })).toEqual([401, 'webhook_forged'])
  expect(await post({ raw: Buffer.alloc(0), headers: {} })).toEqual([401, 'webhook_forged'])
  expect(await post(good, 'nobody')).toEqual([404, 'not_found'])
  expect(await post(good, "x' or 1=1")).toEqual([404, 'not_found'])
  expect((await house.db.pool.query('select count(*)::int as n from payments.inbox')).rows[0].n).toBe(before)
  // Rightly signed, but about nothing that this provider was asked for.
  expect(await post(good, 'other')).toEqual([200, true])
  const stranger = tell(p.id, { kind: 'answer', answer: { state: 'settled', ref: 'another_charge', amount: yen(1000) } })
  expect(await post(stranger)).toEqual([200, true])
  expect(await post(tell(newId('payment', house.clock.now()), settled))).toEqual([200, true])
  expect(await payments.byReference(p.reference)).toMatchObject({ state: 'pending' })
  expect(await names(p.reference)).toEqual([])
})
test('too many webhooks from one address are told to come again later', async () => {
  const limited = fastify()
  limited.setErrorHandler((error, request, reply) => answerError(error as Error, request, reply))
  const quiet = {
    ...house,
    config: { ...house.config, rateLimits: true },
    jobs: { ...house.jobs, define: () => {}, every: () => {} },
  }
  await createPayments(quiet, { providers: [bank] }).mount(limited)
  const statuses = new Set<number>()
  for (let i = 0; i < 1300; i++)
    statuses.add((await limited.inject({ method: 'POST', url: '/v1/payments/webhooks/test', payload: 'x' })).statusCode)
  expect([...statuses]).toEqual([401, 429])
  await limited.close()
})
test('a chargeback takes what refunds have left, gives it free when it is won, and blocks refunds of what the bank holds', async () => {
  const p = await begin('approve')
  const refund = (amount: number) =>
    payments.refund({ payment: p.id, refund: newId('refund', house.clock.now()), amount: yen(amount) })
  must(await refund(300))
  const dispute = { kind: 'chargeback', ref: `dispute_${p.id}`, amount: yen(1000) } as const
  await post(tell(p.id, { ...dispute, state: 'opened' }))
  await post(tell(p.id, { ...dispute, state: 'opened' }))
  expect(await payments.byReference(p.reference)).toMatchObject({ refunded: yen(300), chargedBack: yen(700) })
  expect(await refund(1)).toMatchObject({ code: 'refund_exceeds' })
  await post(tell(p.id, { ...dispute, state: 'won' }))
  await post(tell(p.id, { ...dispute, state: 'lost' }))
  expect(await payments.byReference(p.reference)).toMatchObject({ chargedBack: yen(0) })
  must(await refund(700))
  expect((await names(p.reference)).filter(n => n === 'payment.chargeback').length).toBe(2)
})
test('a refund that comes back is ours again and can be given again; told before our own answer, it is simply refused', async () => {
  const p = await begin('approve')
  const wish = { payment: p.id, refund: newId('refund', house.clock.now()), amount: yen(1000) }
  must(await payments.refund(wish))
  const back = { kind: 'refund_failed', refund: wish.refund, reason: 'closed_account' } as const
  await Promise.all([post(tell(p.id, back)), post(tell(p.id, back))])
  expect(await payments.byReference(p.reference)).toMatchObject({ refunded: yen(0) })
  expect(await payments.refund(wish)).toMatchObject({ code: 'refund_failed' })
  const q = await begin('approve')
  refusing = true
  const early = { payment: q.id, refund: newId('refund', house.clock.now()), amount: yen(1000) }
  await expect(payments.refund(early)).rejects.toThrow('planted')
  refusing = false
  await post(tell(q.id, { ...back, refund: early.refund }))
  expect(await row(q.id)).toMatchObject({ refunding_minor: 0n, refunded_minor: 0n })
  expect((await names(p.reference)).filter(n => n === 'payment.refund_failed').length).toBe(1)
  expect(await names(q.reference)).toEqual(['payment.settled'])
})
test('the outcomes that go on after the payment play by themselves: shuffled, chargeback, a refund that comes back', async () => {
  const later: unknown[] = []
  let poll: (job: never) => Promise<void> = async () => {}
  const jobs = {
    ...house.jobs,
    every: () => {},
    define: (name: string, _options: unknown, work: typeof poll) => void (name === 'payments.poll' && (poll = work)),
    send: async (_name: string, job: unknown) => void later.push(job),
  }
  const alone = createPayments({ ...house, jobs } as TestHouse, { providers: [bank] })
  const start = async (outcome: TestOutcome) => {
    const reference = newId('checkout', house.clock.now())
    return must(await alone.begin({ reference, person, amount: yen(1000), method: 'test_card', outcome }))
  }
  const [shuffled, disputed, returned] = [await start('shuffled'), await start('chargeback'), await start('refund_returned')]
  must(await alone.refund({ payment: returned.id, refund: newId('refund', house.clock.now()), amount: yen(1000) }))
  house.clock.advance(3000)
  expect(later.length).toBe(4)
  for (const job of later) await poll(job as never)
  expect(await names(shuffled.reference)).toEqual(['payment.settled'])
  expect(await names(disputed.reference)).toEqual(['payment.settled', 'payment.chargeback'])
  expect(await names(returned.reference)).toEqual(['payment.settled', 'payment.refunded', 'payment.refund_failed'])
  expect(await alone.byReference(disputed.reference)).toMatchObject({ chargedBack: yen(1000) })
})
