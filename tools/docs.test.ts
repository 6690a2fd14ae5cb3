import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { settingsPage } from './print-settings.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const pages = [
  'README.md',
  'ARCHITECTURE.md',
  'CONTRIBUTING.md',
  'docs/failure-modes.md',
  'docs/benchmarks.md',
  ...readdirSync(join(root, 'docs/decisions')).map(f => `docs/decisions/${f}`),
]

test('docs/configuration.md says what the table of settings says', () => {
  expect(readFileSync(join(root, 'docs/configuration.md'), 'utf8')).toBe(settingsPage())
})
test.each(pages)('every link of %s leads somewhere', page => {
  const text = readFileSync(join(root, page), 'utf8')
  const links = [...text.matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(m => m[1] as string).filter(l => !l.startsWith('http'))
  expect(links.filter(l => !existsSync(join(root, dirname(page), l)))).toEqual([])
})
test('the README stays under 100 lines', () => {
  expect(readFileSync(join(root, 'README.md'), 'utf8').split('\n').length).toBeLessThan(100)
})
test('every room has a README of at most 25 lines', () => {
  for (const room of readdirSync(join(root, 'rooms')))
    expect([room, readFileSync(join(root, 'rooms', room, 'README.md'), 'utf8').split('\n').length <= 25]).toEqual([room, true])
})
