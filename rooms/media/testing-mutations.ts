import { between, pick, type Random } from '#base/kernel'
import { type Box, every, parseBoxes, writeBoxes } from './testing-boxes.ts'

/** One way to spoil a file; the second file is another one to take parts of. */
type Mutation = (bytes: Buffer, random: Random, other: Buffer) => Buffer

const copy = (bytes: Buffer): Buffer => Buffer.from(bytes)
const odd = [0, 1, 7, 8, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff]
const anyNumber = (random: Random): number => (random() < 0.6 ? pick(random, odd) : between(random, 0, 100_000))

/** Changes one box anywhere in the tree; a file without boxes is left to its bytes. */
const boxwise =
  (change: (boxes: Box[], random: Random) => void): Mutation =>
  (bytes, random) => {
    if (bytes.toString('latin1', 4, 8) !== 'ftyp') return flips(bytes, random, bytes)
    const boxes = parseBoxes(bytes)
    change(boxes, random)
    return writeBoxes(boxes)
  }

const flips: Mutation = (bytes, random) => {
  const out = copy(bytes)
  for (let n = between(random, 1, 60); n > 0; n--) out[between(random, 0, out.length - 1)] = between(random, 0, 255)
  return out
}
const flipsInHead: Mutation = (bytes, random) => {
  const out = copy(bytes)
  for (let n = between(random, 1, 20); n > 0; n--)
    out[between(random, 4, Math.min(1500, out.length - 1))] = between(random, 0, 255)
  return out
}
/** A 32-bit number in one of these boxes becomes another: lengths, scales, counts, places. */
const lying = (...types: string[]): Mutation =>
  boxwise((boxes, random) => {
    const chosen = every(boxes).filter(b => types.includes(b.type) && b.body.length >= 8)
    for (let n = between(random, 1, 3); n > 0 && chosen.length > 0; n--) {
      const { body } = pick(random, chosen)
      body.writeUInt32BE(anyNumber(random), 4 * between(random, 1, Math.min(8, Math.floor(body.length / 4)) - 1))
    }
  })
const inFront =
  (text: string | Buffer): Mutation =>
  (bytes: Buffer) =>
    Buffer.concat([Buffer.from(text), bytes])
const behind =
  (text: string | Buffer): Mutation =>
  (bytes: Buffer) =>
    Buffer.concat([bytes, Buffer.from(text)])
const page = '<!doctype html><script>alert(document.cookie)</script>'
const zip = Buffer.from(
  '504b03041400000000000000210000000000000000000000000005000000612e747874504b0506000000000100010033000000230000000000',
  'hex',
)

export const mutations: Readonly<Record<string, Mutation>> = {
  flips,
  'flips in the head': flipsInHead,
  'one bit': (bytes, random) => {
    const out = copy(bytes)
    const at = between(random, 0, out.length - 1)
    out[at] = (out[at] as number) ^ (1 << between(random, 0, 7))
    return out
  },
  'cut off': (bytes, random) => copy(bytes.subarray(0, between(random, 1, bytes.length - 1))),
  'cut in front': (bytes, random) => copy(bytes.subarray(between(random, 1, Math.min(2000, bytes.length - 1)))),
  'a hole of zeroes': (bytes, random) => {
    const from = between(random, 0, bytes.length - 1)
    return copy(bytes).fill(0, from, Math.min(bytes.length, from + between(random, 8, 4000)))
  },
  'a part of another file': (bytes, random, other) => {
    const at = between(random, 0, bytes.length - 1)
    const from = between(random, 0, other.length - 1)
    return Buffer.concat([bytes.subarray(0, at), other.subarray(from, from + 3000), bytes.subarray(at)])
  },
  'two files in one': (bytes, _random, other) => Buffer.concat([bytes, other]),
  'swapped boxes': boxwise((boxes, random) => {
    const lists = [boxes, ...every(boxes).flatMap(b => (b.children ? [b.children] : []))].filter(l => l.length > 1)
    const list = pick(random, lists)
    const [i, j] = [between(random, 0, list.length - 1), between(random, 0, list.length - 1)]
    ;[list[i], list[j]] = [list[j] as Box, list[i] as Box]
  }),
  'a box too many': boxwise((boxes, random) => {
    const list = pick(random, [boxes, ...every(boxes).flatMap(b => (b.children ? [b.children] : []))])
    list.splice(between(random, 0, list.length), 0, pick(random, every(boxes)))
  }),
  'a box too few': boxwise((boxes, random) => {
    const list = pick(random, [boxes, ...every(boxes).flatMap(b => (b.children?.length ? [b.children] : []))])
    list.splice(between(random, 0, list.length - 1), 1)
  }),
  'a lying size': (bytes, random) => {
    const out = copy(bytes)
    const names = ['moov', 'mdat', 'trak', 'stbl', 'stsd', 'mdia', 'ftyp', 'stsz'].filter(n => out.indexOf(n) >= 4)
    if (names.length === 0) return flips(bytes, random, bytes)
    out.writeUInt32BE(anyNumber(random), out.indexOf(pick(random, names)) - 4)
    return out
  },
  'a lying duration': lying('mvhd', 'tkhd', 'mdhd', 'elst', 'stts'),
  'a lying index': lying('stsz', 'stco', 'stsc', 'stts', 'ctts', 'stss', 'trun', 'tfhd'),
  'a lying description': lying('stsd', 'hdlr', 'tkhd', 'ftyp'),
  'another codec': (bytes, random) => {
    const out = copy(bytes)
    for (const name of ['avc1', 'hev1', 'mp4a', 'vp08', 'V_VP8', 'VP8 ']) {
      const at = out.indexOf(name)
      if (at >= 0) out.write(pick(random, ['hev1', 'av01', 'mp4v', 'jpeg', 'apch', 'avc1', 'text', 'tmcd']), at, 'latin1')
    }
    return out
  },
  'a page in front': inFront(page),
  'a page behind': behind(page),
  'a ZIP in front': inFront(zip),
  'a ZIP behind': behind(zip),
  'a script in front': inFront('/*\0\0\0\x18ftypmp42*/alert(1);/*'),
  'a script behind': behind(`*/=1;eval(name)//${page}`),
  'a picture in front': inFront(Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex')),
  'a playlist in front': inFront('#EXTM3U\n#EXT-X-MEDIA-SEQUENCE:0\n#EXTINF:10.0,\nfile:///etc/hostname\n'),
}
