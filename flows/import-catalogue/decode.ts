import { createReadStream } from 'node:fs'
import { type Fault, fault } from './feed-product.ts'

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'shift_jis' | 'gb18030'
const sampleBytes = 256_000

/**
 * Which encoding a file is in: by its byte order mark, by the zeros of UTF-16, by being valid UTF-8 from end to end; else Shift_JIS or GBK
 * where only one of them reads it without a fault, or reads it as what that language is mostly written in. Anything else is refused.
 */
export async function encodingOf(path: string): Promise<{ encoding: Encoding } | { fault: Fault }> {
  const head = await headOf(path)
  if (head.length === 0) return { fault: fault('file_empty', 'The file is empty') }
  if (head[0] === 0xff && head[1] === 0xfe) return { encoding: 'utf-16le' }
  if (head[0] === 0xfe && head[1] === 0xff) return { encoding: 'utf-16be' }
  const wide = zerosOf(head)
  if (wide) return { encoding: wide }
  if (head.includes(0)) return { fault: fault('encoding_unknown', 'This is no text file') }
  if (await readsAs(path, 'utf-8')) return { encoding: 'utf-8' }
  const scores = (['shift_jis', 'gb18030'] as const).map(encoding => ({ encoding, score: scoreOf(head, encoding) }))
  for (const { encoding, score } of scores.sort((a, b) => b.score - a.score))
    if (score > 0 && (await readsAs(path, encoding))) return { encoding }
  return { fault: fault('encoding_unknown', 'The text is in none of UTF-8, UTF-16, Shift_JIS and GBK. Save it as UTF-8') }
}

/** The text of the file in pieces, without its byte order mark. */
export async function* textOf(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for await (const chunk of createReadStream(path)) yield decoder.decode(chunk as Buffer, { stream: true })
  yield decoder.decode()
}

async function headOf(path: string): Promise<Buffer> {
  const parts: Buffer[] = []
  for await (const chunk of createReadStream(path, { end: sampleBytes - 1 })) parts.push(chunk as Buffer)
  return Buffer.concat(parts)
}

async function readsAs(path: string, encoding: Encoding): Promise<boolean> {
  try {
    for await (const text of textOf(path, encoding)) if (text.includes('\u0000')) return false
    return true
  } catch {
    return false
  }
}

/** UTF-16 without a mark: the high bytes of separators and digits are zeros, all on one side. */
function zerosOf(head: Buffer): 'utf-16le' | 'utf-16be' | null {
  const count = [0, 0]
  for (const [i, byte] of head.subarray(0, 4000).entries()) if (byte === 0) count[i % 2] = (count[i % 2] as number) + 1
  const [even = 0, odd = 0] = count
  const few = Math.min(head.length, 4000) / 20
  if (odd > few && even < odd / 10) return 'utf-16le'
  return even > few && odd < even / 10 ? 'utf-16be' : null
}

/** How much of the sample reads as the language: kana for Shift_JIS (half-width ones speak against it), level-1 hanzi for GBK. */
function scoreOf(head: Buffer, encoding: 'shift_jis' | 'gb18030'): number {
  const text = new TextDecoder(encoding).decode(head)
  const count = (pattern: RegExp) => (text.match(pattern) ?? []).length
  const broken = count(/\ufffd/g)
  if (encoding === 'shift_jis')
    return count(/[\u3041-\u30fc]/g) * 2 + count(/[\u4e00-\u9fff]/g) / 2 - count(/[\uff61-\uff9f]/g) - broken * 2
  let common = 0
  for (let i = 0; i + 1 < head.length; i++) {
    const [a, b] = [head[i] as number, head[i + 1] as number]
    if (a < 0x81) continue
    if (a >= 0xb0 && a <= 0xd7 && b >= 0xa1) common++
    i++
  }
  return common - count(/[\ue000-\uf8ff]/g) - broken * 2
}
