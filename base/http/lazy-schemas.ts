import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import addFormats from 'ajv-formats'
import fastJson from 'fast-json-stringify'
import type { RouteTable } from './route.ts'

const strict = new Ajv({ removeAdditional: false, coerceTypes: false, useDefaults: false, allErrors: true, strict: false })
const lenient = new Ajv({ removeAdditional: false, coerceTypes: 'array', useDefaults: false, allErrors: true, strict: false })
// @ts-expect-error the package's types describe its CommonJS shape only
for (const ajv of [strict, lenient]) addFormats(ajv)

/**
 * A route's schemas are compiled with its first request: all of them together are a second of every start, and most are not used for days. A
 * schema that can't be compiled is found by a test, which compiles all (compileAll).
 */
export function lazyValidator(part: 'body' | 'address', schema: object) {
  let compiled: ValidateFunction | undefined
  const validate = (data: unknown): boolean => {
    compiled ??= compileValidator(part, schema)
    const good = compiled(data) as boolean
    validate.errors = compiled.errors ?? null
    return good
  }
  validate.errors = null as ErrorObject[] | null
  return validate
}
export function lazyWriter(schema: object): (data: unknown) => string {
  let compiled: ((data: unknown) => string) | undefined
  return data => {
    compiled ??= fastJson(schema) as (data: unknown) => string
    return compiled(data)
  }
}
const compileValidator = (part: 'body' | 'address', schema: object) => (part === 'body' ? strict : lenient).compile(schema)

/** Compiles every schema of a table; throws at the first that is wrong. For tests. */
export function compileAll(table: RouteTable): void {
  for (const { body, query, params, reply } of Object.values(table)) {
    if (body) compileValidator('body', body)
    for (const schema of [query, params]) if (schema) compileValidator('address', schema)
    fastJson(reply)
  }
}
