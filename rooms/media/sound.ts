import { audioCodecs, soundLimits } from './limits.ts'
import { type Judged, unusable } from './medium.ts'
import type { Programs } from './program.ts'

/** Readers of files that hold sound alone, as ffmpeg names them. */
export type SoundContainer = 'mp3' | 'wav' | 'flac' | 'ogg' | 'mov' | 'matroska'

const ascii = (b: Uint8Array, from: number, to: number) => String.fromCharCode(...b.subarray(from, to))

/** What a file of sound is by its first bytes; null: none that is taken. */
export function sniffSound(head: Uint8Array): SoundContainer | null {
  if (ascii(head, 0, 3) === 'ID3') return 'mp3'
  // A frame of MPEG audio, layer III.
  if (head[0] === 0xff && ((head[1] ?? 0) & 0xe6) === 0xe2) return 'mp3'
  if (ascii(head, 0, 4) === 'RIFF' && ascii(head, 8, 12) === 'WAVE') return 'wav'
  if (ascii(head, 0, 4) === 'fLaC') return 'flac'
  if (ascii(head, 0, 4) === 'OggS') return 'ogg'
  if (ascii(head, 4, 8) === 'ftyp') return 'mov'
  if (head[0] === 0x1a && head[1] === 0x45 && head[2] === 0xdf && head[3] === 0xa3) return 'matroska'
  return null
}

const inputArgs = (container: SoundContainer): string[] => [
  ...['-protocol_whitelist', 'file,pipe', '-f', container, '-codec_whitelist', [...audioCodecs, 'mjpeg', 'png'].join(',')],
  ...['-probesize', '20000000', '-analyzeduration', '10000000'],
]
const quiet = ['-nostdin', '-hide_banner', '-v', 'error', '-y', '-threads', '1']

/** How loud music is in the end (EBU R 128, LUFS), and how near to the top a peak may come (dB). */
const target = -18
const headroom = -1.5

interface Sound {
  readonly path: string
  readonly container: SoundContainer
  readonly ffmpeg: string
  readonly ffprobe: string
}

/** Makes AAC in an MP4 of a file that holds sound alone, as loud as every other piece: one gain for the whole, so it is not squeezed. */
export async function convertSound(programs: Programs, sound: Sound, to: string): Promise<Judged<{ lengthMs: number }>> {
  const stream = await soundStream(programs, sound)
  if ('refusal' in stream) return stream
  const input = [...inputArgs(sound.container), '-i', `file:${sound.path}`, '-map', `0:${stream.value}`]
  const bounded = ['-t', String(soundLimits.toSeconds + 1)]
  const gain = await gainOf(programs, sound.ffmpeg, [...quiet, ...input, ...bounded])
  if (gain === null) return { refusal: unusable('media_unsupported', 'The file is silent') }
  await programs.run(
    sound.ffmpeg,
    [
      ...[...quiet, ...input, ...bounded, '-af', `volume=${gain.toFixed(2)}dB`, '-ac', '2', '-ar', '48000'],
      ...['-c:a', 'aac', '-b:a', '160k', '-map_metadata', '-1', '-map_chapters', '-1', '-movflags', '+faststart'],
      ...['-f', 'mp4', `file:${to}`],
    ],
    { timeoutMs: 120_000, nice: 19 },
  )
  const { length } = await reportOf(programs, { ...sound, path: to, container: 'mov' })
  const lengthMs = Math.round(length * 1000)
  if (lengthMs > soundLimits.toSeconds * 1000 + 500)
    return { refusal: unusable('media_too_long', `Music may last ${soundLimits.toSeconds} seconds`) }
  if (lengthMs < soundLimits.fromSeconds * 1000 - 100)
    return { refusal: unusable('media_unsupported', `Music lasts ${soundLimits.fromSeconds} seconds or longer`) }
  return { value: { lengthMs } }
}

interface Report {
  streams?: { index: number; codec_type?: string; codec_name?: string; disposition?: { attached_pic?: number } }[]
  format?: { duration?: string }
}
async function reportOf(programs: Programs, { ffprobe, path, container }: Sound): Promise<Report & { length: number }> {
  const wanted = 'format=duration:stream=index,codec_type,codec_name:stream_disposition=attached_pic'
  const text = await programs.run(
    ffprobe,
    ['-v', 'error', '-hide_banner', ...inputArgs(container), '-show_entries', wanted, '-of', 'json', `file:${path}`],
    { timeoutMs: 30_000, nice: 5 },
  )
  const report = JSON.parse(text) as Report
  return { ...report, length: Number(report.format?.duration ?? 0) || 0 }
}

/** The stream to take. A cover may lie beside it, a moving picture not. */
async function soundStream(programs: Programs, sound: Sound): Promise<Judged<number>> {
  const { streams = [] } = await reportOf(programs, sound)
  if (streams.some(s => s.codec_type === 'video' && s.disposition?.attached_pic !== 1))
    return { refusal: unusable('media_unsupported', 'The file holds a moving picture; music is sound alone') }
  const found = streams.find(s => s.codec_type === 'audio' && (audioCodecs as readonly string[]).includes(s.codec_name ?? ''))
  return found ? { value: found.index } : { refusal: unusable('media_unsupported', 'The file holds no sound that is taken') }
}

/** Decibels to the target loudness, less where a peak would be cut; null for silence. */
async function gainOf(programs: Programs, ffmpeg: string, input: readonly string[]): Promise<number | null> {
  let [loud, peak] = [-70, -70]
  const meters = 'ebur128=metadata=1,astats=metadata=1:measure_perchannel=none:measure_overall=Peak_level'
  const onLine = (line: string): boolean => {
    const [, key, value] = /^lavfi\.(r128\.I|astats\.Overall\.Peak_level)=(-?[\d.]+)/.exec(line) ?? []
    if (key === 'r128.I') loud = Number(value)
    else if (key) peak = Number(value)
    return true
  }
  await programs.run(ffmpeg, [...input, '-af', `${meters},ametadata=mode=print:file=-`, '-f', 'null', '-'], {
    ...{ timeoutMs: 120_000, nice: 19, onLine },
  })
  return loud <= -60 ? null : Math.min(30, target - loud, headroom - peak)
}
