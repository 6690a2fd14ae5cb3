import { createHash } from 'node:crypto'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { blockSize, padded, writeHeader } from './header.ts'

export interface ArchiveWriter {
  /** Adds a file of exactly `size` bytes and answers with its SHA-256 in hex. Fails when the body has another length. */
  add(
    name: string,
    body: Uint8Array | AsyncIterable<Uint8Array>,
    about: { readonly size: number; readonly mode?: number; readonly modified?: Date },
  ): Promise<string>
  /** Ends the archive, waits until it is on the disk and gives it its name. */
  finish(): Promise<void>
  /** Forgets what was written. */
  abandon(): Promise<void>
}

/** Writes a tar archive beside `path` and puts it there whole, or not at all. Readable by its owner alone. */
export async function writeArchive(path: string): Promise<ArchiveWriter> {
  const aside = `${path}.${process.pid}.part`
  const file = await open(aside, 'wx', 0o600)
  return {
    async add(name, body, { size, mode = 0o644, modified = new Date(0) }) {
      await writeAll(file, writeHeader({ name, size, mode, modified: modified.getTime() / 1000 }))
      const hash = createHash('sha256')
      let written = 0
      for await (const part of body instanceof Uint8Array ? [body] : body) {
        hash.update(part)
        written += part.length
        await writeAll(file, part)
      }
      if (written !== size) throw new Error(`${name} has ${written} bytes; ${size} were announced`)
      await writeAll(file, Buffer.alloc(padded(size) - size))
      return hash.digest('hex')
    },
    async finish() {
      await writeAll(file, Buffer.alloc(2 * blockSize))
      await file.sync()
      await file.close()
      await rename(aside, path)
    },
    async abandon() {
      await file.close().catch(() => undefined)
      await rm(aside, { force: true })
    },
  }
}

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten
}
