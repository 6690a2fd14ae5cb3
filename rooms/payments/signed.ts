import { createHmac, timingSafeEqual } from 'node:crypto'
import { ok, type Result, refuse } from '#base/kernel'
import type { SignedWebhook } from './provider.ts'

/** A webhook older or younger than this is not heard: whoever caught one can't use it tomorrow. */
const toleranceSeconds = 300

const mac = (secret: string, id: string, seconds: string, raw: Buffer): Buffer =>
  createHmac('sha256', secret).update(`${id}.${seconds}.`).update(raw).digest()

/** Signs as Standard Webhooks says (standardwebhooks.com): `v1,` and the base64 of HMAC-SHA256 over `id.seconds.body`. */
export function signWebhook(secret: string, id: string, at: Date, raw: Buffer): SignedWebhook {
  const seconds = String(Math.floor(at.getTime() / 1000))
  return {
    raw,
    headers: {
      'webhook-id': id,
      'webhook-timestamp': seconds,
      'webhook-signature': `v1,${mac(secret, id, seconds, raw).toString('base64')}`,
    },
  }
}

/** The id of a webhook whose signature holds now; several signatures may stand there while a secret is changed. */
export function verifyWebhook(secret: string, { raw, headers }: SignedWebhook, now: Date): Result<string, 'webhook_forged'> {
  const forged = refuse('webhook_forged', 'The signature of this webhook does not hold')
  const { 'webhook-id': id, 'webhook-timestamp': seconds, 'webhook-signature': signatures } = headers
  if (typeof id !== 'string' || typeof seconds !== 'string' || typeof signatures !== 'string') return forged
  if (!/^\d{1,12}$/.test(seconds) || Math.abs(now.getTime() / 1000 - Number(seconds)) > toleranceSeconds) return forged
  const wanted = mac(secret, id, seconds, raw)
  const holds = signatures.split(' ').some(signature => {
    if (!signature.startsWith('v1,')) return false
    const given = Buffer.from(signature.slice(3), 'base64')
    return given.length === wanted.length && timingSafeEqual(given, wanted)
  })
  return holds ? ok(id) : forged
}
