import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { blockSize, type Header, padded, readHeader } from './header.ts'

export interface Entry extends Header {
  /** Where the body begins in the archive. */
  readonly offset: number
}

/** The entries of a tar archive, in their order, without reading their bodies. Throws when the archive is cut off, is none, or holds anything between its files. */
export async function listArchive(path: string): Promise<Entry[]> {
  const file = await open(path, 'r')
  try {
    const { size: whole } = await file.stat()
    const entries: Entry[] = []
    const block = Buffer.alloc(blockSize)
    for (let at = 0; ; ) {
      if ((await file.read(block, 0, blockSize, at)).bytesRead < blockSize) throw new Error('the archive is cut off')
      const header = readHeader(block)
      if (header === null) return entries
      const offset = at + blockSize
      at = offset + padded(header.size)
      if (at > whole) throw new Error('the archive is cut off')
      const padding = at - offset - header.size
      await file.read(block, 0, padding, offset + header.size)
      if (block.subarray(0, padding).some(byte => byte !== 0)) throw new Error(`something stands behind ${header.name}`)
      entries.push({ ...header, offset })
    }
  } finally {
    await file.close()
  }
}

/** The bytes of one entry, part by part. */
export async function* readEntry(path: string, { offset, size }: Entry): AsyncGenerator<Buffer> {
  if (size === 0) return
  yield* createReadStream(path, { start: offset, end: offset + size - 1, highWaterMark: 1 << 18 }) as AsyncIterable<Buffer>
}
