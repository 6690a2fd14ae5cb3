import { ManualClock } from '#base/kernel'
import { chargeOf, paymentConformance } from '#testing/payment-conformance'
import { createTestProvider } from './test-provider.ts'

const make = () => {
  const clock = new ManualClock('2026-03-01T00:00:00Z')
  return {
    clock,
    provider: createTestProvider(clock),
    charge: (way: Parameters<typeof chargeOf>[2], minor: number) => chargeOf(clock, 'test_card', way, minor),
  }
}
paymentConformance('test', make, before => createTestProvider(before.clock))
