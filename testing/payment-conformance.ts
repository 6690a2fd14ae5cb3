import { describe, expect, test } from 'vitest'
import { type Id, type ManualClock, money, newId } from '#base/kernel'
import type { Charge, PaymentProvider } from '#rooms/payments'

/** How a provider under test is made to answer in each way; the built-in one by its outcome, a real one by its test cards. */
export interface ProviderUnderTest {
  readonly provider: PaymentProvider
  readonly clock: ManualClock
  charge(way: 'approve' | 'decline' | 'needs_action' | 'late_success' | 'late_failure', minor: number): Charge
}

export const chargeOf = (clock: ManualClock, method: string, outcome: Charge['outcome'], minor: number): Charge => {
  const id: Id<'payment'> = newId('payment', clock.now())
  return { id, amount: money(minor, 'JPY'), method, outcome, created: clock.now(), ref: null }
}
const withRef = (charge: Charge, ref: string): Charge => ({ ...charge, ref })

/** What every payment provider guarantees to the room. `make` gives a provider that knows nothing yet; `again` the same one after a restart. */
export function paymentConformance(
  name: string,
  make: () => ProviderUnderTest,
  again: (before: ProviderUnderTest) => PaymentProvider,
): void {
  describe(`the payment provider ${name}`, () => {
    test('settles the very amount that was asked for, and the same charge asked again is the same answer', async () => {
      const { provider, charge } = make()
      const c = charge('approve', 1200)
      const first = await provider.start(c)
      expect(first).toMatchObject({ state: 'settled', amount: money(1200, 'JPY') })
      expect(await provider.start(c)).toEqual(first)
      expect(await provider.status(withRef(c, first.ref))).toEqual(first)
    })
    test('a declined charge fails with a reason and stays failed', async () => {
      const { provider, charge } = make()
      const c = charge('decline', 1200)
      const first = await provider.start(c)
      expect(first).toMatchObject({ state: 'failed', reason: expect.any(String) })
      expect((await provider.status(withRef(c, first.ref))).state).toBe('failed')
    })
    test.each([
      [true, 'settled'],
      [false, 'failed'],
    ])('a charge that asks ends by the answer %s as %s, and a second answer changes nothing', async (approve, state) => {
      const { provider, charge } = make()
      const c = charge('needs_action', 500)
      const asked = await provider.start(c)
      expect(asked.state).toBe('needs_action')
      if (!provider.confirm) return
      const known = withRef(c, asked.ref)
      expect((await provider.confirm(known, approve)).state).toBe(state)
      expect((await provider.confirm(known, !approve)).state).toBe(state)
    })
    test.each([
      ['late_success', 'settled'],
      ['late_failure', 'failed'],
    ] as const)('%s is pending first and %s later, after a restart too', async (way, state) => {
      const before = make()
      const c = before.charge(way, 700)
      const asked = await before.provider.start(c)
      expect(asked.state).toBe('pending')
      const later = again(before)
      expect((await later.status(withRef(c, asked.ref))).state).toBe('pending')
      before.clock.advance(3000)
      expect((await later.status(withRef(c, asked.ref))).state).toBe(state)
    })
    test('cancelling ends a waiting charge, and tells of the money when it was faster', async () => {
      const { provider, charge, clock } = make()
      const asking = charge('needs_action', 500)
      const waiting = withRef(asking, (await provider.start(asking)).ref)
      expect((await provider.cancel(waiting)).state).toBe('failed')
      if (provider.confirm) expect((await provider.confirm(waiting, true)).state).toBe('failed')
      const late = charge('late_success', 500)
      const slow = withRef(late, (await provider.start(late)).ref)
      clock.advance(3000)
      expect((await provider.cancel(slow)).state).toBe('settled')
    })
    test('refunds once per id, never more than it settled, and nothing that was not settled', async () => {
      const { provider, charge } = make()
      const c = charge('approve', 1000)
      const known = withRef(c, (await provider.start(c)).ref)
      const part = { id: 'rfd_000000a', amount: money(600, 'JPY') }
      expect(await provider.refund(known, part)).toEqual({ state: 'done' })
      expect(await provider.refund(known, part)).toEqual({ state: 'done' })
      expect((await provider.refund(known, { id: 'rfd_000000b', amount: money(401, 'JPY') })).state).toBe('failed')
      expect((await provider.refund(known, { id: 'rfd_000000c', amount: money(400, 'JPY') })).state).toBe('done')
      const declined = charge('decline', 1000)
      await provider.start(declined)
      expect((await provider.refund(declined, { id: 'rfd_000000d', amount: money(1, 'JPY') })).state).toBe('failed')
    })
  })
}
