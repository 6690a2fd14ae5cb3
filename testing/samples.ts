/** A part of JSON Schema: what our route tables use. */
export interface Schema {
  readonly type?: string
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly Schema[]
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly minItems?: number
  readonly maxItems?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly pattern?: string
  readonly format?: string
}

/** A value that the schema accepts: required fields only, smallest sizes; ids are of the right kind but of nothing that exists. */
export function sample(schema: Schema): unknown {
  if (schema.enum) return schema.enum[0]
  if (schema.const !== undefined) return schema.const
  if (schema.anyOf) return sample(schema.anyOf[0] as Schema)
  if (schema.type === 'object')
    return Object.fromEntries((schema.required ?? []).map(k => [k, sample(schema.properties?.[k] as Schema)]))
  if (schema.type === 'array') return Array.from({ length: schema.minItems ?? 0 }, () => sample(schema.items as Schema))
  if (schema.type === 'integer' || schema.type === 'number')
    return Math.max(schema.minimum ?? 0, Math.min(schema.maximum ?? 1, 1))
  if (schema.type === 'boolean') return true
  return sampleText(schema)
}

function sampleText(schema: Schema): string {
  const id = /^\^([a-z]{3})_/.exec(schema.pattern ?? '')
  if (id) return `${id[1]}_0000000000zzzzzzzzzzzzzzzz`
  if (schema.pattern?.includes('[A-Z]{3}')) return 'JPY'
  if (schema.pattern?.includes('[0-9]')) return '100'
  if (schema.format === 'date-time') return '2026-01-01T00:00:00Z'
  return 'x'.repeat(Math.max(schema.minLength ?? 0, Math.min(schema.maxLength ?? 12, 12)))
}

/** Values that break the schema in one place each, at any depth, with the name of how. */
export function* spoiled(schema: Schema): Generator<[string, unknown]> {
  const good = sample(schema) as Record<string, unknown>
  yield ['an unknown field', { ...good, surprise: 1 }]
  for (const key of schema.required ?? []) {
    const { [key]: _left, ...rest } = good
    yield [`without ${key}`, rest]
  }
  for (const [key, part] of Object.entries(schema.properties ?? {}))
    for (const [how, value] of spoiledPart(part)) yield [`${key} ${how}`, { ...good, [key]: value }]
}

function* spoiledPart(part: Schema): Generator<[string, unknown]> {
  // Of a field that may be null, what it is otherwise.
  const inner = part.anyOf?.find(p => p.type !== 'null') ?? part
  yield ['of a wrong type', inner.type === 'object' || part.anyOf ? 17.5 : { wrong: true }]
  if (inner.type === 'object') for (const [how, value] of spoiled(inner)) yield [`with ${how}`, value]
  if (inner.type === 'array') {
    const item = inner.items as Schema
    for (const [how, value] of spoiledPart(item)) yield [`item ${how}`, [value]]
    if (inner.maxItems !== undefined) yield ['of too many', Array.from({ length: inner.maxItems + 1 }, () => sample(item))]
    if (inner.minItems) yield ['of too few', []]
  }
  if (inner.enum) yield ['of no known value', 'nonsense']
  if (inner.maxLength !== undefined) yield ['too long', 'x'.repeat(inner.maxLength + 1)]
  if (inner.minLength) yield ['too short', 'x'.repeat(inner.minLength - 1)]
  if (inner.pattern) yield ['of another form', '!']
  if (inner.format === 'date-time') yield ['of no date', 'yesterday']
  if (inner.maximum !== undefined) yield ['too large', inner.maximum + 1]
  if (inner.minimum !== undefined) yield ['too small', inner.minimum - 1]
  if (inner.type === 'integer') yield ['not whole', 1.5]
}

/** Texts of a query or a path that break the schema in one field each. An empty text in a path is another path, and left out. */
export function* spoiledTexts(schema: Schema): Generator<[string, Record<string, string>]> {
  const good = Object.fromEntries(
    Object.entries(sample(schema) as object).map(([key, value]) => [
      key,
      typeof value === 'object' ? JSON.stringify(value) : String(value),
    ]),
  )
  for (const [key, part] of Object.entries(schema.properties ?? {})) {
    const bad: Record<string, string> = {}
    if (part.type === 'integer' || part.type === 'number') bad['of a wrong type'] = 'many'
    if (part.type === 'boolean') bad['of a wrong type'] = 'perhaps'
    if (part.enum) bad['of no known value'] = 'nonsense'
    if (part.pattern) bad['of another form'] = '!'
    if (part.maxLength !== undefined) bad['too long'] = 'x'.repeat(part.maxLength + 1)
    if ((part.minLength ?? 0) > 1) bad['too short'] = 'x'.repeat((part.minLength as number) - 1)
    if (part.maximum !== undefined) bad['too large'] = String(part.maximum + 1)
    if (part.minimum !== undefined) bad['too small'] = String(part.minimum - 1)
    for (const [how, value] of Object.entries(bad)) yield [`${key} ${how}`, { ...good, [key]: value }]
  }
}
