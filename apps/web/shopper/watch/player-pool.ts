import type { Video } from '../../client/types.ts'
import { addCaptions } from './captions.ts'
import { hlsWay, LongClip } from './long-clip.ts'
import { type Speed, usePlayer, useSound, useSpeed } from './player-state.ts'
import type { PoolOwner } from './pool-owner.ts'
import { bytesIn, chooseRung, isWhole, measureHead, type Rung } from './throughput.ts'

const size = 4
/** Slides further away than this lose their clip. */
const near = 2
/** A clip that was left without a frame is reported when it was waited for this long; a shorter look tells nothing of the link. */
const waitedMs = 300
/** By then a swipe has come to rest. */
const restMs = 500

interface Player {
  readonly video: HTMLVideoElement
  /** The slide whose clip it holds, −1 for none. */
  held: number
  /** Id of that clip. */
  clip: string
  rung: Rung | null
  /** Of a clip that plays by HLS. */
  long: LongClip | null
  loadedAt: number
  sampled: boolean
  /** All of it is here. */
  whole: boolean
}
interface Wishes {
  readonly saver: boolean
  readonly tapToPlay: boolean
  readonly captions: string
}

/**
 * Four video elements for a feed of any length. Slide i always uses element i mod 4, so the active and the next element are never
 * moved at swipe time, and a permission for sound that a tap gave to an element stays with it.
 * Heads first: when the active clip shows a frame, the head of the next is fetched, then of the one after.
 * Clips of a minute at most are files; longer ones come by HLS (long-clip.ts), in the same four elements and by the same order.
 */
class PlayerPool {
  #players: Player[] = []
  #owner: PoolOwner | null = null
  #active = -1
  /** The slide that was in front when its feed went out of sight, and its clip. */
  #left: { i: number; clip: string } | null = null
  /** Paused by us because nobody looks, not by the viewer. */
  #asleep = false
  #wishes: Wishes = { saver: false, tapToPlay: false, captions: '' }
  #times = new Set<(at: number, duration: number) => void>()
  #frame = 0
  #rest = 0
  // Of the active clip.
  #since = 0
  #firstFrame = 0
  #told = false
  #ready = 0
  #stalls = 0

  wish(wishes: Wishes): void {
    this.#wishes = wishes
  }

  /** Takes the pool for a feed that became visible. */
  attach(owner: PoolOwner): void {
    if (this.#owner !== owner) {
      for (const p of this.#all()) this.#release(p)
      this.#left = null
    }
    this.#owner = owner
    this.#active = -1
  }

  /** The feed went out of sight: everything is paused, heads stay. */
  detach(owner: PoolOwner): void {
    if (this.#owner !== owner) return
    this.#report()
    const p = this.#current()
    this.#left = p && { i: p.held, clip: p.clip }
    for (const { video, long } of this.#all()) {
      video.pause()
      long?.rest()
    }
    this.#active = -1
  }

  /** Plays slide i. Called again for the same slide when another clip stands there now (a first page came in, the feed began anew). */
  activate(i: number): void {
    const owner = this.#owner
    if (!owner) return
    this.#report()
    const before = this.#current()
    before?.video.pause()
    if (before?.held !== i) before?.long?.rest()
    this.#active = i
    this.#since = performance.now()
    this.#firstFrame = 0
    this.#told = false
    this.#stalls = 0
    for (const p of this.#all()) if (p.held >= 0 && Math.abs(p.held - i) > near) this.#release(p)
    this.#spareLink(i)
    const clip = owner.clip(i)
    if (!clip) {
      usePlayer.setState({ state: 'still', cue: '', duration: 0 })
      this.#heads(i)
      return
    }
    const p = this.#load(i, 'auto')
    if (!p) return
    this.#ready = p.video.readyState
    usePlayer.setState({ state: 'loading', cue: '', duration: clip.durationMs / 1000 })
    this.#caption(p, clip)
    // Back from another page it goes on where it was; swiped to, it begins.
    const back = this.#left?.i === i && this.#left.clip === clip.id
    this.#left = null
    if (p.video.currentTime > 0 && !back) p.video.currentTime = 0
    this.#watchFrame(p, i)
    this.#tellWhole(p)
    if (this.#wishes.tapToPlay) usePlayer.setState({ state: 'blocked' })
    else void this.#play(p)
    if (p.video.readyState >= 2) this.#heads(i)
  }

  /** A page of the feed came in: what is near may be there now. */
  refresh(): void {
    if (this.#active < 0) return
    const current = this.#current()
    if (!current || current.video.readyState >= 2) this.#heads(this.#active)
  }

  toggle(): void {
    const p = this.#current()
    if (!p) return
    if (usePlayer.getState().state === 'failed') this.#retry(p)
    else if (p.video.paused) void this.#play(p)
    else p.video.pause()
  }
  pause(): void {
    this.#current()?.video.pause()
  }
  resume(): void {
    const p = this.#current()
    if (p && !this.#wishes.tapToPlay) void this.#play(p)
  }
  /** The page went to the background, or came back: what the viewer had paused stays so. */
  background(hidden: boolean): void {
    const playing = this.#current()?.video.paused === false
    if (hidden) {
      this.#asleep = playing
      this.pause()
    } else if (this.#asleep) this.resume()
  }
  /** For every clip until the page is left. */
  setSpeed(speed: Speed): void {
    useSpeed.setState({ speed })
    for (const p of this.#all()) {
      p.video.defaultPlaybackRate = speed
      p.video.playbackRate = speed
    }
  }
  /** In seconds. */
  seek(to: number): void {
    const p = this.#current()
    if (p) p.video.currentTime = Math.min(Math.max(0, to), p.video.duration || 0)
    this.#tell()
  }
  get time(): number {
    return this.#current()?.video.currentTime ?? 0
  }
  setMuted(muted: boolean): void {
    useSound.setState({ muted, asked: true })
    for (const p of this.#all()) p.video.muted = muted
  }
  /** Called with every frame while the active clip plays. */
  onTime(listener: (at: number, duration: number) => void): () => void {
    this.#times.add(listener)
    return () => void this.#times.delete(listener)
  }

  #all(): Player[] {
    if (this.#players.length === 0) this.#players = Array.from({ length: size }, () => this.#make())
    return this.#players
  }
  #at(i: number): Player {
    return this.#all()[((i % size) + size) % size] as Player
  }
  #current(): Player | null {
    if (this.#active < 0) return null
    const p = this.#at(this.#active)
    return p.held === this.#active ? p : null
  }

  #make(): Player {
    const video = document.createElement('video')
    video.muted = useSound.getState().muted
    video.playsInline = true
    video.loop = true
    video.preload = 'none'
    video.disableRemotePlayback = true
    video.tabIndex = -1
    video.setAttribute('aria-hidden', 'true')
    const player: Player = { video, held: -1, clip: '', rung: null, long: null, loadedAt: 0, sampled: true, whole: false }
    const mine = () => this.#current() === player
    video.addEventListener('loadeddata', () => mine() && this.#heads(this.#active))
    // A short clip is here before its length is known: then nothing is said of progress any more.
    for (const name of ['progress', 'loadeddata'] as const) video.addEventListener(name, () => this.#progress(player))
    video.addEventListener('playing', () => {
      if (!mine()) return
      usePlayer.setState({ state: 'playing' })
      this.#tick()
    })
    // What can't be loaded is told to be paused as well, after its error.
    video.addEventListener('pause', () => mine() && usePlayer.setState({ state: video.error ? 'failed' : 'paused' }))
    video.addEventListener('waiting', () => {
      if (player.long?.lost) this.#fail(player)
      else if (mine() && this.#firstFrame > 0 && !video.seeking) {
        this.#stalls++
        usePlayer.setState({ state: 'waiting' })
      }
    })
    video.addEventListener('error', () => mine() && video.hasAttribute('src') && usePlayer.setState({ state: 'failed' }))
    return player
  }

  #load(i: number, preload: 'metadata' | 'auto'): Player | null {
    const clip = this.#owner?.clip(i)
    const slot = this.#owner?.slot(i)
    if (!clip || !slot) return null
    const p = this.#at(i)
    if (p.held !== i || p.clip !== clip.id || p.video.parentNode !== slot || p.video.error) {
      this.#release(p)
      const wish = { saver: this.#wishes.saver, pixels: slot.clientWidth * devicePixelRatio }
      const rung = chooseRung(clip, wish)
      if (!rung) return null
      Object.assign(p, { held: i, clip: clip.id, rung, loadedAt: performance.now(), sampled: false, whole: false })
      slot.append(p.video)
      p.video.muted = useSound.getState().muted
      p.video.preload = preload
      if (clip.hls && hlsWay(p.video)) {
        const failed = (why: 'way' | 'gone') => (why === 'way' ? this.#asFile(p, rung) : this.#fail(p))
        p.sampled = true
        p.long = new LongClip(p.video, clip, { ...wish, rung, front: preload === 'auto', failed })
      } else p.video.src = rung.url
      this.#watchFrame(p, i)
    } else {
      if (preload === 'auto') p.video.preload = 'auto'
      p.long?.load(i === this.#active)
    }
    return p
  }
  /** A long clip whose HLS this browser can't play after all: on from the same place as any clip. */
  #asFile(p: Player, rung: Rung): void {
    const { currentTime } = p.video
    p.long?.destroy()
    p.long = null
    p.video.src = rung.url
    p.video.currentTime = currentTime
    if (p === this.#current() && usePlayer.getState().state !== 'paused') void this.#play(p)
  }
  /** What is loaded of it plays to its end. */
  #fail(p: Player): void {
    if (p === this.#current() && p.video.readyState < 3) usePlayer.setState({ state: 'failed' })
  }
  /** Loads what failed anew. */
  #retry(p: Player): void {
    const i = p.held
    const clip = this.#owner?.clip(i)
    const { currentTime } = p.video
    this.#release(p)
    if (!clip || !this.#load(i, 'auto')) return
    p.video.currentTime = currentTime
    this.#caption(p, clip)
    usePlayer.setState({ state: 'loading' })
    void this.#play(p)
  }

  #release(p: Player): void {
    if (p.held < 0) return
    p.held = -1
    p.video.pause()
    delete p.video.parentElement?.dataset.frame
    for (const track of p.video.querySelectorAll('track')) track.remove()
    p.long?.destroy()
    p.long = null
    p.video.removeAttribute('src')
    p.video.load()
    p.video.remove()
  }

  /** The next head, and when it has a frame the one after; with data saver only the next. */
  #heads(i: number): void {
    if (this.#active !== i) return
    const next = this.#load(i + 1, 'metadata')
    if (this.#wishes.saver) return
    const after = () => this.#active === i && void this.#load(i + 2, 'metadata')
    if (!next || next.video.readyState >= 2) after()
    else next.video.addEventListener('loadeddata', after, { once: true })
  }

  /** A paused clip goes on loading. One that was swiped away gives the link to the next heads, unless all of it is here already. */
  #spareLink(i: number): void {
    clearTimeout(this.#rest)
    this.#rest = window.setTimeout(() => {
      if (this.#active !== i) return
      for (const p of this.#all()) if (p.held >= 0 && p.held < i && !p.whole) this.#release(p)
    }, restMs)
  }

  #progress(p: Player): void {
    const { video, rung } = p
    const end = video.buffered.length > 0 ? video.buffered.end(video.buffered.length - 1) : 0
    if (!p.sampled && rung && (end >= 1 || (end > 0 && end >= video.duration - 0.2))) {
      p.sampled = true
      measureHead(this.#bytes(p), performance.now() - p.loadedAt)
    }
    const before = p.whole
    p.whole = isWhole(video.buffered, video.duration)
    if (!before) this.#tellWhole(p)
    if (p.whole && p === this.#current() && !this.#wishes.saver) {
      const next = this.#at(this.#active + 1)
      if (next.held === this.#active + 1 && next.video.readyState >= 2) next.video.preload = 'auto'
    }
  }

  /** A clip that came by HLS may be of several rungs: none of its files is here as a whole. */
  #tellWhole(p: Player): void {
    if (p.whole && p.rung && !p.long && p === this.#current() && !this.#wishes.saver) this.#owner?.whole(this.#active, p.rung)
  }

  #bytes({ video, rung, long }: Player): number {
    return long?.bytes ?? bytesIn(video.buffered, rung?.kbps ?? 0)
  }

  #watchFrame(p: Player, i: number): void {
    const shown = () => {
      if (p.held !== i) return
      if (p.video.parentElement) p.video.parentElement.dataset.frame = ''
      if (this.#active === i && this.#firstFrame === 0) this.#firstFrame = Math.max(1, performance.now() - this.#since)
    }
    if ('requestVideoFrameCallback' in p.video) p.video.requestVideoFrameCallback(shown)
    else (p.video as HTMLVideoElement).addEventListener('timeupdate', shown, { once: true })
  }

  /** `play()` may be refused: then muted, then not at all; a clip that does not play never shows a pause sign. */
  async #play(p: Player): Promise<void> {
    const mine = () => this.#current() === p
    p.video.muted = useSound.getState().muted
    try {
      if (p.long) await p.long.attached
      if (mine()) await p.video.play()
    } catch (error) {
      if (!mine() || (error instanceof DOMException && error.name === 'AbortError')) return
      if (error instanceof DOMException && error.name === 'NotAllowedError' && !p.video.muted) {
        useSound.setState({ muted: true, asked: false })
        p.video.muted = true
        await p.video.play().catch(() => mine() && usePlayer.setState({ state: 'blocked' }))
      } else usePlayer.setState({ state: p.video.error ? 'failed' : 'blocked' })
    }
  }

  #caption(p: Player, clip: Video): void {
    addCaptions(p.video, clip, this.#wishes.captions, cue => this.#current() === p && usePlayer.setState({ cue }))
  }

  #tick(): void {
    cancelAnimationFrame(this.#frame)
    const step = () => {
      const p = this.#current()
      if (!p || p.video.paused) return
      this.#tell()
      this.#frame = requestAnimationFrame(step)
    }
    step()
  }
  #tell(): void {
    const p = this.#current()
    if (p) for (const listener of this.#times) listener(p.video.currentTime, p.video.duration || 0)
  }

  #report(): void {
    const p = this.#current()
    const waited = performance.now() - this.#since
    if (!p || !this.#owner || this.#told) return
    if (this.#firstFrame === 0 && (waited < waitedMs || usePlayer.getState().state === 'blocked')) return
    this.#told = true
    this.#owner.measured(this.#active, {
      firstFrameMs: Math.round(this.#firstFrame || waited),
      ready: this.#ready,
      stalls: this.#stalls,
      rung: (p.long?.rung ?? p.rung?.name ?? '').slice(0, 8),
      bytes: this.#bytes(p),
    })
  }
}
export const pool = new PlayerPool()
