import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Stripe } from 'stripe'
import type { ManualClock } from '#base/kernel'
import type { SignedWebhook } from '#rooms/payments'
import { checkReply, contractVersion, type Operation, readForm, readRequest } from './contract.ts'
import { createWorld, type Fault, type World, Wrong } from './world.ts'

export { cards } from './world.ts'
export const webhookSecret = 'whsec_of_the_double'
export const apiKey = 'sk_test_double'

interface Answer {
  readonly status: number
  readonly body: unknown
}
interface Kept extends Answer {
  readonly request: string
}

/**
 * A stateful double of the part of Stripe that we use, on a port of this machine. Whatever comes in must be what Stripe's
 * published document takes, under its version, with a key; whatever goes out must be what it promises. It keeps idempotency
 * keys as Stripe does: the first answer again, errors of cards included; other words under a used key are refused.
 */
export async function startStripeDouble(clock: ManualClock) {
  const sent: { about: string; webhook: SignedWebhook }[] = []
  const world = createWorld(clock, (event, about) => sent.push({ about, webhook: signed(clock, event, webhookSecret) }))
  const keys = new Map<string, Kept>()
  const faults: string[] = []
  let breaking: 'before' | 'after' | null = null
  const server = createServer((request, response) => {
    void serve(request).then(
      ({ status, body, replayed }) => {
        if (breaking === 'after') return request.socket.destroy()
        const headers = {
          'content-type': 'application/json',
          'request-id': 'req_1',
          ...(replayed && { 'idempotent-replayed': 'true' }),
        }
        send(response, status, headers, body)
      },
      error => {
        faults.push(String(error))
        send(response, 500, {}, { error: { type: 'api_error', message: String(error) } })
      },
    )
  })
  async function serve(request: IncomingMessage): Promise<Answer & { replayed?: boolean }> {
    const raw = await textOf(request)
    if (breaking === 'before') {
      request.socket.destroy()
      return new Promise(() => {})
    }
    if (request.headers.authorization !== `Bearer ${apiKey}`) throw new Error('the key is missing')
    if (request.headers['stripe-version'] !== contractVersion)
      throw new Error(`version ${request.headers['stripe-version']} is not the document's`)
    const called = operationOf(request, raw)
    if ('wrong' in called) throw new Error(`${request.method} ${request.url}: ${called.wrong}`)
    const key = request.headers['idempotency-key'] as string | undefined
    if (request.method === 'POST' && !called.path.endsWith('/cancel') && !key)
      throw new Error(`${called.path} without an idempotency key`)
    const known = key ? keys.get(key) : undefined
    const asked = `${called.path} ${raw}`
    if (known && known.request !== asked) {
      const message = 'Keys for idempotent requests can only be used with the same parameters they were first used with.'
      return checked(called.operation, errorOf(400, { type: 'idempotency_error', message }))
    }
    if (known) return { ...known, replayed: true }
    const answer = checked(called.operation, perform(world, called))
    // Requests that Stripe could not read are not kept; whatever began to be carried out is.
    if (key && (answer.status < 400 || answer.status === 402)) keys.set(key, { ...structuredClone(answer), request: asked })
    return answer
  }
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    world,
    at: { host: '127.0.0.1', port: (server.address() as AddressInfo).port, protocol: 'http' as const },
    /** Requests that Stripe's document would not take, and answers of ours that it does not promise: must stay empty. */
    faults,
    /** Webhooks about a PaymentIntent, oldest first. */
    webhooks(ref: string): readonly SignedWebhook[] {
      world.settleLate()
      return sent.filter(s => s.about === ref).map(s => s.webhook)
    },
    sign: (event: object, secret = webhookSecret) => signed(clock, event, secret),
    /** `before`: requests get lost on the way. `after`: they are carried out, and the answer gets lost. */
    break(how: typeof breaking) {
      breaking = how
    },
    /** Stripe keeps idempotency keys for a day. */
    forgetKeys: () => keys.clear(),
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}
export type StripeDouble = Awaited<ReturnType<typeof startStripeDouble>>

interface Call {
  readonly operation: Operation
  readonly path: string
  readonly intent: string
  readonly value: Record<string, unknown>
}
function operationOf(request: IncomingMessage, raw: string): Call | { wrong: string } {
  const url = new URL(request.url ?? '/', 'http://double')
  const intent = /^\/v1\/payment_intents\/(pi_\w+)/.exec(url.pathname)?.[1] ?? ''
  const operation = `${request.method?.toLowerCase()} ${url.pathname.replace(intent || '\0', '{intent}')}` as Operation
  const form = readForm(request.method === 'GET' ? url.search.slice(1) : raw)
  // The document says what a search takes in its parameters, which are not in the pruned one.
  const read = operation === 'get /v1/payment_intents/search' ? { value: form } : readRequest(operation, form)
  return 'wrong' in read ? read : { operation, path: `${request.method} ${url.pathname}`, intent, value: read.value }
}

const errorOf = (status: number, fault: Fault): Answer => ({ status, body: { error: fault } })
function perform(world: World, { operation, intent, value }: Call): Answer {
  const work: Readonly<Record<Operation, () => unknown>> = {
    'post /v1/payment_intents': () => world.create(value),
    'get /v1/payment_intents/{intent}': () => world.find(intent),
    'get /v1/payment_intents/search': () => {
      const payment = /^metadata\['payment'\]:'(\w+)'$/.exec(String(value.query))?.[1] ?? ''
      return { object: 'search_result', data: world.search(payment), has_more: false, url: '/v1/payment_intents/search' }
    },
    'post /v1/payment_intents/{intent}/cancel': () => world.cancel(intent),
    'post /v1/payment_intents/{intent}/capture': () => world.capture(intent, value),
    'post /v1/refunds': () => world.refund(value),
  }
  try {
    return { status: 200, body: work[operation]() }
  } catch (error) {
    if (error instanceof Wrong) return errorOf(error.status, error.fault)
    throw error
  }
}
function checked(operation: Operation, answer: Answer): Answer {
  checkReply(operation, answer.status, answer.body)
  return answer
}

/** Signed by Stripe's own package, at the time of the house's clock. */
export function signed(clock: ManualClock, event: object, secret: string): SignedWebhook {
  const payload = JSON.stringify(event)
  const timestamp = Math.floor(clock.now().getTime() / 1000)
  const header = new Stripe(apiKey).webhooks.generateTestHeaderString({ payload, secret, timestamp })
  return { raw: Buffer.from(payload), headers: { 'stripe-signature': header } }
}
async function textOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}
function send(response: ServerResponse, status: number, headers: Record<string, string>, body: unknown): void {
  if (response.destroyed) return
  response.writeHead(status, headers)
  response.end(JSON.stringify(body))
}
