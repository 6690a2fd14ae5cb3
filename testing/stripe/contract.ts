import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'

/** Stripe's published OpenAPI document, pruned by tools/prune-stripe.ts to what we use of it. */
const contract = JSON.parse(readFileSync(new URL('./contract.json', import.meta.url), 'utf8')) as {
  version: string
  requests: Record<string, object>
  replies: Record<string, object>
  $defs: Record<string, object>
}
export const contractVersion = contract.version
export type Operation =
  | 'post /v1/payment_intents'
  | 'get /v1/payment_intents/search'
  | 'get /v1/payment_intents/{intent}'
  | 'post /v1/payment_intents/{intent}/cancel'
  | 'post /v1/payment_intents/{intent}/capture'
  | 'post /v1/refunds'

// Forms know texts only: a request's numbers and flags are read from them as the document says. Replies are JSON.
const forms = new Ajv({ strict: false, coerceTypes: true, allErrors: true })
const replies = new Ajv({ strict: false, allErrors: true })
const compiled = new Map<string, ValidateFunction>()
function validator(ajv: Ajv, name: string, schema: object): ValidateFunction {
  const known = compiled.get(name)
  if (known) return known
  const made = ajv.compile({ ...schema, $defs: contract.$defs })
  compiled.set(name, made)
  return made
}

/** The request as the document reads it, or what is wrong with it. */
export function readRequest(
  operation: Operation,
  form: Record<string, unknown>,
): { value: Record<string, unknown> } | { wrong: string } {
  const valid = validator(forms, `request ${operation}`, contract.requests[operation] as object)
  const value = structuredClone(form)
  return valid(value) ? { value } : { wrong: forms.errorsText(valid.errors, { dataVar: 'request' }) }
}

/** Throws when our double answers something that Stripe would not. */
export function checkReply(operation: Operation | 'error', status: number, body: unknown): void {
  const schema = status < 400 ? contract.replies[operation] : { $ref: '#/$defs/error' }
  check(`reply ${status < 400 ? operation : 'error'}`, schema as object, body)
}
export function checkObject(name: 'event' | 'payment_intent' | 'refund' | 'dispute', body: unknown): void {
  check(`object ${name}`, { $ref: `#/$defs/${name}` }, body)
}
function check(name: string, schema: object, body: unknown): void {
  const valid = validator(replies, name, schema)
  if (!valid(body)) throw new Error(`the double's ${name} is not Stripe's: ${replies.errorsText(valid.errors)}`)
}

/** `a[b][0]=c` as {a: {b: ['c']}}, as Stripe reads its forms. */
export function readForm(text: string): Record<string, unknown> {
  const root: Record<string, unknown> = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const keys = name.replaceAll(']', '').split('[')
    let at = root
    for (const key of keys.slice(0, -1)) at = (at[key] ??= {}) as Record<string, unknown>
    at[keys.at(-1) as string] = value
  }
  return lists(root) as Record<string, unknown>
}
function lists(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, part]) => [key, lists(part)] as const)
  const isList = entries.length > 0 && entries.every(([key], i) => key === String(i))
  return isList ? entries.map(([, part]) => part) : Object.fromEntries(entries)
}
