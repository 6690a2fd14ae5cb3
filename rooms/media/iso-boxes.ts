import type { FileHandle } from 'node:fs/promises'

/** A box of an ISO base media file (MP4): where it begins, where its content begins, where it ends. */
export interface IsoBox {
  readonly type: string
  readonly at: number
  readonly body: number
  readonly end: number
}

/** The boxes that stand beside each other in these bytes. What is cut off or makes no sense ends the list. Pure. */
export function boxesIn(bytes: Buffer, from = 0, to = bytes.length): IsoBox[] {
  const boxes: IsoBox[] = []
  for (let at = from; at + 8 <= to; ) {
    const size = bytes.readUInt32BE(at)
    if (size < 8 || at + size > to) break
    boxes.push({ type: bytes.toString('latin1', at + 4, at + 8), at, body: at + 8, end: at + size })
    at += size
  }
  return boxes
}

/** The first box on this way of types. Pure. */
export function boxAt(bytes: Buffer, way: readonly string[], from = 0, to = bytes.length): IsoBox | null {
  const [type, ...rest] = way
  const box = boxesIn(bytes, from, to).find(b => b.type === type) ?? null
  return box && rest.length > 0 ? boxAt(bytes, rest, box.body, box.end) : box
}

/** The outermost boxes of a file, without their content. Sizes of 64 bits are read, too. */
export async function outerBoxes(file: FileHandle): Promise<IsoBox[]> {
  const { size } = await file.stat()
  const head = Buffer.alloc(16)
  const boxes: IsoBox[] = []
  for (let at = 0; at + 8 <= size; ) {
    const { bytesRead } = await file.read(head, 0, 16, at)
    const short = head.readUInt32BE(0)
    const length = short === 1 && bytesRead === 16 ? Number(head.readBigUInt64BE(8)) : short
    if (length < 8 || at + length > size) break
    boxes.push({ type: head.toString('latin1', 4, 8), at, body: at + (short === 1 ? 16 : 8), end: at + length })
    at += length
  }
  return boxes
}

export async function bytesOf(file: FileHandle, { at, end }: Pick<IsoBox, 'at' | 'end'>): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(end - at), 0, end - at, at)
  return buffer.subarray(0, bytesRead)
}

/** What a `moov` says of each of its tracks. */
export interface Track {
  readonly id: number
  readonly picture: boolean
  readonly timescale: number
}
export function tracksOf(moov: Buffer): Track[] {
  return boxesIn(moov, 8)
    .filter(b => b.type === 'trak')
    .flatMap(trak => {
      const inside = (...way: string[]) => boxAt(moov, way, trak.body, trak.end)
      const [mdhd, hdlr] = [inside('mdia', 'mdhd'), inside('mdia', 'hdlr')]
      if (!mdhd || !hdlr) return []
      const timescale = moov.readUInt32BE(mdhd.body + (moov[mdhd.body] === 1 ? 20 : 12))
      return [{ id: trackId(moov, trak), picture: moov.toString('latin1', hdlr.body + 8, hdlr.body + 12) === 'vide', timescale }]
    })
}
export function trackId(moov: Buffer, trak: IsoBox): number {
  const tkhd = boxAt(moov, ['tkhd'], trak.body, trak.end)
  return tkhd ? moov.readUInt32BE(tkhd.body + (moov[tkhd.body] === 1 ? 20 : 12)) : 0
}

/** The samples of one track in one fragment, which lie one after the other. */
export interface Run {
  readonly track: number
  /** First byte, counted from the beginning of the fragment. */
  readonly offset: number
  /** When it begins, and how long it is, in the track's own ticks. */
  readonly time: number
  readonly ticks: number
  readonly sizes: readonly number[]
}

/** The runs of a `moof` whose places are counted from its own beginning; null where it is written in another way. Pure. */
export function runsOf(moof: Buffer): Run[] | null {
  const runs: Run[] = []
  for (const traf of boxesIn(moof, 8).filter(b => b.type === 'traf')) {
    const inside = boxesIn(moof, traf.body, traf.end)
    const [tfhd, tfdt] = [inside.find(b => b.type === 'tfhd'), inside.find(b => b.type === 'tfdt')]
    const truns = inside.filter(b => b.type === 'trun')
    if (!tfhd || !tfdt || truns.length !== 1) return null
    const flags = moof.readUInt32BE(tfhd.body) & 0xffffff
    if (!(flags & 0x20000) || flags & 0x1) return null
    let at = tfhd.body + 8 + (flags & 0x2 ? 4 : 0)
    const usual = (flag: number) => (flags & flag ? moof.readUInt32BE((at += 4) - 4) : 0)
    const [duration, size] = [usual(0x8), usual(0x10)]
    const time = moof[tfdt.body] === 1 ? Number(moof.readBigUInt64BE(tfdt.body + 4)) : moof.readUInt32BE(tfdt.body + 4)
    const samples = samplesOf(moof, truns[0] as IsoBox, { duration, size })
    if (!samples) return null
    runs.push({ track: moof.readUInt32BE(tfhd.body + 4), time, ...samples })
  }
  return runs
}

function samplesOf(moof: Buffer, trun: IsoBox, usual: { duration: number; size: number }): Omit<Run, 'track' | 'time'> | null {
  const flags = moof.readUInt32BE(trun.body) & 0xffffff
  if (!(flags & 0x1)) return null
  const count = moof.readUInt32BE(trun.body + 4)
  const width = 4 * [0x100, 0x200, 0x400, 0x800].filter(flag => flags & flag).length
  const first = trun.body + 12 + (flags & 0x4 ? 4 : 0)
  if (first + count * width > trun.end) return null
  const sizes: number[] = []
  let ticks = 0
  for (let k = 0; k < count; k++) {
    const at = first + k * width
    ticks += flags & 0x100 ? moof.readUInt32BE(at) : usual.duration
    sizes.push(flags & 0x200 ? moof.readUInt32BE(at + (flags & 0x100 ? 4 : 0)) : usual.size)
  }
  return { offset: moof.readInt32BE(trun.body + 8), ticks, sizes }
}
