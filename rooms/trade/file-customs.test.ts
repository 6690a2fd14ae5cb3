import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { createFileCustoms } from './file-customs.ts'

const folder = mkdtempSync(join(tmpdir(), 'enishi-customs-'))
afterAll(() => rmSync(folder, { recursive: true }))
const customs = createFileCustoms(folder)
const now = new Date('2026-03-01T00:00:00Z')

test('a message lies in out/ for the owner only', async () => {
  await customs.send({ code: 311, key: 'k', guid: 'G', orderNo: '1', xml: '<a/>' })
  expect(readdirSync(join(folder, 'out'))).toEqual(['CEB311_G.xml'])
  expect(statSync(join(folder, 'out', 'CEB311_G.xml')).mode & 0o777).toBe(0o600)
})
test('a receipt that could not be heard stays in in/ and comes again; those beside it are heard all the same', async () => {
  mkdirSync(join(folder, 'in'))
  for (const name of ['a', 'b']) writeFileSync(join(folder, 'in', `${name}.xml`), name)
  const heard: string[] = []
  const hear = (can: (xml: string) => boolean) => customs.receipts(now, async xml => can(xml) && heard.push(xml) > 0)
  await hear(xml => xml !== 'a')
  expect([heard, readdirSync(join(folder, 'in'))]).toEqual([['b'], ['a.xml']])
  await hear(() => true)
  expect([heard, readdirSync(join(folder, 'in'))]).toEqual([['b', 'a'], []])
})
