import { Ajv, type ValidateFunction } from 'ajv'

/** Shapes of a provider's messages as its documents give them; an unknown field is a fault. A `?` at a name's end: not required. */
export type Shape = Readonly<Record<string, object>>
const ajv = new Ajv({ allErrors: true, strict: false })

export function object(fields: Shape): object {
  const names = Object.keys(fields)
  return {
    type: 'object',
    additionalProperties: false,
    required: names.filter(n => !n.endsWith('?')),
    properties: Object.fromEntries(names.map(n => [n.replace('?', ''), fields[n] as object])),
  }
}
export const text = (max: number, pattern?: string) => ({
  type: 'string',
  minLength: 1,
  maxLength: max,
  ...(pattern && { pattern }),
})
export const one = (...values: readonly string[]) => ({ enum: values })
/** `2015-05-20T13:29:35+08:00` */
export const rfc3339 = text(64, '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\+08:00$')
export const chinaTime = text(19, '^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}$')

/** Throws when `value` is not of the shape. */
export function checker(shapes: Readonly<Record<string, object>>) {
  const compiled = new Map<string, ValidateFunction>()
  return (name: string, value: unknown): void => {
    const shape = shapes[name]
    if (!shape) throw new Error(`no document has ${name}`)
    const valid = compiled.get(name) ?? ajv.compile(shape)
    compiled.set(name, valid)
    if (!valid(value)) throw new Error(`${name}: ${ajv.errorsText(valid.errors)} in ${JSON.stringify(value)}`)
  }
}
