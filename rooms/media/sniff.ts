import { type FileHandle, open } from 'node:fs/promises'

/** What a file is by its first bytes. Names and declared types are not asked: they are whatever a client says. */
export type Sniffed =
  | { readonly kind: 'video'; readonly container: 'mov' | 'matroska' }
  | { readonly kind: 'picture'; readonly type: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' }
  /** Known, but not taken. */
  | { readonly kind: 'foreign'; readonly what: string }
  | { readonly kind: 'unknown' }

const ascii = (b: Uint8Array, from: number, to: number) => String.fromCharCode(...b.subarray(from, to))
const starts = (b: Uint8Array, ...bytes: number[]) => bytes.every((v, i) => b[i] === v)
const oldQuickTime = new Set(['moov', 'mdat', 'wide', 'free', 'skip', 'pnot'])

/** `head` is the first few hundred bytes. */
export function sniff(head: Uint8Array): Sniffed {
  if (starts(head, 0xff, 0xd8, 0xff)) return { kind: 'picture', type: 'jpeg' }
  if (starts(head, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return { kind: 'picture', type: 'png' }
  if (ascii(head, 0, 4) === 'GIF8') return { kind: 'picture', type: 'gif' }
  if (ascii(head, 0, 4) === 'RIFF')
    return ascii(head, 8, 12) === 'WEBP'
      ? { kind: 'picture', type: 'webp' }
      : { kind: 'foreign', what: `RIFF/${ascii(head, 8, 12).trim()}` }
  if (starts(head, 0x1a, 0x45, 0xdf, 0xa3)) return { kind: 'video', container: 'matroska' }
  const box = ascii(head, 4, 8)
  if (box === 'ftyp') return byBrand(head)
  if (oldQuickTime.has(box)) return { kind: 'video', container: 'mov' }
  if (starts(head, 0x00, 0x00, 0x01, 0xba) || (head[0] === 0x47 && head[188] === 0x47))
    return { kind: 'foreign', what: 'MPEG stream' }
  if (ascii(head, 0, 3) === 'FLV') return { kind: 'foreign', what: 'Flash video' }
  return { kind: 'unknown' }
}

/** Stills and clips share the `ftyp` box; its brands tell them apart. */
function byBrand(head: Uint8Array): Sniffed {
  const size = new DataView(head.buffer, head.byteOffset).getUint32(0)
  const brands = [ascii(head, 8, 12)]
  for (let at = 16; at + 4 <= Math.min(size, head.length); at += 4) brands.push(ascii(head, at, at + 4))
  if (brands.includes('avif') || brands[0] === 'avis') return { kind: 'picture', type: 'avif' }
  if (['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'mif1', 'msf1'].includes(brands[0] ?? ''))
    return { kind: 'foreign', what: 'HEIC picture' }
  if (brands[0] === 'crx ') return { kind: 'foreign', what: 'camera raw picture' }
  return { kind: 'video', container: 'mov' }
}

export interface Structure {
  /** Parts that the file announces are missing at its end, or its index is. */
  readonly truncated: boolean
  /** Written in fragments: the duration in its head is not to be believed. */
  readonly fragmented: boolean
}

/** Walks the outermost boxes: cheap, and certain where a decoder only notices late or not at all. */
export async function structureOf(path: string, container: 'mov' | 'matroska'): Promise<Structure> {
  const file = await open(path, 'r')
  try {
    const { size } = await file.stat()
    return container === 'mov' ? await walkBoxes(file, size) : await walkSegment(file, size)
  } finally {
    await file.close()
  }
}

const mostBoxes = 100_000

async function walkBoxes(file: FileHandle, size: number): Promise<Structure> {
  const seen = new Set<string>()
  const buffer = Buffer.alloc(16)
  let at = 0
  for (let n = 0; at + 8 <= size && n < mostBoxes; n++) {
    const { bytesRead } = await file.read(buffer, 0, 16, at)
    const type = buffer.toString('latin1', 4, 8)
    if (!/^[ -~]{4}$/.test(type)) break
    const short = buffer.readUInt32BE(0)
    const length = short === 1 ? (bytesRead < 16 ? 0 : Number(buffer.readBigUInt64BE(8))) : short === 0 ? size - at : short
    if (length < 8) break
    seen.add(type)
    if (at + length > size && ['mdat', 'moov', 'moof'].includes(type)) return { truncated: true, fragmented: seen.has('moof') }
    at += length
  }
  const fragmented = seen.has('moof')
  return { truncated: !seen.has('moov') || !(seen.has('mdat') || fragmented), fragmented }
}

/** Matroska and WebM: a Segment of stated length must fit; a live recording states none. */
async function walkSegment(file: FileHandle, size: number): Promise<Structure> {
  const buffer = Buffer.alloc(4096)
  const { bytesRead } = await file.read(buffer, 0, 4096, 0)
  const head = buffer.subarray(0, bytesRead)
  const segment = head.indexOf(Buffer.from([0x18, 0x53, 0x80, 0x67]))
  if (segment < 0) return { truncated: true, fragmented: true }
  const length = variableInteger(head, segment + 4)
  return { truncated: length !== null && segment + 4 + length.bytes + length.value > size, fragmented: length === null }
}

/** An EBML length; null when it is the reserved "unknown". */
function variableInteger(b: Buffer, at: number): { value: number; bytes: number } | null {
  const first = b[at] ?? 0
  const bytes = Math.clz32(first) - 23
  if (bytes < 1 || bytes > 8 || at + bytes > b.length) return null
  let value = BigInt(first & (0xff >> bytes))
  for (let i = 1; i < bytes; i++) value = (value << 8n) | BigInt(b[at + i] as number)
  return value === (1n << BigInt(7 * bytes)) - 1n ? null : { value: Number(value), bytes }
}
