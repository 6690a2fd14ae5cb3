import { AudioBufferSink } from 'mediabunny'
import { type EditList, fps, frameCount, type Placed, timeline } from '#engines/edit'
import { inputOf, type Opened } from './open-source.ts'

const rate = 48_000
/** Nothing is louder than this; the server holds the same limit. */
const loudest = 0.97

/** The sound of the whole result, as long as its frames: the sources' own, and music that is repeated under it. */
export async function mixSound(
  list: EditList,
  sources: ReadonlyMap<string, Opened>,
  music: Blob | null,
  signal: AbortSignal,
): Promise<AudioBuffer> {
  const samples = (frameCount(list) * rate) / fps
  const room = new OfflineAudioContext(2, samples, rate)
  if (list.gain > 0)
    for (const placed of timeline(list)) {
      const source = sources.get(placed.piece.source)
      if (source?.sound) await putPiece(room, placed, source, list.gain)
      signal.throwIfAborted()
    }
  if (music && list.music) await putMusic(room, list.music, music, samples / rate)
  return quieter(await room.startRendering())
}

async function putPiece(room: OfflineAudioContext, { piece, from }: Placed, source: Opened, gain: number): Promise<void> {
  const input = inputOf(source.file)
  try {
    const track = await input.getPrimaryAudioTrack()
    if (!track) return
    const [first, last] = [piece.in / 1000 + source.start, piece.out / 1000 + source.start]
    const level = room.createGain()
    level.gain.value = gain
    level.connect(room.destination)
    for await (const { buffer, timestamp, duration } of new AudioBufferSink(track).buffers(first, last)) {
      const skip = Math.max(0, first - timestamp)
      const heard = Math.min(duration, last - timestamp) - skip
      if (heard <= 0) continue
      const node = room.createBufferSource()
      node.buffer = buffer
      node.connect(level)
      node.start(from / 1000 + timestamp + skip - first, skip, heard)
    }
  } finally {
    input.dispose()
  }
}

async function putMusic(
  room: OfflineAudioContext,
  { gain, in: from, fade }: NonNullable<EditList['music']>,
  file: Blob,
  length: number,
): Promise<void> {
  const node = room.createBufferSource()
  node.buffer = await room.decodeAudioData(await file.arrayBuffer())
  node.loop = true
  const level = room.createGain()
  const slope = Math.min(fade / 1000, length / 2)
  if (slope > 0) {
    level.gain.setValueAtTime(0, 0)
    level.gain.linearRampToValueAtTime(gain, slope)
    level.gain.setValueAtTime(gain, length - slope)
    level.gain.linearRampToValueAtTime(0, length)
  } else level.gain.value = gain
  node.connect(level).connect(room.destination)
  node.start(0, (from / 1000) % node.buffer.duration)
}

/** Two sounds may be too loud together: then all of it is quieter, so that nothing is cut off. */
function quieter(sound: AudioBuffer): AudioBuffer {
  const channels = Array.from({ length: sound.numberOfChannels }, (_, i) => sound.getChannelData(i))
  let most = 0
  for (const channel of channels) for (const value of channel) if (value > most || -value > most) most = Math.abs(value)
  if (most > loudest) for (const channel of channels) for (let i = 0; i < channel.length; i++) channel[i]! *= loudest / most
  return sound
}
