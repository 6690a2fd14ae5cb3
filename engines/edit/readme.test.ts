import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as edit from './index.ts'

test('the example of the README runs, and every value that it shows is the one that comes out', () => {
  const code = /```ts\n([\s\S]*?)```/.exec(readFileSync(new URL('README.md', import.meta.url), 'utf8'))?.[1] ?? ''
  const lines = code.trim().split('\n')
  const script = lines.map(l => l.replace(/^(.*) \/\/ → (.*)$/, (_, value, says) => `shown.push([${value}, ${says}])`))
  const shown: [unknown, unknown][] = []
  new Function('shown', ...Object.keys(edit), script.join('\n'))(shown, ...Object.values(edit))
  expect(shown.length).toBe(2)
  for (const [is, says] of shown) expect(is).toBe(says)
})
