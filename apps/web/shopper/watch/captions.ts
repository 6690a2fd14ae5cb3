import type { Video } from '../../client/types.ts'

/** Puts the clip's words beside its picture, in this language where it has it; what is said now goes to `cue`. */
export function addCaptions(video: HTMLVideoElement, clip: Video, language: string, cue: (text: string) => void): void {
  for (const track of video.querySelectorAll('track')) track.remove()
  const file = clip.captions.find(c => c.language === language) ?? clip.captions[0]
  if (!file) return
  const track = document.createElement('track')
  Object.assign(track, { kind: 'captions', src: file.url, srclang: file.language })
  track.addEventListener('cuechange', () => {
    const cues = [...(track.track.activeCues ?? [])] as VTTCue[]
    cue(cues.map(c => c.text).join('\n'))
  })
  video.append(track)
  track.track.mode = 'hidden'
}
