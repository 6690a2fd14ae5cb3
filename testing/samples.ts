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

/** Values that break the schema in one place each, with the name of how. */
export function* spoiled(schema: Schema): Generator<[string, unknown]> {
  const good = sample(schema) as Record<string, unknown>
  yield ['an unknown field', { ...good, surprise: 1 }]
  for (const key of schema.required ?? []) {
    const { [key]: _left, ...rest } = good
    yield [`without ${key}`, rest]
  }
  for (const [key, part] of Object.entries(schema.properties ?? {})) {
    yield [`${key} of a wrong type`, { ...good, [key]: part.type === 'object' || part.anyOf ? 17.5 : { wrong: true } }]
    if (part.maxLength !== undefined) yield [`${key} too long`, { ...good, [key]: 'x'.repeat(part.maxLength + 1) }]
    if (part.maximum !== undefined) yield [`${key} too large`, { ...good, [key]: part.maximum + 1 }]
  }
}
