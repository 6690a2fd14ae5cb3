/** One caption on the screen. */
export interface Cue {
  readonly fromMs: number
  readonly toMs: number
  readonly text: string
}

const two = (n: number) => String(n).padStart(2, '0')
const stamp = (ms: number) =>
  `${two(Math.floor(ms / 3_600_000))}:${two(Math.floor(ms / 60_000) % 60)}:${two(Math.floor(ms / 1000) % 60)}.${String(ms % 1000).padStart(3, '0')}`

/** A cue's words as text only: no markup gets through, and an empty line can't end the cue early. */
const words = (text: string) =>
  text
    .replace(/\p{Cc}/gu, c => (c === '\n' || c === '\r' ? '\n' : ''))
    .replace(/\n+/g, '\n')
    .trim()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')

/** WebVTT of these cues, in the order of their times. */
export function toVtt(cues: readonly Cue[]): string {
  const sorted = [...cues].sort((a, b) => a.fromMs - b.fromMs || a.toMs - b.toMs)
  return `WEBVTT\n\n${sorted.map(c => `${stamp(c.fromMs)} --> ${stamp(c.toMs)}\n${words(c.text)}\n`).join('\n')}`
}

/** What is wrong with the cues of a clip, or null. The last cue may hang over by half a second: clients round. */
export function cueProblem(cues: readonly Cue[], durationMs: number | null): { index: number; message: string } | null {
  for (const [index, c] of cues.entries()) {
    if (c.toMs <= c.fromMs) return { index, message: 'A cue ends after it begins' }
    if (durationMs !== null && c.toMs > durationMs + 500) return { index, message: `The clip ends at ${durationMs} ms` }
    if (words(c.text) === '') return { index, message: 'A cue has words' }
  }
  return null
}
