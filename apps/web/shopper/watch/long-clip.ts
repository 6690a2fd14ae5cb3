import type HlsPlayer from 'hls.js'
import type { Video } from '../../client/types.ts'
import { measureHead, type Rung, throughput, usefulRungs } from './throughput.ts'

/** Seconds that are loaded ahead of a clip in front; of one that waits behind it, its first segment. */
const buffer = { front: 30, ahead: 1.5 } as const
/** Seconds behind the picture that are kept for going back. */
const keptBehind = 30
/** After a network that failed for good, the next try. */
const againMs = 3000

/** How this browser plays HLS: Safari by itself, others by a script, very old ones not at all. */
export function hlsWay(video: HTMLVideoElement): 'native' | 'script' | null {
  // Other browsers claim to play it, too; where the script can't run, or is not needed, there is a media source that the browser manages.
  if (video.canPlayType('application/vnd.apple.mpegurl') && ('ManagedMediaSource' in window || !('MediaSource' in window)))
    return 'native'
  return 'MediaSource' in window ? 'script' : null
}

export interface LongWish {
  readonly saver: boolean
  readonly pixels: number
  /** The rung to begin with. */
  readonly rung: Rung
  /** In front, or its head only. */
  readonly front: boolean
  /** It can't be played this way: the file may do. `gone`: there is nothing to play. */
  readonly failed: (why: 'way' | 'gone') => void
}

const nameIn = (url: string | undefined): string => /\/([a-z]+)\.m3u8/.exec(url ?? '')?.[1] ?? ''

/** One clip of more than a minute in one element, by HLS. With data saver it has only its lowest rung. */
export class LongClip {
  readonly #video: HTMLVideoElement
  readonly #clip: Video
  readonly #wish: LongWish
  readonly #url: string
  #hls: HlsPlayer | null = null
  #front: boolean
  #resting = false
  #gone = false
  #mended = false
  /** The server has it no more: nothing comes after what is loaded. */
  lost = false
  #timer = 0
  #bytes = 0
  #rung: string
  /** The element has its source: from here on it may be told to play. */
  readonly attached: Promise<void>

  constructor(video: HTMLVideoElement, clip: Video, wish: LongWish) {
    this.#video = video
    this.#clip = clip
    this.#wish = wish
    this.#front = wish.front
    this.#rung = wish.rung.name
    const master = clip.hls ?? ''
    this.#url = wish.saver ? master.replace(/clip\.m3u8.*$/, `${wish.rung.name}.m3u8`) : master
    if (hlsWay(video) === 'native') {
      video.src = this.#url
      this.attached = Promise.resolve()
    } else this.attached = this.#attach()
  }

  /** The rung that is shown. */
  get rung(): string {
    if (this.#hls) return this.#rung
    return this.#clip.rungs.find(r => r.width === this.#video.videoWidth)?.name ?? this.#rung
  }
  /** That were loaded; null where only the browser knows. */
  get bytes(): number | null {
    return this.#hls ? this.#bytes : null
  }

  /** Loads on: as much as a clip in front needs, or its head. */
  load(front: boolean): void {
    // Whether what was lost is shown again is seen by asking.
    const stopped = this.#resting || this.lost
    this.#resting = false
    this.lost = false
    this.#front = front
    const hls = this.#hls
    if (!hls) return
    hls.config.maxBufferLength = front ? buffer.front : buffer.ahead
    if (stopped) this.#start(hls)
  }
  /** Asks for nothing more until it is to load again. */
  rest(): void {
    this.#resting = true
    clearTimeout(this.#timer)
    this.#hls?.stopLoad()
  }
  destroy(): void {
    this.#gone = true
    this.rest()
    this.#hls?.destroy()
    this.#hls = null
  }

  async #attach(): Promise<void> {
    const library = await import('./hls-library.ts').catch(() => null)
    if (this.#gone) return
    if (!library?.Hls.isSupported()) return this.#wish.failed('way')
    const { Hls } = library
    const hls = new Hls({
      // The parts are MP4 already: there is nothing to convert in a worker.
      enableWorker: false,
      autoStartLoad: false,
      testBandwidth: false,
      abrEwmaDefaultEstimate: throughput() * 1000,
      // Seconds alone say how much is loaded.
      maxBufferSize: 0,
      maxBufferLength: this.#front ? buffer.front : buffer.ahead,
      backBufferLength: keptBehind,
    })
    this.#hls = hls
    hls.on(Hls.Events.MANIFEST_PARSED, () => {
      this.#choose(hls)
      if (!this.#resting) this.#start(hls)
    })
    hls.on(Hls.Events.LEVEL_SWITCHED, (_, { level }) => {
      this.#rung = nameIn(hls.levels[level]?.url[0]) || this.#rung
    })
    hls.on(Hls.Events.FRAG_LOADED, (_, { frag }) => {
      if (this.#bytes === 0) measureHead(frag.stats.loaded, frag.stats.loading.end - frag.stats.loading.start)
      this.#bytes += frag.stats.loaded
    })
    hls.on(Hls.Events.ERROR, (_, error) => {
      if (this.#gone) return
      const status = error.response?.code
      // The library would ask again for what was taken away.
      if (status === 410) this.#lose(hls)
      else if (!error.fatal) return
      else if (status !== 404 && error.type === Hls.ErrorTypes.NETWORK_ERROR) this.#again(hls)
      else this.#mend(hls, error.type === Hls.ErrorTypes.MEDIA_ERROR)
    })
    hls.loadSource(this.#url)
    hls.attachMedia(this.#video)
  }

  /** Begins with the rung that a file would have been, and never goes above what the screen shows. */
  #choose(hls: HlsPlayer): void {
    const names = hls.levels.map(l => nameIn(l.url[0]))
    const begin = names.indexOf(this.#wish.rung.name)
    const useful = usefulRungs(this.#clip, this.#wish.pixels).map(r => r.name)
    const top = names.findLastIndex(name => useful.includes(name))
    hls.autoLevelCapping = top
    if (begin >= 0) hls.startLevel = begin
  }
  #start(hls: HlsPlayer): void {
    if (hls.levels.length > 0) hls.startLoad(this.#video.currentTime || -1)
    else hls.loadSource(this.#url)
  }
  #lose(hls: HlsPlayer): void {
    this.lost = true
    hls.stopLoad()
    this.#wish.failed('gone')
  }
  /** What the element stumbled over is tried once more. */
  #mend(hls: HlsPlayer, element: boolean): void {
    if (!element || this.#mended) this.#wish.failed('way')
    else {
      this.#mended = true
      hls.recoverMediaError()
    }
  }
  /** The network is away: what is loaded plays on, and the rest comes when it is back. */
  #again(hls: HlsPlayer): void {
    clearTimeout(this.#timer)
    this.#timer = window.setTimeout(() => {
      if (this.#gone || this.#resting) return
      if (navigator.onLine) this.#start(hls)
      else this.#again(hls)
    }, againMs)
  }
}
