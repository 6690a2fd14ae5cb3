import type { Slide } from '../../client/types.ts'

/** A number from 0 to 1 that is always the same for a text and spread evenly: FNV-1a, mixed by the end of MurmurHash3. */
function evenly(text: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return ((hash ^ (hash >>> 16)) >>> 0) / 2 ** 32
}

/**
 * The slide with the clip that this person is shown where its author tries several: by chance, the same one every time, and by nothing that is
 * known of them. `variants` stays only where chance chose: authors, and whoever is not known yet, see the post's own clip and tell of none.
 */
export function withDrawnClip(slide: Slide, person: string | undefined): Slide {
  const { variants, ...own } = slide
  if (!variants || !slide.video) return slide
  if (!person || slide.mine.author) return own
  const clips = [slide.video, ...variants]
  return { ...slide, video: clips[Math.floor(evenly(`${person} ${slide.id}`) * clips.length)] ?? slide.video }
}

/** Which of several clips was shown; nothing where there is one. */
export const drawnOf = ({ variants, video }: Slide): { medium?: string } => (variants && video ? { medium: video.id } : {})
