import { afterEach, describe, expect, test } from 'vitest'
import { type Currency, type Id, type ManualClock, type Money, money, must, newId } from '#base/kernel'
import type { Charge, PaymentProvider, ProviderAnswer, SignedWebhook } from '#rooms/payments'

export type Way = 'approve' | 'decline' | 'needs_action' | 'late_success' | 'late_failure' | 'refund_refused'

/** How a provider under test is made to answer in each way; the built-in one by its outcome, a real one by its test cards. */
export interface ProviderUnderTest {
  readonly provider: PaymentProvider
  readonly clock: ManualClock
  readonly currency: Currency
  charge(way: Way, minor: number, capture?: 'now' | 'later'): Charge
  /** The payer's answer to `needs_action`, on the provider's own page or through `confirm`; a no may be a closed order. */
  answer(charge: Charge, approve: boolean): Promise<ProviderAnswer>
  /** What the provider has sent about the charge so far, oldest first. */
  webhooks(charge: Charge): Promise<readonly SignedWebhook[]>
  /** The payer's bank disputes the charge, or decides; where the provider tells of disputes. */
  dispute?(charge: Charge, state: 'opened' | 'won' | 'lost'): Promise<SignedWebhook>
  /** The same body, rightly signed by somebody else. */
  foreign(webhook: SignedWebhook): SignedWebhook
  /** The webhook with other signatures: missing, empty, cut, of no form; and with another amount under the old one. */
  spoiled(webhook: SignedWebhook): readonly SignedWebhook[]
  close?(): Promise<void>
}

export const chargeOf = (
  clock: ManualClock,
  method: string,
  parts: Partial<Charge> & { minor: number; currency?: Currency },
): Charge => {
  const { minor, currency = 'JPY', ...more } = parts
  const id: Id<'payment'> = newId('payment', clock.now())
  const reference = newId('checkout', clock.now())
  const plain = { capture: 'now', token: null, outcome: null, ref: null, device: 'desktop', ip: null } as const
  return { id, reference, amount: money(minor, currency), method, created: clock.now(), ...plain, ...more }
}
const withRef = (charge: Charge, ref: string): Charge => ({ ...charge, ref })
/** The signature stands in a header: every way in which that header can be wrong. */
export function spoiledHeader(good: SignedWebhook, amount: string): readonly SignedWebhook[] {
  const head = Object.keys(good.headers).find(h => h.endsWith('signature')) as string
  const signature = String(good.headers[head])
  const changed = Buffer.from(good.raw)
  changed[changed.indexOf(amount)] = 0x38
  const values = ['', `${signature.slice(0, -4)}AAA=`, [signature, signature], 't=x,v1=y', 'WECHATPAY/SIGNTEST/1']
  return [
    { ...good, raw: changed },
    { ...good, headers: {} },
    ...values.map(value => ({ ...good, headers: { ...good.headers, [head]: value } })),
  ]
}

/** Starts a charge that shall be paid. Where the payer is always asked first, they say yes. */
async function paid(under: ProviderUnderTest, charge: Charge): Promise<ProviderAnswer> {
  const first = await under.provider.start(charge)
  if (!under.provider.traits.alwaysAsks || first.state !== 'needs_action') return first
  return under.answer(withRef(charge, first.ref), true)
}
const moneyOf =
  ({ currency }: ProviderUnderTest) =>
  (n: number): Money =>
    money(n, currency)

/** What every payment provider guarantees to the room. `make` gives a provider that knows nothing yet; `again` the same one after a restart. */
export function paymentConformance(
  name: string,
  make: () => Promise<ProviderUnderTest>,
  again: (before: ProviderUnderTest) => PaymentProvider,
): void {
  const made: ProviderUnderTest[] = []
  const fresh = async () => {
    const under = await make()
    made.push(under)
    return under
  }
  afterEach(async () => {
    for (const under of made.splice(0)) await under.close?.()
  })
  describe(`the payment provider ${name}`, () => {
    charging(fresh, again)
    givingBack(fresh)
    capturing(fresh)
    hearing(fresh)
  })
}

function charging(make: () => Promise<ProviderUnderTest>, again: (before: ProviderUnderTest) => PaymentProvider): void {
  test('settles the very amount that was asked for, and the same charge asked again is the same answer', async () => {
    const under = await make()
    const { provider, charge } = under
    const c = charge('approve', 1200)
    const first = await paid(under, c)
    expect(first).toMatchObject({ state: 'settled', amount: moneyOf(under)(1200) })
    expect(await provider.start(c)).toEqual(first)
    expect(await provider.status(withRef(c, first.ref))).toEqual(first)
  })
  test('what it says that it takes, it does; another currency fails before anything is asked', async () => {
    const { provider, charge, currency } = await make()
    const c = charge('approve', 1200)
    expect(provider.methods).toContain(c.method)
    expect(provider.traits.takes(c.method, currency)).toBe(true)
    if (provider.traits.takes(c.method, 'KES')) return
    const other = { ...c, amount: money(1200, 'KES' as Currency) }
    expect(await provider.start(other)).toMatchObject({ state: 'failed', reason: 'currency_unsupported' })
  })
  test('a declined charge fails with a reason and stays failed', async () => {
    const { provider, charge } = await make()
    const c = charge('decline', 1200)
    const first = await provider.start(c)
    expect(first).toMatchObject({ state: 'failed', reason: expect.any(String) })
    expect((await provider.start(c)).state).toBe('failed')
    expect((await provider.status(withRef(c, first.ref))).state).toBe('failed')
  })
  test.each([
    [true, 'settled'],
    [false, 'failed'],
  ])('a charge that asks ends by the answer %s as %s, and a second answer changes nothing', async (approve, state) => {
    const { provider, charge, answer } = await make()
    const c = charge('needs_action', 500)
    const asked = await provider.start(c)
    expect(asked.state).toBe('needs_action')
    const known = withRef(c, asked.ref)
    expect((await provider.status(known)).state).toBe('needs_action')
    expect((await answer(known, approve)).state).toBe(state)
    expect((await answer(known, !approve)).state).toBe(state)
    // What was said first is not what is true now.
    expect((await provider.start(c)).state).toBe(state)
  })
  test.each([
    ['late_success', 'settled'],
    ['late_failure', 'failed'],
  ] as const)('%s waits first and is %s later, after a restart too', async (way, state) => {
    const before = await make()
    const c = before.charge(way, 700)
    const asked = await before.provider.start(c)
    const waits = before.provider.traits.alwaysAsks ? 'needs_action' : 'pending'
    expect(asked.state).toBe(waits)
    const later = again(before)
    expect((await later.status(withRef(c, asked.ref))).state).toBe(waits)
    before.clock.advance(3000)
    expect((await later.status(withRef(c, asked.ref))).state).toBe(state)
  })
  test('cancelling ends a waiting charge, and tells of the money when it was faster', async () => {
    const { provider, charge, clock, answer } = await make()
    const asking = charge('needs_action', 500)
    const waiting = withRef(asking, (await provider.start(asking)).ref)
    expect((await provider.cancel(waiting)).state).toBe('failed')
    expect((await provider.cancel(waiting)).state).toBe('failed')
    expect((await answer(waiting, true)).state).toBe('failed')
    const late = charge('late_success', 500)
    const slow = withRef(late, (await provider.start(late)).ref)
    clock.advance(3000)
    expect((await provider.cancel(slow)).state).toBe('settled')
  })
}

function givingBack(make: () => Promise<ProviderUnderTest>): void {
  test('refunds once per id, never more than it settled, and nothing that was not settled', async () => {
    const under = await make()
    const { provider, charge } = under
    const yen = moneyOf(under)
    const c = charge('approve', 1000)
    const known = withRef(c, (await paid(under, c)).ref)
    const part = { id: 'rfd_000000a', amount: yen(600) }
    expect(await provider.refund(known, part)).toEqual({ state: 'done' })
    expect(await provider.refund(known, part)).toEqual({ state: 'done' })
    expect((await provider.refund(known, { id: 'rfd_000000b', amount: yen(401) })).state).toBe('failed')
    expect((await provider.refund(known, { id: 'rfd_000000c', amount: yen(400) })).state).toBe('done')
    const declined = charge('decline', 1000)
    await provider.start(declined)
    expect((await provider.refund(declined, { id: 'rfd_000000d', amount: yen(1) })).state).toBe('failed')
  })
  test('a refund that it refuses is a refusal with a reason, not a mistake', async () => {
    const under = await make()
    const { provider, charge } = under
    const c = charge('refund_refused', 1000)
    const known = withRef(c, (await paid(under, c)).ref)
    const refused = await provider.refund(known, { id: 'rfd_000000e', amount: moneyOf(under)(1000) })
    expect(refused).toMatchObject({ state: 'failed', reason: expect.any(String) })
  })
}

/** Where a provider can't hold money, the same promises read: nothing is charged in the hope of it, and there is nothing to take or to let go. */
async function holdsNothing({ provider, charge, currency }: ProviderUnderTest): Promise<void> {
  const c = charge('approve', 1000, 'later')
  const first = await provider.start(c)
  expect(first).toMatchObject({ state: 'failed', reason: 'capture_unsupported' })
  const known = withRef(c, first.ref)
  expect((await provider.status(known)).state).toBe('failed')
  const capture = { id: 'cap_000000z', amount: money(1, currency) }
  expect(await provider.capture(known, capture)).toEqual({ state: 'failed', reason: 'capture_unsupported' })
  expect(await provider.void(known)).toEqual({ state: 'failed', reason: 'capture_unsupported' })
}

function capturing(make: () => Promise<ProviderUnderTest>): void {
  test('authorised first, it is captured in parts up to the amount, each id once, and the total is told', async () => {
    const under = await make()
    const { provider, charge } = under
    if (!provider.traits.authorises) return holdsNothing(under)
    const yen = moneyOf(under)
    const c = charge('approve', 1000, 'later')
    const first = await provider.start(c)
    expect(first).toMatchObject({ state: 'authorised', amount: yen(1000) })
    const known = withRef(c, first.ref)
    expect(await provider.capture(known, { id: 'cap_000000a', amount: yen(300) })).toEqual({ state: 'done', captured: yen(300) })
    expect(await provider.status(known)).toMatchObject({ state: 'settled', amount: yen(300) })
    expect(await provider.capture(known, { id: 'cap_000000a', amount: yen(300) })).toEqual({ state: 'done', captured: yen(300) })
    expect((await provider.capture(known, { id: 'cap_000000b', amount: yen(701) })).state).toBe('failed')
    expect(await provider.capture(known, { id: 'cap_000000c', amount: yen(700) })).toEqual({ state: 'done', captured: yen(1000) })
    expect(await provider.status(known)).toMatchObject({ state: 'settled', amount: yen(1000) })
  })
  test('what is let go can’t be captured any more; what was captured stays and can be refunded, no more than that', async () => {
    const under = await make()
    const { provider, charge } = under
    if (!provider.traits.authorises) return holdsNothing(under)
    const yen = moneyOf(under)
    const c = charge('approve', 1000, 'later')
    const known = withRef(c, (await provider.start(c)).ref)
    await provider.capture(known, { id: 'cap_000000d', amount: yen(400) })
    expect(await provider.void(known)).toEqual({ state: 'done' })
    expect(await provider.void(known)).toEqual({ state: 'done' })
    expect((await provider.capture(known, { id: 'cap_000000e', amount: yen(1) })).state).toBe('failed')
    expect(await provider.status(known)).toMatchObject({ state: 'settled', amount: yen(400) })
    expect((await provider.refund(known, { id: 'rfd_000000f', amount: yen(401) })).state).toBe('failed')
    expect((await provider.refund(known, { id: 'rfd_000000g', amount: yen(400) })).state).toBe('done')
  })
  test('an authorisation that is let go whole takes no money', async () => {
    const under = await make()
    const { provider, charge } = under
    if (!provider.traits.authorises) return holdsNothing(under)
    const yen = moneyOf(under)
    const c = charge('approve', 1000, 'later')
    const known = withRef(c, (await provider.start(c)).ref)
    expect(await provider.void(known)).toEqual({ state: 'done' })
    expect((await provider.status(known)).state).toBe('failed')
    expect((await provider.capture(known, { id: 'cap_000000f', amount: yen(1) })).state).toBe('failed')
  })
}

function hearing(make: () => Promise<ProviderUnderTest>): void {
  test('its webhooks say what its answers say, under an id of their own', async () => {
    const under = await make()
    const { provider, charge, webhooks, clock } = under
    for (const [way, wait] of [
      ['approve', 0],
      ['late_success', 3000],
      ['late_failure', 3000],
    ] as const) {
      const c = charge(way, 900)
      const { ref } = await (way === 'approve' ? paid(under, c) : provider.start(c))
      clock.advance(wait)
      const known = withRef(c, ref)
      const told = await provider.status(known)
      const events = (await Promise.all((await webhooks(known)).map(w => provider.webhook(w)))).map(must)
      expect(new Set(events.map(e => e.id)).size).toBe(events.length)
      expect(events.filter(e => e.news.kind !== 'nothing').every(e => e.payment === c.id)).toBe(true)
      const ends = events.map(e => e.news)
      if (told.state === 'failed' && !provider.traits.tellsFailures) expect(ends).toEqual([])
      else expect(ends).toContainEqual({ kind: 'answer', answer: told })
    }
  })
  test('a dispute is told when it is opened and when it is decided, under one id; or the provider says that it tells none', async () => {
    const under = await make()
    const { provider, charge, dispute } = under
    expect(provider.traits.disputes).toBe(dispute !== undefined)
    for (const end of dispute ? (['won', 'lost'] as const) : []) {
      const c = charge('approve', 900)
      const known = withRef(c, (await paid(under, c)).ref)
      const opened = must(await provider.webhook((await dispute?.(known, 'opened')) as SignedWebhook))
      const ended = must(await provider.webhook((await dispute?.(known, end)) as SignedWebhook))
      expect([opened.payment ?? (opened.ref && (await provider.paymentOf?.(opened.ref)))]).toEqual([c.id])
      expect(opened).toMatchObject({ news: { kind: 'chargeback', state: 'opened', amount: moneyOf(under)(900) } })
      expect(ended).toMatchObject({ news: { kind: 'chargeback', state: end, amount: moneyOf(under)(900) } })
      const ref = (e: typeof opened) => (e.news.kind === 'chargeback' ? e.news.ref : '')
      expect(ref(ended)).toBe(ref(opened))
      expect(ended.id).not.toBe(opened.id)
    }
  })
  test('a webhook that was changed, is old, is signed by another or not at all, or is no webhook, is refused', async () => {
    const under = await make()
    const { provider, charge, webhooks, foreign, spoiled, clock } = under
    const c = charge('approve', 900)
    const known = withRef(c, (await paid(under, c)).ref)
    const [good] = await webhooks(known)
    if (!good) throw new Error('no webhook was sent')
    const bad: readonly SignedWebhook[] = [
      { ...good, raw: Buffer.concat([good.raw, Buffer.from(' ')]) },
      { ...good, raw: Buffer.alloc(0) },
      ...spoiled(good),
      foreign(good),
      { raw: Buffer.from('{"payment":'), headers: good.headers },
    ]
    for (const [i, webhook] of bad.entries())
      expect([i, await provider.webhook(webhook)]).toMatchObject([i, { code: 'webhook_forged' }])
    expect((await provider.webhook(good)).ok).toBe(true)
    clock.advance((provider.traits.webhookSeconds + 60) * 1000)
    expect(await provider.webhook(good)).toMatchObject({ code: 'webhook_forged' })
  })
}
