import { createReadStream, createWriteStream } from 'node:fs'
import { type FileHandle, open, rename, rm, writeFile } from 'node:fs/promises'
import { pipeline } from 'node:stream/promises'
import { boxAt, boxesIn, bytesOf, type IsoBox, outerBoxes, type Run, runsOf, type Track, trackId, tracksOf } from './iso-boxes.ts'
import { mediaPlaylist, type Segment } from './playlists.ts'
import { inputArgs } from './probe.ts'
import { ProgramError, type Programs } from './program.ts'

/** Longer clips play by HLS, which can change the rung on the way; up to here a clip has one rung from its first frame to its last. */
export const hlsFromMs = 60_000
/** Seconds of a segment: those of a group of pictures, so that little is loaded before the first one shows. */
const segmentSeconds = 2
/** A last segment shorter than this belongs to the one before. */
const shortest = 1

/** What a rung's playlists say. */
export interface HlsForm {
  readonly playlist: string
  /** As RFC 6381 names them. */
  readonly codecs: string
  /** Kilobits a second of its fullest segment. */
  readonly peakKbps: number
}

interface Fragment {
  readonly at: number
  readonly end: number
  readonly runs: readonly Run[]
}
interface Fragmented {
  /** `ftyp` and `moov`: what a player needs before any segment. */
  readonly initBytes: number
  readonly moov: Buffer
  readonly tracks: readonly Track[]
  readonly fragments: readonly Fragment[]
}

/**
 * Gives a fast-start MP4 of ours an HLS form without a second copy of its pictures (decision 0025). ffmpeg copies the streams into
 * fragments; these are laid, as they are, into the one `mdat` of the new file, and the index in front is pointed at the samples
 * inside them. As a whole it is the fast-start MP4 that it was; its byte ranges, which the playlist names, are the parts of a
 * fragmented one. Null, and the file is as it was, where the two do not hold the same samples.
 */
export async function addHlsForm(
  programs: Programs,
  ffmpeg: string,
  { name, path, nice }: { name: string; path: string; nice: number },
): Promise<HlsForm | null> {
  const [apart, whole] = [`${path}.fragments`, `${path}.whole`]
  const args = [
    ...['-nostdin', '-hide_banner', '-v', 'error', '-y', ...inputArgs('mov'), '-i', `file:${path}`, '-map', '0', '-c', 'copy'],
    ...[
      '-map_metadata',
      '-1',
      '-movflags',
      'frag_keyframe+empty_moov+default_base_moof+skip_trailer',
      '-f',
      'mp4',
      `file:${apart}`,
    ],
  ]
  try {
    await programs.run(ffmpeg, args, { timeoutMs: 120_000, nice })
    const form = await layTogether(path, apart, { name, whole })
    if (form) await rename(whole, path)
    return form
  } catch (error) {
    if (error instanceof ProgramError && (error.why === 'failed' || error.why === 'memory')) return null
    throw error
  } finally {
    await Promise.all([apart, whole].map(file => rm(file, { force: true })))
  }
}

async function layTogether(path: string, apart: string, to: { name: string; whole: string }): Promise<HlsForm | null> {
  const [plain, parts] = await Promise.all([open(path), open(apart)])
  try {
    const boxes = await outerBoxes(plain)
    const [ftyp, moov] = ['ftyp', 'moov'].map(type => boxes.find(b => b.type === type))
    const fragmented = await readFragments(parts)
    if (!ftyp || !moov || !fragmented) return null
    const [head, index] = [await bytesOf(plain, ftyp), await bytesOf(plain, moov)]
    const runs = fragmented.fragments.flatMap(f => f.runs.map(r => ({ ...r, offset: f.at + r.offset })))
    // The index is as long wherever it points, so it is made once to be measured.
    const measured = pointedAt(index, runs, 0)
    const { size } = await parts.stat()
    const base = head.length + (measured?.length ?? 0) + 8
    const pointed = pointedAt(index, runs, base)
    if (!pointed || base + size >= 2 ** 32) return null
    await writeFile(to.whole, Buffer.concat([head, pointed, boxHead('mdat', size + 8)]))
    await pipeline(createReadStream(apart), createWriteStream(to.whole, { flags: 'a' }))
    return formOf(fragmented, base, to.name)
  } finally {
    await Promise.all([plain.close(), parts.close()])
  }
}

async function readFragments(file: FileHandle): Promise<Fragmented | null> {
  const boxes = await outerBoxes(file)
  const index = boxes.find(b => b.type === 'moov')
  if (!index) return null
  const fragments: Fragment[] = []
  for (const [k, box] of boxes.entries()) {
    if (box.type !== 'moof') continue
    const data = boxes[k + 1]
    const runs = runsOf(await bytesOf(file, box))
    if (data?.type !== 'mdat' || !runs) return null
    fragments.push({ at: box.at, end: data.end, runs })
  }
  const moov = await bytesOf(file, index)
  return fragments.length === 0 ? null : { initBytes: index.end, moov, tracks: tracksOf(moov), fragments }
}

/** The index with its chunks where the runs are; null where a track's samples are not those of the runs. Pure. */
export function pointedAt(moov: Buffer, runs: readonly Run[], base: number): Buffer | null {
  const whole = boxesIn(moov)[0]
  if (whole?.type !== 'moov') return null
  let same = true
  const rebuilt = (box: IsoBox, mine: readonly Run[]): Buffer => {
    if (box.type === 'trak') mine = runs.filter(r => r.track === trackId(moov, box))
    if (box.type === 'stsz') same &&= sameSizes(moov, box, mine)
    if (box.type === 'stsc') return table('stsc', chunkLengths(mine))
    if (box.type === 'stco' || box.type === 'co64')
      return table(
        'stco',
        mine.map(r => [base + r.offset]),
      )
    if (!['moov', 'trak', 'mdia', 'minf', 'stbl'].includes(box.type)) return moov.subarray(box.at, box.end)
    const inside = Buffer.concat(boxesIn(moov, box.body, box.end).map(b => rebuilt(b, mine)))
    return Buffer.concat([boxHead(box.type, inside.length + 8), inside])
  }
  const made = rebuilt(whole, [])
  return same ? made : null
}

function sameSizes(moov: Buffer, { body, end }: IsoBox, runs: readonly Run[]): boolean {
  const [all, count] = [moov.readUInt32BE(body + 4), moov.readUInt32BE(body + 8)]
  const sizes = runs.flatMap(r => r.sizes)
  if (sizes.length !== count || (all === 0 && body + 12 + 4 * count > end)) return false
  return sizes.every((size, k) => size === (all || moov.readUInt32BE(body + 12 + 4 * k)))
}

/** Rows of `stsc`: from this chunk on so many samples a chunk, of the first description. */
function chunkLengths(runs: readonly Run[]): number[][] {
  const changes = runs.map((r, k) => [k + 1, r.sizes.length, 1])
  return changes.filter(([, length], k) => k === 0 || length !== changes[k - 1]?.[1])
}

function table(type: string, rows: readonly (readonly number[])[]): Buffer {
  const cells = rows.flat()
  const bytes = Buffer.alloc(16 + 4 * cells.length)
  bytes.set(boxHead(type, bytes.length))
  bytes.writeUInt32BE(rows.length, 12)
  for (const [k, cell] of cells.entries()) bytes.writeUInt32BE(cell, 16 + 4 * k)
  return bytes
}

function boxHead(type: string, size: number): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt32BE(size)
  head.write(type, 4, 'latin1')
  return head
}

function formOf({ initBytes, moov, tracks, fragments }: Fragmented, base: number, name: string): HlsForm | null {
  const picture = tracks.find(t => t.picture)
  const codecs = picture && codecsOf(moov, tracks)
  if (!codecs) return null
  const segments = segmentsOf(fragments, picture).map(s => ({ ...s, at: base + s.at }))
  const peakKbps = Math.ceil(Math.max(...segments.map(s => (s.bytes * 8) / s.seconds / 1000)))
  return { playlist: mediaPlaylist(`${name}.mp4`, { at: base, bytes: initBytes }, segments), codecs, peakKbps }
}

/** A fragment begins at every key frame; segments begin at those nearest after every second one, in every rung alike. */
function segmentsOf(fragments: readonly Fragment[], { id, timescale }: Track): Segment[] {
  const times = fragments.map(f => f.runs.find(r => r.track === id)).map(r => (r ? [r.time, r.time + r.ticks] : null))
  const known = times.flatMap(t => t ?? [])
  const [first, last] = [known[0] ?? 0, known.at(-1) ?? 0]
  const begins: number[] = []
  for (const [k, time] of times.entries()) {
    if (!time) continue
    const [since, left] = [((time[0] as number) - first) / timescale, (last - (time[0] as number)) / timescale]
    if (k === 0 || (since > begins.length * segmentSeconds - 0.05 && left >= shortest)) begins.push(k)
  }
  return begins.map((k, n) => {
    const next = begins[n + 1]
    const [from, to] = [fragments[k] as Fragment, next === undefined ? null : (fragments[next] as Fragment)]
    const ends = next === undefined ? last : (times[next]?.[0] ?? last)
    const bytes = (to?.at ?? (fragments.at(-1) as Fragment).end) - from.at
    return { at: from.at, bytes, seconds: (ends - (times[k]?.[0] ?? first)) / timescale }
  })
}

/** H.264 as its `avcC` says, and AAC where there is sound: rungs have nothing else. */
function codecsOf(moov: Buffer, tracks: readonly Track[]): string | null {
  for (const trak of boxesIn(moov, 8).filter(b => b.type === 'trak')) {
    const stsd = boxAt(moov, ['mdia', 'minf', 'stbl', 'stsd'], trak.body, trak.end)
    const entry = stsd && boxesIn(moov, stsd.body + 8, stsd.end)[0]
    const avcC = entry?.type === 'avc1' ? boxAt(moov, ['avcC'], entry.body + 78, entry.end) : null
    if (avcC) {
      const level = moov.toString('hex', avcC.body + 1, avcC.body + 4)
      return [`avc1.${level}`, ...(tracks.some(t => !t.picture) ? ['mp4a.40.2'] : [])].join(',')
    }
  }
  return null
}
