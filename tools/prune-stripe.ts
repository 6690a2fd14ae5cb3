import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Makes testing/stripe/contract.json out of Stripe's published OpenAPI document (MIT): only the operations that the adapter
 * uses, the objects that webhooks carry, and the ways to pay that we offer; as JSON Schema that knows no other fields.
 *
 *   go mod download -json github.com/stripe/stripe-mock@v0.203.0     says the folder
 *   node tools/prune-stripe.ts <folder>/embedded/openapi/spec3.json
 */
const operations = [
  'post /v1/payment_intents',
  'get /v1/payment_intents/search',
  'get /v1/payment_intents/{intent}',
  'post /v1/payment_intents/{intent}/cancel',
  'post /v1/payment_intents/{intent}/capture',
  'post /v1/refunds',
] as const
/** What events carry. */
const objects = ['event', 'payment_intent', 'refund', 'dispute', 'error'] as const
/** Of the many ways to pay, only these are kept where a schema lists one property for each. */
const ways = new Set(['card', 'alipay', 'wechat_pay'])
const others =
  /^(acss_debit|affirm|afterpay_clearpay|alma|amazon_pay|au_becs|bacs_debit|bancontact|billie|bizum|blik|boleto|card_present|cashapp|crypto|customer_balance|eps|fpx|giropay|gopay|grabpay|ideal|interac|kakao_pay|klarna|konbini|kr_card|kriya|link|mb_way|mobilepay|mondu|multibanco|naver_pay|ng_|nz_bank|oxxo|p24|pay_by_bank|payco|paynow|paypal|paypay|payto|pix|promptpay|qris|rechnung|revolut_pay|samsung_pay|satispay|scalapay|sepa_debit|shopeepay|sofort|stripe_balance|sunbit|swish|tamara|twint|upi|us_bank|vipps|wechat|zip)/

type Json = { [key: string]: unknown }
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
const dropped = new Set([
  'description',
  'title',
  'example',
  'deprecated',
  'format',
  'nullable',
  'x-expansionResources',
  'x-expandableFields',
])
const needed = new Set<string>()

/** OpenAPI 3.0 as JSON Schema: null where it may be null, ids in place of what we never expand, no unknown fields. */
function schemaOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(schemaOf)
  if (!isObject(value)) return value
  if (typeof value.$ref === 'string') {
    const name = value.$ref.split('/').at(-1) as string
    needed.add(name)
    return value.nullable ? { anyOf: [{ $ref: `#/$defs/${name}` }, { type: 'null' }] } : { $ref: `#/$defs/${name}` }
  }
  if (value['x-expansionResources']) return value.nullable ? { type: ['string', 'null'] } : { type: 'string' }
  const out: Json = {}
  for (const [key, part] of Object.entries(value)) {
    if (dropped.has(key) || key.startsWith('x-')) continue
    if (key === 'properties' && isObject(part)) out.properties = propertiesOf(part)
    else out[key] = key === 'enum' || key === 'required' ? part : schemaOf(part)
  }
  if (out.type === 'object' && isObject(out.properties) && !('additionalProperties' in out)) out.additionalProperties = false
  if (!value.nullable) return out
  if (isObject(out) && Array.isArray(out.anyOf)) return { ...out, anyOf: [...out.anyOf, { type: 'null' }] }
  if (Array.isArray(out.enum)) return { ...out, type: [out.type, 'null'], enum: [...out.enum, null] }
  return { ...out, type: [out.type, 'null'] }
}
const propertiesOf = (properties: Json): Json =>
  Object.fromEntries(
    Object.entries(properties)
      .filter(([name]) => ways.has(name) || name === 'wechat_pay_display_qr_code' || !others.test(name))
      .map(([name, schema]) => [name, schemaOf(schema)]),
  )

const source = process.argv[2]
if (!source) throw new Error('node tools/prune-stripe.ts <spec3.json of Stripe>')
const document = JSON.parse(readFileSync(source, 'utf8')) as {
  info: { version: string }
  paths: Record<string, Record<string, Json>>
  components: { schemas: Record<string, Json> }
}
const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((v, key) => (isObject(v) ? v[key] : undefined), value)
const requests: Json = {}
const replies: Json = {}
for (const operation of operations) {
  const [method, path] = operation.split(' ') as [string, string]
  const found = document.paths[path]?.[method]
  requests[operation] = schemaOf(
    at(found, 'requestBody', 'content', 'application/x-www-form-urlencoded', 'schema') ?? { type: 'object' },
  )
  replies[operation] = schemaOf(at(found, 'responses', '200', 'content', 'application/json', 'schema'))
}
for (const name of objects) needed.add(name)
const $defs: Json = {}
for (let before = -1; before !== needed.size; ) {
  before = needed.size
  for (const name of [...needed]) $defs[name] ??= schemaOf(document.components.schemas[name])
}
const out = fileURLToPath(new URL(join('..', 'testing', 'stripe', 'contract.json'), import.meta.url))
writeFileSync(out, `${JSON.stringify({ version: document.info.version, requests, replies, $defs })}\n`)
console.log(`${out}: ${document.info.version}, ${Object.keys($defs).length} objects`)
