import {
  cropOf,
  type EditList,
  fps,
  frameAt,
  frameCount,
  momentOf,
  mosaicOf,
  type Placed,
  rectOf,
  type Size,
  slack,
} from '#engines/edit'
import { type Clip, inputArgs } from './probe.ts'

/** Samples a second, and a frame: whole, so sound and picture of every piece are of one length. */
const rate = 48_000
const samples = rate / fps

/** Every piece has the colours of HD, and so has what lies over it: else the gold of a text is another one than the browser's. */
const colours = 'out_color_matrix=bt709:out_range=tv'
const seconds = (ms: number): string => (ms / 1000).toFixed(6)
/** Read this much earlier: the picture that is shown at a moment may have begun before it. */
const runUp = 1000
/** Never the metadata: phones write down where they were. */
const clean = ['-map_metadata', '-1', '-map_chapters', '-1']
const quiet = ['-nostdin', '-hide_banner', '-v', 'error', '-y']

interface Cut {
  readonly list: EditList
  readonly size: Size
  readonly source: string
  readonly path: string
  /** Filters that bring a bright source to usual pictures (hdr.ts); none for one that is usual already. */
  readonly convert: readonly string[]
}

/**
 * Arguments that cut one piece out of its source: exactly its frames, cropped and scaled to the frame, with exactly as much sound
 * (silence where the source has none). A file of ours between two steps: hardly compressed, exact in time.
 */
export function pieceArgs({ piece, from, to }: Placed, clip: Clip, { list, size, source, path, convert }: Cut): string[] {
  const first = frameAt(from)
  const frames = frameAt(to) - first
  const at = piece.in + momentOf(first) - from
  const seek = Math.max(0, at - runUp)
  const crop = cropOf(piece, clip, list.frame)
  const picture = [
    `[0:${clip.video}]setpts=PTS-${seconds(at - seek + slack)}/TB`,
    `fps=${fps}:round=up:start_time=0`,
    `tpad=stop_mode=clone:stop=-1`,
    `trim=end_frame=${frames}`,
    `scale=${clip.width}:${clip.height}`,
    `crop=${crop.width}:${crop.height}:${crop.x}:${crop.y}`,
    // What is converted keeps its own matrix until then.
    `scale=${size.width}:${size.height}:flags=bicubic${convert.length > 0 ? '' : `:${colours}`}`,
    'setsar=1',
    ...convert,
    'format=yuv420p',
    'setparams=range=tv:colorspace=bt709:color_primaries=bt709:color_trc=bt709[v]',
  ].join(',')
  // One channel goes to both sides as loud as it is, as browsers do it; left to itself ffmpeg would take 3 dB away.
  const sides = clip.coded?.sound?.channels === 1 ? ',pan=stereo|c0=c0|c1=c0' : ''
  const heard =
    clip.audio === null
      ? `anullsrc=r=${rate}:cl=stereo`
      : `[0:${clip.audio}]asetpts=PTS-${seconds(at - seek)}/TB,atrim=start=0${sides}`
  const sound = `${heard},aresample=${rate}:async=1:first_pts=0,aformat=sample_fmts=s16:channel_layouts=stereo,apad,atrim=end_sample=${frames * samples}[a]`
  return [
    ...[...quiet, '-threads', '2', '-ss', seconds(seek), ...inputArgs(clip.container), '-i', `file:${source}`],
    ...['-filter_complex_threads', '1', '-filter_complex', `${picture};${sound}`, '-map', '[v]', '-map', '[a]'],
    ...[
      '-c:v',
      'libx264',
      '-preset',
      'ultrafast',
      '-crf',
      '8',
      '-threads',
      '2',
      '-c:a',
      'pcm_s16le',
      ...clean,
      '-f',
      'nut',
      `file:${path}`,
    ],
  ]
}

export interface Parts {
  readonly list: EditList
  readonly size: Size
  /** Files of the pieces, in order. */
  readonly pieces: readonly string[]
  /** Pictures of the overlays (PNG), in order. */
  readonly overlays: readonly string[]
  readonly music: string | null
  readonly path: string
}

/** Arguments that join the pieces and draw what lies over them: the server's half of `layout`. */
export function joinArgs({ list, size, pieces, overlays, music, path }: Parts): string[] {
  const inputs = pieces.flatMap(p => ['-threads', '1', '-f', 'nut', '-i', `file:${p}`])
  for (const o of overlays) inputs.push('-threads', '1', '-f', 'png_pipe', '-i', `file:${o}`)
  if (music !== null) inputs.push('-stream_loop', '-1', '-i', `file:${music}`)
  const joined = `${pieces.map((_, i) => `[${i}:v][${i}:a]`).join('')}concat=n=${pieces.length}:v=1:a=1[v0][a0]`
  const over = drawn(list, size, pieces.length)
  const graph = [joined, ...over.steps, ...sounds(list, pieces.length + overlays.length)]
  return [
    ...[...quiet, '-nostats', '-progress', 'pipe:1', '-stats_period', '0.5', '-protocol_whitelist', 'file,pipe', ...inputs],
    ...['-filter_complex_threads', '1', '-filter_complex', graph.join(';'), '-map', `[${over.last}]`, '-map', '[a]'],
    ...['-c:v', 'libx264', '-preset', 'veryfast', '-crf', '16', '-pix_fmt', 'yuv420p', '-threads', '2'],
    ...[
      '-frames:v',
      String(frameCount(list)),
      '-c:a',
      'aac',
      '-b:a',
      '192k',
      ...clean,
      '-movflags',
      '+faststart',
      '-f',
      'mp4',
      `file:${path}`,
    ],
  ]
}

const during = (s: { from: number; to: number }): string => `enable='between(n,${frameAt(s.from)},${frameAt(s.to) - 1})'`

function drawn(list: EditList, size: Size, firstOverlay: number): { steps: string[]; last: string } {
  const steps: string[] = []
  let last = 'v0'
  const next = (step: (before: string, after: string) => string[]) => {
    const after = `v${steps.length + 1}`
    steps.push(...step(last, after))
    last = after
  }
  for (const b of list.blurs) {
    const m = mosaicOf(b, size)
    if (!m) continue
    const stones = `${Math.max(1, Math.round(m.width / m.stone))}:${Math.max(1, Math.round(m.height / m.stone))}`
    // With as much colour as light: else a stone of colour would be two stones wide, and lie across the edges of others.
    next((before, after) => [
      `[${before}]split[${after}s][${after}c]`,
      `[${after}c]crop=${m.width}:${m.height}:${m.x}:${m.y},format=yuv444p,scale=${stones}:flags=area,scale=${m.width}:${m.height}:flags=neighbor[${after}m]`,
      `[${after}s][${after}m]overlay=${m.x}:${m.y}:${during(b)}[${after}]`,
    ])
  }
  for (const [i, o] of list.overlays.entries()) {
    const r = rectOf(o, size)
    next((before, after) => [
      `[${firstOverlay + i}:v]scale=${r.width}:${r.height}:flags=bicubic:${colours},format=yuva420p[${after}p]`,
      `[${before}][${after}p]overlay=${r.x}:${r.y}:${during(o)}[${after}]`,
    ])
  }
  return { steps, last }
}

function sounds({ gain, music, ...list }: EditList, musicInput: number): string[] {
  const end = frameCount(list)
  const own = `[a0]volume=${gain}`
  if (!music) return [`${own}[a]`]
  const length = (end * samples) / rate
  const fade = Math.min(music.fade / 1000, length / 2)
  const faded = fade > 0 ? `,afade=t=in:d=${fade},afade=t=out:st=${(length - fade).toFixed(6)}:d=${fade}` : ''
  return [
    `${own}[own]`,
    `[${musicInput}:a]atrim=start=${seconds(music.in)},asetpts=PTS-STARTPTS,aresample=${rate},aformat=channel_layouts=stereo,atrim=end_sample=${end * samples},volume=${music.gain}${faded}[bed]`,
    '[own][bed]amix=inputs=2:duration=first:normalize=0,alimiter=limit=0.97:level=0[a]',
  ]
}
