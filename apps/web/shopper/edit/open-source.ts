import { BlobSource, Input, MATROSKA, MP4, QTFF, WEBM } from 'mediabunny'
import type { Source } from '#engines/edit'

/** A clip of this device, as the editor knows it. */
export interface Opened extends Source {
  readonly file: File
  /** For the preview; given back by `close`. */
  readonly url: string
  /** Where its own time begins, seconds: files need not begin at 0. */
  readonly start: number
  readonly sound: boolean
}

/** Reads as much of a file as an editor needs; null for what this browser can't read or play. */
export async function openSource(file: File): Promise<Opened | null> {
  const input = inputOf(file)
  try {
    const video = await input.getPrimaryVideoTrack()
    if (!video || !(await video.canDecode())) return null
    const audio = await input.getPrimaryAudioTrack()
    // Sound may have a run-up before 0 that nobody hears; the time of the clip does not begin with it.
    const start = Math.max(0, await input.getFirstTimestamp())
    const length = Math.floor((await input.computeDuration()) * 1000 - start * 1000)
    const [width, height] = [await video.getDisplayWidth(), await video.getDisplayHeight()]
    if (!(length >= 100 && width > 1 && height > 1)) return null
    const sound = audio !== null && (await audio.canDecode())
    return { file, url: URL.createObjectURL(file), width, height, length, start, sound }
  } catch (error) {
    console.warn('clip', error)
    return null
  } finally {
    input.dispose()
  }
}

/** The file as something to decode. */
export const inputOf = (file: Blob): Input<BlobSource> =>
  new Input({ source: new BlobSource(file), formats: [MP4, QTFF, WEBM, MATROSKA] })
