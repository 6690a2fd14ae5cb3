/** A box of an MP4 or MOV: bytes, or more boxes. Only for tests, which take files apart and put them together wrongly. */
export interface Box {
  type: string
  body: Buffer
  children: Box[] | null
}

const holders = new Set(['moov', 'trak', 'mdia', 'minf', 'stbl', 'edts', 'udta', 'dinf', 'moof', 'traf', 'mvex'])

export function parseBoxes(bytes: Buffer): Box[] {
  const boxes: Box[] = []
  for (let at = 0; at + 8 <= bytes.length; ) {
    const size = bytes.readUInt32BE(at)
    const length = size < 8 ? bytes.length - at : size
    const type = bytes.toString('latin1', at + 4, at + 8)
    const body = Buffer.from(bytes.subarray(at + 8, at + length))
    boxes.push({ type, body, children: holders.has(type) ? parseBoxes(body) : null })
    at += length
  }
  return boxes
}

export function writeBoxes(boxes: readonly Box[]): Buffer {
  return Buffer.concat(
    boxes.map(({ type, body, children }) => {
      const inner = children ? writeBoxes(children) : body
      const head = Buffer.alloc(8)
      head.writeUInt32BE(inner.length + 8)
      head.write(type, 4, 'latin1')
      return Buffer.concat([head, inner])
    }),
  )
}

export const every = (boxes: readonly Box[]): Box[] => boxes.flatMap(b => [b, ...every(b.children ?? [])])

/** The same clip with an index that claims this many pictures, all of them the first one. */
export function claimingFrames(bytes: Buffer, count: number, seconds: number): Buffer {
  const boxes = parseBoxes(bytes)
  const moov = boxes.find(b => b.type === 'moov')
  const trak = moov?.children?.find(b => b.type === 'trak' && every([b]).some(x => x.type === 'vmhd'))
  const table = every(trak ? [trak] : [])
  const of = (type: string) => table.find(b => b.type === type)
  const scale = of('mdhd')?.body.readUInt32BE(12) ?? 1
  const words = (...numbers: number[]) => {
    const body = Buffer.alloc(4 * numbers.length)
    numbers.forEach((n, i) => {
      body.writeUInt32BE(n, 4 * i)
    })
    return body
  }
  const set = (type: string, body: Buffer) => {
    const box = of(type)
    if (box) box.body = body
  }
  const first = of('stsz')?.body.readUInt32BE(12) ?? 1
  const at = of('stco')?.body.readUInt32BE(8) ?? 0
  set('stts', words(0, 1, count, Math.max(1, Math.round((scale * seconds) / count))))
  set('stsz', words(0, first, count))
  set('stsc', words(0, 1, 1, 1, 1))
  set('stco', words(0, count, ...Array<number>(count).fill(at)))
  const stbl = of('stbl')
  if (stbl?.children) stbl.children = stbl.children.filter(b => b.type !== 'ctts' && b.type !== 'stss')
  // The index lies behind the pictures, so their places stay true.
  return writeBoxes(boxes)
}
