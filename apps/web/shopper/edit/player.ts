import { lengthOf, timeline } from '#engines/edit'
import { editing, endOf, useEditing } from './editing.ts'

/** Plays the edit: one video element a clip, shown in turn. Outside React, which only draws where it stands. */
class Player {
  readonly #videos = new Map<string, HTMLVideoElement>()
  readonly #gains = new Map<HTMLMediaElement, GainNode>()
  #music: HTMLAudioElement | null = null
  #room: AudioContext | null = null
  #frame = 0
  #piece: string | null = null

  /** The element of a source has come (or gone). */
  attach(source: string, video: HTMLVideoElement | null): void {
    if (video) this.#videos.set(source, video)
    else this.#videos.delete(source)
    if (video && !editing().playing) this.seek(editing().t)
  }
  /** The same element may come again, with each drawing of the page. */
  attachMusic(element: HTMLAudioElement | null): void {
    this.#music = element
    if (element) this.#gainOf(element)
  }
  /** Shows this moment. */
  seek(t: number): void {
    const { list } = editing()
    if (!list) return
    const at = Math.min(Math.max(0, t), endOf(list))
    useEditing.setState({ t: at })
    this.#show(at, true)
  }
  toggle(): void {
    if (editing().playing) this.pause()
    else this.play()
  }
  play(): void {
    const { list, t } = editing()
    if (!list) return
    void this.room.resume()
    useEditing.setState({ playing: true })
    this.#piece = null
    this.seek(t >= endOf(list) - 20 ? 0 : t)
    this.#frame = requestAnimationFrame(this.#tick)
  }
  pause(): void {
    cancelAnimationFrame(this.#frame)
    for (const video of this.#videos.values()) video.pause()
    this.#music?.pause()
    useEditing.setState({ playing: false })
  }
  /** The page is left. */
  stop(): void {
    this.pause()
    void this.#room?.close()
    this.#room = null
    this.#gains.clear()
    this.#music = null
  }
  private get room(): AudioContext {
    this.#room ??= new AudioContext()
    return this.#room
  }

  readonly #tick = (): void => {
    const { list, t } = editing()
    const placed = list && timeline(list).find(p => p.piece.id === this.#piece)
    const video = placed && this.#videos.get(placed.piece.source)
    if (!list || !placed || !video) {
      this.pause()
      return
    }
    const now = placed.from + video.currentTime * 1000 - placed.piece.in
    // While a video still looks for its place it shows an older moment.
    const next = video.seeking ? t : Math.max(placed.from, now)
    if (next >= lengthOf(list) - 1 || (video.ended && placed === timeline(list).at(-1))) {
      useEditing.setState({ t: endOf(list) })
      this.pause()
      return
    }
    const over = video.ended ? placed.to : next
    useEditing.setState({ t: over })
    if (over >= placed.to) this.#show(over, false)
    this.#levels(over)
    this.#frame = requestAnimationFrame(this.#tick)
  }

  /** The right clip at the right place; where a piece goes on in the clip of the one before, nothing is sought. */
  #show(t: number, exact: boolean): void {
    const { list, playing } = editing()
    const placed = list && timeline(list).find(p => p.from <= t && t < p.to)
    if (!placed) return
    const { piece, from } = placed
    const at = (piece.in + t - from) / 1000
    this.#piece = piece.id
    for (const [source, video] of this.#videos) {
      const shown = source === piece.source
      video.dataset.shown = String(shown)
      if (!shown) video.pause()
      else {
        if (exact || Math.abs(video.currentTime - at) > 0.09) video.currentTime = at
        if (playing && video.paused) void video.play().catch(() => this.pause())
      }
    }
    this.#seekMusic(t, exact)
  }
  #seekMusic(t: number, exact: boolean): void {
    const { list, playing } = editing()
    const element = this.#music
    if (!element || !list?.music) return
    if (exact && element.duration > 0) element.currentTime = ((list.music.in + t) / 1000) % element.duration
    if (playing && element.paused) void element.play().catch(() => undefined)
  }
  #levels(t: number): void {
    const { list } = editing()
    if (!list) return
    for (const video of this.#videos.values()) this.#gainOf(video).gain.value = list.gain
    const music = this.#music
    if (!music || !list.music) return
    const length = lengthOf(list)
    const fade = Math.min(list.music.fade, length / 2)
    const part = fade > 0 ? Math.min(1, t / fade, (length - t) / fade) : 1
    this.#gainOf(music).gain.value = list.music.gain * Math.max(0, part)
  }
  /** Volumes of elements end at 1; ours do not. */
  #gainOf(element: HTMLMediaElement): GainNode {
    let gain = this.#gains.get(element)
    if (!gain) {
      gain = this.room.createGain()
      // An element can be led into a room once only.
      this.room.createMediaElementSource(element).connect(gain).connect(this.room.destination)
      this.#gains.set(element, gain)
    }
    return gain
  }
}
export const player = new Player()
