import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { money } from '#base/kernel'
import * as trade from './index.ts'

test('the example of the README runs, and every value that it shows is the one that comes out', () => {
  const text = readFileSync(new URL('README.md', import.meta.url), 'utf8')
  const code = /```ts\n([\s\S]*?)```/.exec(text)?.[1] ?? ''
  const shown: [is: unknown, says: string][] = []
  const lines = code.trim().split('\n')
  expect(lines.length).toBeLessThanOrEqual(10)
  const script = lines.map(l =>
    l.replace(/^(.*) \/\/ → (.*)$/, (_, value, says) => `shown.push([${value}, ${JSON.stringify(says)}])`),
  )
  const doors = Object.entries(trade)
  const run = new Function('shown', 'money', ...doors.map(([name]) => name), script.join('\n'))
  run(shown, money, ...doors.map(([, value]) => value))
  expect(shown.length).toBe(3)
  expect(shown.map(([is]) => String(is))).toEqual(shown.map(([, says]) => says))
})
