import { type Column, columnOf } from './interner.ts'

/**
 * One walk over a class serves both ways: while writing, every call hands its argument back; while reading, it answers what was written
 * in its place. So what is saved and what is loaded can't drift apart.
 */
export interface Keeper {
  /** A column; with `used`, only so many entries are worth keeping. */
  column<T extends Column>(column: T, used?: number): T
  number(value: number): number
  big(value: bigint): bigint
  texts(values: readonly string[]): string[]
}

/** Why bytes are not a snapshot of this engine. */
export class BadSnapshot extends Error {}

/** What bytes hold, and the version that is raised whenever that changes. */
export interface Form {
  readonly magic: number
  readonly version: number
}
/** An older snapshot is refused, and the log is read again. */
export const snapshotForm: Form = { magic: 0x31534e45, version: 7 }
const headBytes = 24
const littleEndian = new Uint8Array(new Uint32Array([1]).buffer)[0] === 1

/** FNV-1a over 32-bit words, four lanes so that it runs at the speed of memory. `bytes` must be a multiple of 16 long. */
function checksum(bytes: Uint8Array): number {
  const words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >> 2)
  let [a, b, c, d] = [0x811c9dc5, 0x9747b28c, 0x85ebca6b, 0x27d4eb2f]
  for (let i = 0; i + 3 < words.length; i += 4) {
    a = Math.imul(a ^ words[i]!, 0x01000193)
    b = Math.imul(b ^ words[i + 1]!, 0x01000193)
    c = Math.imul(c ^ words[i + 2]!, 0x01000193)
    d = Math.imul(d ^ words[i + 3]!, 0x01000193)
  }
  const turn = (x: number, by: number) => (x << by) | (x >>> (32 - by))
  return (a ^ turn(b, 7) ^ turn(c, 13) ^ turn(d, 19)) >>> 0
}

const padded = (n: number): number => (n + 15) & ~15

/** Collects what `walk` hands it into bytes: magic, version, checksum, length, then the parts, each on a 16-byte boundary. */
export function write(walk: (keeper: Keeper) => void, form: Form = snapshotForm): Uint8Array {
  const parts: Uint8Array[] = []
  const add = (bytes: Uint8Array): void => void parts.push(bytes)
  const text = new TextEncoder()
  const keeper: Keeper = {
    column(column, used = column.length) {
      const part = column.subarray(0, used)
      add(new Uint8Array(new Float64Array([part.length, column.BYTES_PER_ELEMENT]).buffer))
      add(new Uint8Array(part.buffer, part.byteOffset, part.byteLength))
      return column
    },
    number(value) {
      add(new Uint8Array(new Float64Array([value]).buffer))
      return value
    },
    big(value) {
      add(new Uint8Array(new BigInt64Array([value]).buffer))
      return value
    },
    texts(values) {
      const lengths = new Int32Array(values.length)
      const all = values.map((v, i) => {
        const bytes = text.encode(v)
        lengths[i] = bytes.length
        return bytes
      })
      const joined = new Uint8Array(lengths.reduce((n, l) => n + l, 0))
      let at = 0
      for (const bytes of all) {
        joined.set(bytes, at)
        at += bytes.length
      }
      this.column(lengths)
      this.column(joined)
      return values as string[]
    },
  }
  walk(keeper)
  const length = parts.reduce((n, p) => n + padded(p.byteLength), 0)
  const out = new Uint8Array(padded(headBytes) + length)
  let at = padded(headBytes)
  for (const part of parts) {
    out.set(part, at)
    at += padded(part.byteLength)
  }
  const head = new DataView(out.buffer)
  head.setUint32(0, form.magic, true)
  head.setUint32(4, form.version, true)
  head.setUint32(8, checksum(out.subarray(padded(headBytes))), true)
  head.setFloat64(16, length, true)
  return out
}

/** Walks over bytes that `write` made. Throws `BadSnapshot` for anything else, before `walk` sees a byte of it. */
export function read(given: Uint8Array, walk: (keeper: Keeper) => void, form: Form = snapshotForm): void {
  if (!littleEndian) throw new BadSnapshot('snapshots are little-endian, this machine is not')
  const start = padded(headBytes)
  if (given.byteLength < start) throw new BadSnapshot('shorter than a head')
  const bytes = given.byteOffset % 16 === 0 ? given : given.slice()
  const head = new DataView(bytes.buffer, bytes.byteOffset)
  if (head.getUint32(0, true) !== form.magic) throw new BadSnapshot('of another kind')
  if (head.getUint32(4, true) !== form.version) throw new BadSnapshot(`version ${head.getUint32(4, true)}, not ${form.version}`)
  if (head.getFloat64(16, true) !== bytes.byteLength - start) throw new BadSnapshot('cut off')
  if (head.getUint32(8, true) !== checksum(bytes.subarray(start))) throw new BadSnapshot('its checksum is wrong')
  let at = bytes.byteOffset + start
  const take = (n: number): number => {
    const from = at
    at += padded(n)
    if (at > bytes.byteOffset + bytes.byteLength) throw new BadSnapshot('a part is missing')
    return from
  }
  const decoder = new TextDecoder()
  walk({
    column(column) {
      const [length = 0, size] = new Float64Array(bytes.buffer, take(16), 2)
      if (size !== column.BYTES_PER_ELEMENT) throw new BadSnapshot('a column of another kind')
      return columnOf(column, bytes.buffer as ArrayBuffer, take(length * size), length)
    },
    number: () => new Float64Array(bytes.buffer, take(8), 1)[0] as number,
    big: () => new BigInt64Array(bytes.buffer, take(8), 1)[0] as bigint,
    texts() {
      const lengths = this.column(new Int32Array())
      const joined = this.column(new Uint8Array())
      let from = 0
      return Array.from(lengths, n => decoder.decode(joined.subarray(from, (from += n))))
    },
  })
}
