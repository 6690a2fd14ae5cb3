import { CanvasSink } from 'mediabunny'
import { inputOf, type Opened } from './open-source.ts'

export interface Still {
  /** Moment of the source, milliseconds. */
  readonly at: number
  readonly picture: HTMLCanvasElement | OffscreenCanvas
}

/** Small pictures of a clip, evenly over its length; given one by one as they come. */
export async function* stillsOf(source: Opened, count: number, width = 54): AsyncGenerator<Still> {
  const input = inputOf(source.file)
  try {
    const track = await input.getPrimaryVideoTrack()
    if (!track) return
    const times = Array.from({ length: count }, (_, i) => ((i + 0.5) * source.length) / count / 1000)
    const sink = new CanvasSink(track, { width, height: Math.round((width * 16) / 9), fit: 'cover', poolSize: 0 })
    let i = 0
    for await (const still of sink.canvasesAtTimestamps(times.map(t => t + source.start))) {
      const at = (times[i++] ?? 0) * 1000
      if (still) yield { at, picture: still.canvas }
    }
  } finally {
    input.dispose()
  }
}
