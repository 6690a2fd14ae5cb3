import { expect, test } from 'vitest'
import { compileAll, defineRoutes, obj, text } from '#base/http'
import { wires } from './wires.ts'

test.each(wires.map(w => [w.tag, w.table] as const))(
  'the schemas of %s compile, which the server finds out with the first request only',
  (_, table) => {
    compileAll(table)
  },
)

test('a schema that can’t be compiled is found', () => {
  const reply = obj({ name: text(10) })
  const body = { ...obj({ name: text(10) }), type: 'nothing of that kind' } as never
  expect(() => compileAll(defineRoutes({ 'POST /v1/things': { summary: 'a thing', who: 'anyone', body, reply } }))).toThrow()
})
