import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createCanvas, GlobalFonts } from '@napi-rs/canvas'
import { grain, vignette } from './film.ts'
import { buyersClips } from './programme/buyers.ts'
import { scoreOf } from './programme/entry.ts'
import { everyday } from './programme/everyday.ts'
import { howtos } from './programme/howtos.ts'
import { makersClips } from './programme/makers.ts'
import { type Draw, type Film, FPS, H, lengthOf, SCALE, W } from './scenes/film-types.ts'
import { films } from './scenes/index.ts'
import { synthesise, wav } from './sound.ts'

const font = fileURLToPath(new URL('../../web/public/fonts/instrument-sans.woff2', import.meta.url))

export function filmOf(clipKey: string): Film {
  const film = films.find(f => f.key === clipKey)
  if (film) return film
  const entry = [...makersClips, ...howtos, ...buyersClips, ...everyday].find(e => e.key === clipKey)
  if (entry) return { key: clipKey, shots: entry.shots.map(([shot]) => shot), score: scoreOf(entry) }
  throw new Error(`no clip "${clipKey}" in the demo cast`)
}

const DISSOLVE = 0.35
/** Size of the drawn picture, in pixels. */
export const width = W * SCALE
export const height = H * SCALE

/** Frames of a film in order. A shot is built when its first frame is asked for and dropped after its last. */
export function projector(film: Film): (frame: number) => Buffer {
  GlobalFonts.registerFromPath(font, 'Instrument Sans')
  const canvas = createCanvas(width, height)
  const ctx = canvas.getContext('2d')
  const last = createCanvas(width, height)
  let current = -1
  let draw: Draw = () => {}
  const light = vignetteTile()
  return frame => {
    const sec = frame / FPS
    let [index, from] = [0, 0]
    while (index < film.shots.length - 1 && sec >= from + film.shots[index]!.seconds) from += film.shots[index++]!.seconds
    const shot = film.shots[index]!
    if (index !== current) {
      if (index === current + 1 && current >= 0) last.getContext('2d').drawImage(canvas, 0, 0)
      draw = shot.open()
      current = index
    }
    ctx.setTransform(SCALE, 0, 0, SCALE, 0, 0)
    const inShot = sec - from
    draw(ctx, { t: Math.min(1, inShot / shot.seconds), sec: inShot })
    ctx.setTransform(1, 0, 0, 1, 0, 0)
    if (index > 0 && inShot < DISSOLVE) {
      ctx.globalAlpha = 1 - inShot / DISSOLVE
      ctx.drawImage(last, 0, 0)
      ctx.globalAlpha = 1
    }
    ctx.drawImage(light, 0, 0)
    grain(ctx, width, height, frame, 5)
    return canvas.data()
  }
}

function vignetteTile() {
  const c = createCanvas(width, height)
  vignette(c.getContext('2d'), width, height, 0.26)
  return c
}

/** Renders one clip to an mp4 (H.264, AAC). The same key gives the same picture and the same sound. */
export async function renderClip(
  clipKey: string,
  outPath: string,
  options: { onProgress?: (share: number) => void } = {},
): Promise<void> {
  const film = filmOf(clipKey)
  const seconds = lengthOf(film)
  const dir = await mkdtemp(join(tmpdir(), 'enishi-clip-'))
  try {
    const sound = join(dir, 'sound.wav')
    await writeFile(sound, wav(synthesise(film.score, seconds)))
    await encode(film, Math.round(seconds * FPS), sound, outPath, options.onProgress)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

const ffmpegArguments = (sound: string, outPath: string): string[] => [
  '-v',
  'error',
  '-y',
  '-f',
  'rawvideo',
  '-pix_fmt',
  'rgba',
  '-s',
  `${width}x${height}`,
  '-r',
  String(FPS),
  '-i',
  'pipe:0',
  '-i',
  sound,
  '-map',
  '0:v',
  '-map',
  '1:a',
  '-c:v',
  'libx264',
  '-preset',
  'ultrafast',
  '-crf',
  '21',
  '-pix_fmt',
  'yuv420p',
  '-threads',
  '1',
  '-g',
  String(FPS * 2),
  '-vf',
  'scale=out_color_matrix=bt709:out_range=tv',
  '-colorspace',
  'bt709',
  '-color_primaries',
  'bt709',
  '-color_trc',
  'bt709',
  '-c:a',
  'aac',
  '-b:a',
  '128k',
  '-movflags',
  '+faststart',
  '-shortest',
  outPath,
]

async function encode(
  film: Film,
  frames: number,
  sound: string,
  outPath: string,
  onProgress?: (share: number) => void,
): Promise<void> {
  const ffmpeg = spawn('ffmpeg', ffmpegArguments(sound, outPath), { stdio: ['pipe', 'ignore', 'pipe'] })
  let said = ''
  ffmpeg.stderr.on('data', d => {
    said += d
  })
  const closed = once(ffmpeg, 'close')
  ffmpeg.stdin.on('error', () => {})
  const next = projector(film)
  for (let i = 0; i < frames && ffmpeg.exitCode === null; i++) {
    if (!ffmpeg.stdin.write(next(i))) await Promise.race([once(ffmpeg.stdin, 'drain'), closed])
    onProgress?.((i + 1) / frames)
  }
  ffmpeg.stdin.end()
  const [code] = await closed
  if (code !== 0) throw new Error(`ffmpeg could not make "${film.key}": ${said.trim()}`)
}
