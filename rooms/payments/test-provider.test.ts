import { ManualClock } from '#base/kernel'
import { chargeOf, paymentConformance, spoiledHeader } from '#testing/payment-conformance'
import type { SignedWebhook } from './provider.ts'
import { signWebhook } from './signed.ts'
import { createTestProvider } from './test-provider.ts'

const make = async () => {
  const clock = new ManualClock('2026-03-01T00:00:00Z')
  const provider = createTestProvider(clock)
  return {
    clock,
    provider,
    currency: 'JPY' as const,
    charge: (
      way: 'approve' | 'decline' | 'needs_action' | 'late_success' | 'late_failure' | 'refund_refused',
      minor: number,
      capture?: 'now' | 'later',
    ) => chargeOf(clock, 'test_card', { outcome: way, minor, capture: capture ?? 'now' }),
    answer: (charge: Parameters<typeof provider.start>[0], approve: boolean) => provider.confirm!(charge, approve),
    webhooks: async (charge: Parameters<typeof provider.start>[0]) => provider.due(charge),
    dispute: async (charge: Parameters<typeof provider.start>[0], state: 'opened' | 'won' | 'lost') =>
      provider.tell(
        charge,
        { kind: 'chargeback', state, ref: `dispute_${charge.id}`, amount: charge.amount },
        `evt_${charge.id}_${state}`,
      ),
    foreign: (w: { raw: Buffer }) => signWebhook('another secret', 'evt_1', clock.now(), w.raw),
    spoiled: (w: SignedWebhook) => spoiledHeader(w, '900'),
  }
}
paymentConformance('test', make, before => createTestProvider(before.clock))
