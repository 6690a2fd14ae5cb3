import { mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { describe, expect, test } from 'vitest'
import { localStorage, type Storage } from './index.ts'

/** Every storage passes this; the S3 one will be a second row. */
const storages: [string, () => { storage: Storage; root: string }][] = [
  [
    'local folder',
    () => {
      const root = mkdtempSync(join(tmpdir(), 'enishi-storage-'))
      return { storage: localStorage(root), root }
    },
  ],
]
describe.each(storages)('storage: %s', (_name, make) => {
  test('what was put is read back whole and by range', async () => {
    const { storage } = make()
    await storage.put('media/a/low.mp4', Buffer.from('0123456789'))
    expect(await text((await storage.open('media/a/low.mp4'))!.stream)).toBe('0123456789')
    expect(await text((await storage.open('media/a/low.mp4', { start: 2, end: 4 }))!.stream)).toBe('234')
    expect((await storage.stat('media/a/low.mp4'))?.bytes).toBe(10)
  })
  test('an object that broke off while it was written does not exist', async () => {
    const { storage, root } = make()
    const broken = Readable.from(
      (async function* () {
        yield 'half'
        throw new Error('network')
      })(),
    )
    await expect(storage.put('media/b', broken)).rejects.toThrow('network')
    expect(await storage.open('media/b')).toBeNull()
    expect(readdirSync(join(root, 'media'))).toEqual([])
  })
  test('removing a prefix removes all below it', async () => {
    const { storage } = make()
    await storage.put('media/c/1', Buffer.from('x'))
    await storage.put('media/c/2', Buffer.from('y'))
    await storage.remove('media/c')
    expect(await storage.stat('media/c/1')).toBeNull()
  })
  test.each(['../x', 'a/../../x', '/etc/passwd', 'A', 'a//b', '', 'a/.hidden'])('the key %j is refused', async key => {
    const { storage } = make()
    await expect(storage.put(key, Buffer.from('x'))).rejects.toThrow('bad storage key')
  })
})
