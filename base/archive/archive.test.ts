import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { seeded } from '#base/kernel'
import { readHeader, writeHeader } from './header.ts'
import { listArchive, readEntry, writeArchive } from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'enishi-archive-'))
afterAll(() => rmSync(folder, { recursive: true }))
const bytesOf = async (path: string, name: string): Promise<Buffer> => {
  const entry = (await listArchive(path)).find(e => e.name === name)
  const parts: Buffer[] = []
  if (entry) for await (const part of readEntry(path, entry)) parts.push(part)
  return Buffer.concat(parts)
}

test('what was put in comes out again, whatever its length, and tar reads it too', async () => {
  const seed = 20_261_125
  const random = seeded(seed)
  const path = join(folder, 'some.tar')
  const long = `files/storage/media/${'m'.repeat(90)}/low.mp4`
  const bodies = new Map<string, Buffer>()
  for (const [i, size] of [0, 1, 511, 512, 513, 400_000].entries())
    bodies.set(i === 3 ? long : `part/${i}`, Buffer.from(Array.from({ length: size }, () => Math.floor(random() * 256))))
  const archive = await writeArchive(path)
  for (const [name, body] of bodies) await archive.add(name, body, { size: body.length, mode: 0o600 })
  await archive.finish()
  expect([seed, (await listArchive(path)).map(e => [e.name, e.size, e.mode])]).toEqual([
    seed,
    [...bodies].map(([name, body]) => [name, body.length, 0o600]),
  ])
  for (const [name, body] of bodies) expect((await bytesOf(path, name)).equals(body)).toBe(true)
  execFileSync('tar', ['-xf', path, '-C', folder])
  for (const [name, body] of bodies) expect(readFileSync(join(folder, name)).equals(body)).toBe(true)
  expect(statSync(path).mode & 0o777).toBe(0o600)
})
test('a file over 8 GiB keeps its size in its header', () => {
  const header = { name: 'big', size: 9 * 2 ** 30 + 7, mode: 0o644, modified: 1 }
  expect(readHeader(writeHeader(header))).toEqual(header)
})
test('an archive appears whole or not at all', async () => {
  const path = join(folder, 'never.tar')
  const archive = await writeArchive(path)
  await expect(archive.add('a', Buffer.from('abc'), { size: 4 })).rejects.toThrow('3 bytes')
  await archive.abandon()
  expect(existsSync(path)).toBe(false)
})
test('an archive that is cut off, or is none, is said to be so', async () => {
  const path = join(folder, 'cut.tar')
  const archive = await writeArchive(path)
  await archive.add('a', Buffer.alloc(2000), { size: 2000 })
  await archive.finish()
  truncateSync(path, 1500)
  await expect(listArchive(path)).rejects.toThrow('cut off')
  await expect(listArchive(new URL(import.meta.url).pathname)).rejects.toThrow('not the header')
})
