import { createReadStream, createWriteStream } from 'node:fs'
import { copyFile, mkdir, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

/** Objects by key (`media/med_…/low.mp4`). Keys are ours: lower-case letters, digits, `._-/`, never from a person's file name. */
export interface Storage {
  put(key: string, body: Readable | Uint8Array): Promise<{ bytes: number }>
  /** Takes over a finished local file; the fast way in for what ffmpeg made. */
  adopt(key: string, path: string): Promise<{ bytes: number }>
  /** A stream of the bytes, both ends inclusive; null when there is no such object. */
  open(key: string, range?: { start: number; end: number }): Promise<{ stream: Readable; bytes: number } | null>
  stat(key: string): Promise<{ bytes: number; modified: Date } | null>
  remove(prefix: string): Promise<void>
  /** A local path that a program may read; null where the storage has none. */
  pathOf(key: string): string | null
}

const goodKey = /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/

/** The default: a folder. Files appear whole or not at all (written aside, then renamed). */
export function localStorage(root: string): Storage {
  const base = resolve(root)
  const place = (key: string) => {
    if (!goodKey.test(key) || key.includes('..')) throw new Error(`bad storage key: ${key}`)
    const path = join(base, key)
    if (!path.startsWith(base + sep)) throw new Error(`bad storage key: ${key}`)
    return path
  }
  const sizeOf = async (path: string) => ({ bytes: (await stat(path)).size })
  return {
    async put(key, body) {
      const path = place(key)
      await mkdir(dirname(path), { recursive: true })
      const aside = `${path}.${process.pid}.${Math.trunc(performance.now() * 1000)}.part`
      try {
        const out = createWriteStream(aside)
        if (body instanceof Uint8Array) await new Promise<void>((done, fail) => out.on('error', fail).end(body, () => done()))
        else await pipeline(body, out)
        await rename(aside, path)
      } catch (error) {
        await rm(aside, { force: true })
        throw error
      }
      return sizeOf(path)
    },
    async adopt(key, path) {
      const to = place(key)
      await mkdir(dirname(to), { recursive: true })
      await rename(path, to).catch(async () => {
        await copyFile(path, `${to}.part`)
        await rename(`${to}.part`, to)
        await rm(path, { force: true })
      })
      return sizeOf(to)
    },
    async open(key, range) {
      const info = await stat(place(key)).catch(() => null)
      if (!info?.isFile()) return null
      return { stream: createReadStream(place(key), range), bytes: info.size }
    },
    async stat(key) {
      const info = await stat(place(key)).catch(() => null)
      return info?.isFile() ? { bytes: info.size, modified: info.mtime } : null
    },
    async remove(prefix) {
      await rm(place(prefix), { recursive: true, force: true })
      const parent = dirname(place(prefix))
      if (parent !== base && (await readdir(parent).catch(() => ['?'])).length === 0)
        await rm(parent, { recursive: true, force: true })
    },
    pathOf: key => place(key),
  }
}
