/** One 512-byte header of a ustar archive: what `tar` itself reads and writes. Sizes over 8 GiB are written as GNU tar does, in base 256. */
export interface Header {
  readonly name: string
  readonly size: number
  readonly mode: number
  /** Seconds since 1970. */
  readonly modified: number
}
export const blockSize = 512
const octalLimit = 8 ** 11

/** Bytes of an entry's body with its padding. */
export const padded = (size: number): number => Math.ceil(size / blockSize) * blockSize

export function writeHeader({ name, size, mode, modified }: Header): Buffer {
  const block = Buffer.alloc(blockSize)
  const [prefix, base] = splitName(name)
  block.write(base, 0, 100, 'utf8')
  block.write(octal(mode, 7), 100, 'latin1')
  block.write(octal(0, 7), 108, 'latin1')
  block.write(octal(0, 7), 116, 'latin1')
  if (size < octalLimit) block.write(octal(size, 11), 124, 'latin1')
  else {
    block[124] = 0x80
    block.writeBigUInt64BE(BigInt(size), 128)
  }
  block.write(octal(Math.max(0, Math.trunc(modified)), 11), 136, 'latin1')
  block.write('0', 156, 'latin1')
  block.write('ustar\u000000', 257, 'latin1')
  block.write(prefix, 345, 155, 'utf8')
  block.write(`${octal(sumOf(block), 6)}\0 `, 148, 'latin1')
  return block
}

/** The header in a block; null for a block of zeros, which ends an archive. Throws when the block is no header. */
export function readHeader(block: Buffer): Header | null {
  if (block.every(byte => byte === 0)) return null
  const text = (from: number, length: number): string => {
    const part = block.subarray(from, from + length)
    const end = part.indexOf(0)
    return part.subarray(0, end < 0 ? length : end).toString('utf8')
  }
  const number = (from: number, length: number): number => Number.parseInt(text(from, length).trim() || '0', 8)
  if (text(257, 5) !== 'ustar' || number(148, 8) !== sumOf(block)) throw new Error('not the header of an archive')
  const size = block[124] === 0x80 ? Number(block.readBigUInt64BE(128)) : number(124, 12)
  const prefix = text(345, 155)
  return { name: prefix ? `${prefix}/${text(0, 100)}` : text(0, 100), size, mode: number(100, 8), modified: number(136, 12) }
}

/** Names longer than 100 bytes are cut at a slash. */
function splitName(name: string): [prefix: string, base: string] {
  if (Buffer.byteLength(name) <= 100) return ['', name]
  for (let at = name.indexOf('/'); at >= 0; at = name.indexOf('/', at + 1)) {
    const parts: [string, string] = [name.slice(0, at), name.slice(at + 1)]
    if (Buffer.byteLength(parts[0]) <= 155 && Buffer.byteLength(parts[1]) <= 100) return parts
  }
  throw new Error(`the name is too long for an archive: ${name}`)
}

const octal = (value: number, digits: number): string => value.toString(8).padStart(digits, '0')

/** The sum of all bytes, with the field of the sum itself read as spaces. */
function sumOf(block: Buffer): number {
  let sum = 0
  for (let i = 0; i < blockSize; i++) sum += i >= 148 && i < 156 ? 32 : (block[i] as number)
  return sum
}
