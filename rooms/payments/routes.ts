import { bind, type RouteSet } from '#base/http'
import { ok } from '#base/kernel'
import type { Payments } from './index.ts'
import { wireOf } from './payment.ts'
import { wire } from './wire.ts'

export const paymentsRoutes = (payments: Payments): RouteSet =>
  bind('payments', wire, {
    'GET /v1/payment-methods': async ({ query }) => ({ items: [...payments.methods(query)], cardKey: payments.cardKey }),
    'GET /v1/payments/{id}': async ({ caller, params }) => {
      const found = await payments.mine(caller, params.id)
      return found.ok ? ok(wireOf(found.value)) : found
    },
    'POST /v1/payments/{id}/check': async ({ caller, params }) => {
      const checked = await payments.check(caller, params.id)
      return checked.ok ? ok(wireOf(checked.value)) : checked
    },
    'POST /v1/payments/{id}/confirm': async ({ caller, params, body }) => {
      const answered = await payments.confirm(caller, params.id, body.approve === 'yes')
      return answered.ok ? ok(wireOf(answered.value)) : answered
    },
  })
