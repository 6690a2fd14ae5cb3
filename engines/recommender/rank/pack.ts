import type { Memory } from './types.ts'

const magic = 0x6b6e6172

const bytesOf = (m: Memory): Uint8Array => new Uint8Array(m.buffer, m.byteOffset, m.byteLength)

/** Arrays one after another, each with its length before it. */
export function pack(memory: readonly Memory[]): Uint8Array {
  const size = memory.reduce((sum, m) => sum + 8 + m.byteLength, 8)
  const out = new Uint8Array(size)
  const view = new DataView(out.buffer)
  view.setUint32(0, magic)
  view.setUint32(4, memory.length)
  let at = 8
  for (const m of memory) {
    view.setFloat64(at, m.byteLength)
    out.set(bytesOf(m), at + 8)
    at += 8 + m.byteLength
  }
  return out
}

/** Copies a pack into arrays of the same number and lengths; when they differ nothing is written. */
export function unpack(bytes: Uint8Array, memory: readonly Memory[]): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const starts: number[] = []
  const right = bytes.byteLength >= 8 && view.getUint32(0) === magic && view.getUint32(4) === memory.length
  let at = 8
  for (const m of right ? memory : []) {
    if (at + 8 + m.byteLength > bytes.byteLength || view.getFloat64(at) !== m.byteLength) break
    starts.push(at + 8)
    at += 8 + m.byteLength
  }
  if (starts.length !== memory.length || at !== bytes.byteLength)
    throw new Error('the snapshot is of a ranker with other settings, or cut short')
  memory.forEach((m, i) => void bytesOf(m).set(bytes.subarray(starts[i]!, starts[i]! + m.byteLength)))
}
