import {
  AudioBufferSource,
  BufferTarget,
  CanvasSource,
  canEncodeAudio,
  canEncodeVideo,
  Mp4OutputFormat,
  Output,
  VideoSampleSink,
} from 'mediabunny'
import { type EditList, fps, frameAt, frameCount, layout, momentOf, type Size, sizeOf, slack, timeline } from '#engines/edit'
import { drawFrame, scaled } from './draw-frame.ts'
import { mixSound } from './export-sound.ts'
import { inputOf, type Opened } from './open-source.ts'

/** Pixels on the short side; the server's renderings are of the same size. */
export const exportShort = 720
/** Bits a second: the best rung is below it, so the server need not guess what was lost. */
const videoBits = 6_000_000
const audioBits = 160_000

/** Whether this browser can write what every phone can play. Some throw where they should say no. */
export const canExport = (): Promise<boolean> =>
  canEncodeVideo('avc', { width: 720, height: 1280, bitrate: videoBits }).catch(() => false)

let aac: Promise<void> | null = null
/** Fetches what writes AAC where the browser itself can't. Called while a clip is edited, so that nobody waits for it later. */
export const readySound = (): Promise<void> => {
  aac ??= canEncodeAudio('aac', { bitrate: audioBits }).then(async can => {
    if (!can) (await import('./aac.ts')).registerAacEncoder()
  })
  aac.catch(() => {
    aac = null
  })
  return aac
}

export interface Export {
  readonly list: EditList
  readonly sources: ReadonlyMap<string, Opened>
  readonly pictureOf: (id: string) => CanvasImageSource | null
  readonly music: Blob | null
  readonly signal: AbortSignal
  /** Share of the frames that are written, 0 to 1. */
  readonly onProgress: (part: number) => void
}

/**
 * The list as one MP4 (H.264 and AAC), made on this device. Held in memory until it is whole: a minute is some 45 MB.
 * Throws an AbortError when it was called off.
 */
export async function exportClip(job: Export): Promise<File> {
  const { list, signal } = job
  const size = sizeOf(list.frame, exportShort)
  const canvas = new OffscreenCanvas(size.width, size.height)
  const output = new Output({ format: new Mp4OutputFormat({ fastStart: 'in-memory' }), target: new BufferTarget() })
  const video = new CanvasSource(canvas, { codec: 'avc', bitrate: videoBits, keyFrameInterval: 2, latencyMode: 'quality' })
  const audio = new AudioBufferSource({ codec: 'aac', bitrate: audioBits })
  output.addVideoTrack(video, { frameRate: fps })
  output.addAudioTrack(audio)
  try {
    await output.start()
    const sound = Promise.all([mixSound(list, job.sources, job.music, signal), readySound()]).then(async ([mixed]) => {
      await audio.add(mixed)
      audio.close()
    })
    await Promise.all([drawAll(job, canvas, size, video), sound])
    signal.throwIfAborted()
    await output.finalize()
  } catch (error) {
    await output.cancel().catch(() => undefined)
    throw error
  }
  if (!output.target.buffer) throw new Error('nothing was written')
  return new File([output.target.buffer], 'edit.mp4', { type: 'video/mp4' })
}

async function drawAll(job: Export, canvas: OffscreenCanvas, size: Size, video: CanvasSource): Promise<void> {
  const { list, sources, signal } = job
  const pen = canvas.getContext('2d', { alpha: false })
  if (!pen) throw new Error('no canvas')
  const count = frameCount(list)
  const pictureOf = scaled(job.pictureOf)
  for (const { piece, from, to } of timeline(list)) {
    const source = sources.get(piece.source)
    if (!source) throw new Error(`no source ${piece.source}`)
    let k = frameAt(from)
    const times = Array.from({ length: frameAt(to) - k }, (_, i) => (piece.in + momentOf(k + i) - from + slack) / 1000)
    for await (const sample of samplesAt(source, times)) {
      const picture = layout(list, momentOf(k), sources, size)
      if (picture)
        drawFrame(
          pen,
          picture,
          size,
          (p, c, s) => sample?.draw(p, c.x, c.y, c.width, c.height, 0, 0, s.width, s.height),
          pictureOf,
        )
      sample?.close()
      signal.throwIfAborted()
      await video.add(k / fps, 1 / fps)
      k++
      job.onProgress(k / count)
    }
  }
  video.close()
}

/** The picture that is shown at each of these moments; before the first one, the first. */
async function* samplesAt(source: Opened, times: readonly number[]) {
  const input = inputOf(source.file)
  try {
    const track = await input.getPrimaryVideoTrack()
    if (!track) throw new Error('no picture')
    const first = await track.getFirstTimestamp()
    yield* new VideoSampleSink(track).samplesAtTimestamps(times.map(t => Math.max(first, t + source.start)))
  } finally {
    input.dispose()
  }
}
