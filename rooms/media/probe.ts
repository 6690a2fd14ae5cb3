import { budgetProblem, mostFrames } from './frame-budget.ts'
import { type Hdr, hdrOf } from './hdr.ts'
import { audioCodecs, limits, textCodecs, videoCodecs, videoSide } from './limits.ts'
import { type MediaRefusal, unusable } from './medium.ts'
import type { Coded } from './passthrough.ts'
import type { Programs } from './program.ts'
import type { Structure } from './sniff.ts'

/** A clip as it will be shown: turned upright, with square pixels. */
export interface Clip {
  readonly container: 'mov' | 'matroska'
  readonly video: number
  readonly audio: number | null
  readonly width: number
  readonly height: number
  readonly durationMs: number
  readonly fps: number
  /** Pictures in the file; 0 while they are not counted, absent where they need not be. */
  readonly frames?: number
  /** How brightness is written where it is not the usual way: such pictures look grey unless they are converted. */
  readonly hdr?: Hdr | null
  readonly coded?: Coded
}

interface Stream {
  index: number
  codec_type?: string
  codec_name?: string
  width?: number
  height?: number
  sample_aspect_ratio?: string
  avg_frame_rate?: string
  nb_frames?: string
  profile?: string
  pix_fmt?: string
  has_b_frames?: number
  field_order?: string
  bit_rate?: string
  channels?: number
  sample_rate?: string
  color_transfer?: string
  duration?: string
  disposition?: { attached_pic?: number }
  side_data_list?: { rotation?: number }[]
  tags?: { rotate?: string }
}
interface Report {
  streams?: Stream[]
  format?: { duration?: string }
}

/**
 * How every program reads what a stranger sent: this one file and nothing else (a playlist could name other files or addresses),
 * with the reader that its content asks for, only with codecs that clips have, and not for ever.
 */
export const inputArgs = (container: 'mov' | 'matroska'): string[] => [
  '-protocol_whitelist',
  'file,pipe',
  '-f',
  container,
  // One block of memory, and one picture: 8k of 16 bits fits.
  '-max_alloc',
  '600000000',
  '-max_pixels',
  String(videoSide ** 2),
  '-codec_whitelist',
  [...videoCodecs, ...audioCodecs, ...textCodecs].join(','),
  '-probesize',
  '20000000',
  '-analyzeduration',
  '10000000',
]
const wanted =
  'format=duration:stream=index,codec_type,codec_name,width,height,sample_aspect_ratio,avg_frame_rate,nb_frames,color_transfer,profile,pix_fmt,has_b_frames,field_order,bit_rate,channels,sample_rate,duration:stream_disposition=attached_pic:stream_side_data=rotation:stream_tags=rotate'

/** Asks ffprobe what the file holds, and refuses what can't be a clip of ours. */
export async function probe(
  programs: Programs,
  ffprobe: string,
  path: string,
  container: 'mov' | 'matroska',
  structure: Structure,
): Promise<{ clip: Clip } | { refusal: MediaRefusal }> {
  if (structure.truncated) return { refusal: truncated }
  const text = await programs.run(
    ffprobe,
    ['-v', 'error', '-hide_banner', ...inputArgs(container), '-show_entries', wanted, '-of', 'json', `file:${path}`],
    { timeoutMs: 30_000, nice: 5 },
  )
  const judged = judge(JSON.parse(text) as Report, container)
  if ('refusal' in judged) return judged
  const { clip } = judged
  if (clip.durationMs > 0 && clip.frames && !structure.fragmented) return withinBudget(clip)
  const { durationMs, frames } = await measure(programs, ffprobe, path, clip)
  const measured = judgeLength({
    ...clip,
    durationMs: structure.fragmented || clip.durationMs === 0 ? durationMs : clip.durationMs,
    frames,
  })
  return 'refusal' in measured ? measured : withinBudget(measured.clip)
}

const withinBudget = (clip: Clip): { clip: Clip } | { refusal: MediaRefusal } => {
  const refusal = budgetProblem(clip)
  return refusal ? { refusal } : { clip }
}

export const truncated = unusable('media_truncated', 'The file breaks off before its end. Upload it again, or export it again')
export const tooLong = unusable('media_too_long', `Clips may last ${limits.videoSeconds} seconds`)

/** What the report means; pure. A missing duration comes back as 0, to be measured. */
export function judge(report: Report, container: 'mov' | 'matroska'): { clip: Clip } | { refusal: MediaRefusal } {
  const streams = report.streams ?? []
  const video = streams.find(s => s.codec_type === 'video' && s.disposition?.attached_pic !== 1)
  if (!video?.width || !video.height) return { refusal: unusable('not_a_video', 'The file holds no moving picture') }
  if (!(videoCodecs as readonly string[]).includes(video.codec_name ?? ''))
    return {
      refusal: unusable(
        'media_unsupported',
        `The picture is coded as ${video.codec_name ?? 'something unknown'}; export the clip as MP4 (H.264)`,
      ),
    }
  if (Math.max(video.width, video.height) > videoSide)
    return { refusal: unusable('media_unsupported', `The picture may have ${videoSide} pixels on a side`) }
  const audio = streams.find(s => s.codec_type === 'audio' && (audioCodecs as readonly string[]).includes(s.codec_name ?? ''))
  const [width, height] = shown(video)
  const seconds = Number(report.format?.duration ?? video.duration ?? 0)
  const durationMs = Number.isFinite(seconds) && seconds > 0 ? Math.round(seconds * 1000) : 0
  const clip = {
    container,
    video: video.index,
    audio: audio?.index ?? null,
    width,
    height,
    durationMs,
    fps: ratio(video.avg_frame_rate),
    frames: Number(video.nb_frames) || 0,
    hdr: hdrOf(video.color_transfer),
    coded: codedOf(video, audio),
  }
  return judgeLength(clip, true)
}

const codedOf = (video: Stream, audio: Stream | undefined): Coded => ({
  codec: video.codec_name ?? '',
  profile: video.profile ?? '',
  pixels: video.pix_fmt ?? '',
  width: video.width ?? 0,
  height: video.height ?? 0,
  delayed: video.has_b_frames ?? 0,
  plain:
    turnOf(video) === 0 &&
    (ratio(video.sample_aspect_ratio) || 1) === 1 &&
    ['progressive', 'unknown', undefined].includes(video.field_order),
  kbps: kbpsOf(video),
  sound: audio
    ? {
        codec: audio.codec_name ?? '',
        profile: audio.profile ?? '',
        channels: audio.channels ?? 0,
        rate: Number(audio.sample_rate) || 0,
        kbps: kbpsOf(audio),
      }
    : null,
})

const kbpsOf = (stream: Stream): number => Math.round((Number(stream.bit_rate) || 0) / 1000)

function judgeLength(clip: Clip, unknownIsFine = false): { clip: Clip } | { refusal: MediaRefusal } {
  if (clip.durationMs > limits.videoSeconds * 1000 + 500) return { refusal: tooLong }
  if (clip.durationMs <= 0 && !unknownIsFine) return { refusal: truncated }
  return { clip }
}

const ratio = (text: string | undefined): number => {
  const [a, b] = (text ?? '').split(/[/:]/).map(Number)
  return a && b && Number.isFinite(a / b) ? a / b : 0
}

const turnOf = (video: Stream): number =>
  Math.abs(Math.round(video.side_data_list?.find(d => d.rotation !== undefined)?.rotation ?? Number(video.tags?.rotate ?? 0)))

function shown(video: Stream): [number, number] {
  const pixel = ratio(video.sample_aspect_ratio) || 1
  const wide = Math.max(1, Math.round((video.width ?? 1) * Math.min(10, Math.max(0.1, pixel))))
  return turnOf(video) % 180 === 90 ? [video.height ?? 1, wide] : [wide, video.height ?? 1]
}

/** Recordings of browsers don't state their length, and some files not their pictures: read the times of all packets, without decoding. */
async function measure(
  programs: Programs,
  ffprobe: string,
  path: string,
  clip: Clip,
): Promise<{ durationMs: number; frames: number }> {
  let end = 0
  let frames = 0
  const onLine = (line: string) => {
    const [from, length] = line.split(',').map(Number)
    if (from !== undefined && Number.isFinite(from)) end = Math.max(end, from + (length || 0))
    frames++
    return end <= limits.videoSeconds + 5 && frames <= mostFrames
  }
  const args = [
    '-v',
    'error',
    '-hide_banner',
    ...inputArgs(clip.container),
    '-select_streams',
    String(clip.video),
    '-show_entries',
    'packet=pts_time,duration_time',
    '-of',
    'csv=p=0',
    `file:${path}`,
  ]
  await programs.run(ffprobe, args, { timeoutMs: 60_000, nice: 5, onLine })
  return { durationMs: Math.round(end * 1000), frames }
}
