import { afterEach, describe, expect, test } from 'vitest'
import { type Id, type ManualClock, minutes, money, must, newId } from '#base/kernel'
import type { Charge, PaymentProvider, ProviderAnswer, SignedWebhook } from '#rooms/payments'

export type Way = 'approve' | 'decline' | 'needs_action' | 'late_success' | 'late_failure' | 'refund_refused'

/** How a provider under test is made to answer in each way; the built-in one by its outcome, a real one by its test cards. */
export interface ProviderUnderTest {
  readonly provider: PaymentProvider
  readonly clock: ManualClock
  charge(way: Way, minor: number, capture?: 'now' | 'later'): Charge
  /** The payer's answer to `needs_action`, on the provider's own page or through `confirm`. */
  answer(charge: Charge, approve: boolean): Promise<ProviderAnswer>
  /** What the provider has sent about the charge so far, oldest first. */
  webhooks(charge: Charge): Promise<readonly SignedWebhook[]>
  /** The payer's bank disputes the charge, or decides. */
  dispute(charge: Charge, state: 'opened' | 'won' | 'lost'): Promise<SignedWebhook>
  /** The same body, rightly signed by somebody else. */
  foreign(webhook: SignedWebhook): SignedWebhook
  close?(): Promise<void>
}

export const chargeOf = (clock: ManualClock, method: string, parts: Partial<Charge> & { minor: number }): Charge => {
  const { minor, ...more } = parts
  const id: Id<'payment'> = newId('payment', clock.now())
  const reference = newId('checkout', clock.now())
  const plain = { capture: 'now', token: null, outcome: null, ref: null } as const
  return { id, reference, amount: money(minor, 'JPY'), method, created: clock.now(), ...plain, ...more }
}
const withRef = (charge: Charge, ref: string): Charge => ({ ...charge, ref })
const yen = (n: number) => money(n, 'JPY')

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
    const { provider, charge } = await make()
    const c = charge('approve', 1200)
    const first = await provider.start(c)
    expect(first).toMatchObject({ state: 'settled', amount: yen(1200) })
    expect(await provider.start(c)).toEqual(first)
    expect(await provider.status(withRef(c, first.ref))).toEqual(first)
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
  ] as const)('%s is pending first and %s later, after a restart too', async (way, state) => {
    const before = await make()
    const c = before.charge(way, 700)
    const asked = await before.provider.start(c)
    expect(asked.state).toBe('pending')
    const later = again(before)
    expect((await later.status(withRef(c, asked.ref))).state).toBe('pending')
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
    const { provider, charge } = await make()
    const c = charge('approve', 1000)
    const known = withRef(c, (await provider.start(c)).ref)
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
    const { provider, charge } = await make()
    const c = charge('refund_refused', 1000)
    const known = withRef(c, (await provider.start(c)).ref)
    const refused = await provider.refund(known, { id: 'rfd_000000e', amount: yen(1000) })
    expect(refused).toMatchObject({ state: 'failed', reason: expect.any(String) })
  })
}

function capturing(make: () => Promise<ProviderUnderTest>): void {
  test('authorised first, it is captured in parts up to the amount, each id once, and the total is told', async () => {
    const { provider, charge } = await make()
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
    const { provider, charge } = await make()
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
    const { provider, charge } = await make()
    const c = charge('approve', 1000, 'later')
    const known = withRef(c, (await provider.start(c)).ref)
    expect(await provider.void(known)).toEqual({ state: 'done' })
    expect((await provider.status(known)).state).toBe('failed')
    expect((await provider.capture(known, { id: 'cap_000000f', amount: yen(1) })).state).toBe('failed')
  })
}

function hearing(make: () => Promise<ProviderUnderTest>): void {
  test('its webhooks say what its answers say, under an id of their own', async () => {
    const { provider, charge, webhooks, clock } = await make()
    for (const [way, wait] of [
      ['approve', 0],
      ['late_success', 3000],
      ['late_failure', 3000],
    ] as const) {
      const c = charge(way, 900)
      const { ref } = await provider.start(c)
      clock.advance(wait)
      const known = withRef(c, ref)
      const told = await provider.status(known)
      const events = (await Promise.all((await webhooks(known)).map(w => provider.webhook(w)))).map(must)
      expect(new Set(events.map(e => e.id)).size).toBe(events.length)
      expect(events.filter(e => e.news.kind !== 'nothing').every(e => e.payment === c.id)).toBe(true)
      expect(events.map(e => e.news)).toContainEqual({ kind: 'answer', answer: told })
    }
  })
  test('a dispute is told when it is opened and when it is decided, under one id of the dispute', async () => {
    const { provider, charge, dispute } = await make()
    for (const end of ['won', 'lost'] as const) {
      const c = charge('approve', 900)
      const known = withRef(c, (await provider.start(c)).ref)
      const opened = must(await provider.webhook(await dispute(known, 'opened')))
      const ended = must(await provider.webhook(await dispute(known, end)))
      expect([opened.payment ?? (opened.ref && (await provider.paymentOf?.(opened.ref)))]).toEqual([c.id])
      expect(opened).toMatchObject({ news: { kind: 'chargeback', state: 'opened', amount: yen(900) } })
      expect(ended).toMatchObject({ news: { kind: 'chargeback', state: end, amount: yen(900) } })
      const ref = (e: typeof opened) => (e.news.kind === 'chargeback' ? e.news.ref : '')
      expect(ref(ended)).toBe(ref(opened))
      expect(ended.id).not.toBe(opened.id)
    }
  })
  test('a webhook that was changed, is old, is signed by another or not at all, or is no webhook, is refused', async () => {
    const { provider, charge, webhooks, foreign, clock } = await make()
    const c = charge('approve', 900)
    const known = withRef(c, (await provider.start(c)).ref)
    const [good] = await webhooks(known)
    if (!good) throw new Error('no webhook was sent')
    const head = Object.keys(good.headers).find(h => h.endsWith('signature')) as string
    const signature = String(good.headers[head])
    const changed = Buffer.from(good.raw)
    changed[changed.indexOf('900')] = 0x38
    const bad: readonly SignedWebhook[] = [
      { ...good, raw: Buffer.concat([good.raw, Buffer.from(' ')]) },
      { ...good, raw: changed },
      { ...good, raw: Buffer.alloc(0) },
      { ...good, headers: {} },
      { ...good, headers: { ...good.headers, [head]: '' } },
      { ...good, headers: { ...good.headers, [head]: `${signature.slice(0, -4)}AAA=` } },
      { ...good, headers: { ...good.headers, [head]: [signature, signature] } },
      { ...good, headers: { ...good.headers, [head]: 't=x,v1=y' } },
      foreign(good),
      { raw: Buffer.from('{"payment":'), headers: good.headers },
    ]
    for (const [i, webhook] of bad.entries())
      expect([i, await provider.webhook(webhook)]).toMatchObject([i, { code: 'webhook_forged' }])
    expect((await provider.webhook(good)).ok).toBe(true)
    clock.advance(minutes(6))
    expect(await provider.webhook(good)).toMatchObject({ code: 'webhook_forged' })
  })
}
