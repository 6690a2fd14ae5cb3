import { useCallback, useEffect, useRef, useState } from 'react'
import type { Slide, Video } from '../../client/types.ts'
import { clock } from '../../i18n/format.ts'
import { useShared } from '../../i18n/shared/index.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { Play, RotateCcw, VolumeX } from '../../ui/core/icons.tsx'
import { Spinner } from '../../ui/core/index.ts'
import { usePrefs } from '../prefs.ts'
import { pool } from './player-pool.ts'
import { usePlayer, useSound } from './player-state.ts'
import { Scene } from './Scene.tsx'

/** What lies on the picture: play when it stands still, the sound chip, the caption line, the hairline. */
export function StageControls({ slide, active }: { slide: Slide; active: boolean }) {
  if (!slide.video) return null
  return (
    <>
      {active && <Standing />}
      {active && <SoundChip />}
      {active && <CaptionLine />}
      <Hairline active={active} video={slide.video} />
    </>
  )
}

function Standing() {
  const t = useT().watch
  const { retry } = useShared()
  const state = usePlayer(s => s.state)
  const slow = useLate(state === 'loading' || state === 'waiting', 600)
  if (slow) return <div className="standing">{<Spinner />}</div>
  if (state === 'failed')
    return (
      <div role="alert" className="contents">
        <button type="button" className="standing" data-failed onClick={() => pool.toggle()}>
          <RotateCcw size={36} />
          <span>{t.failed}</span>
          <strong>{retry}</strong>
        </button>
      </div>
    )
  if (state !== 'paused' && state !== 'blocked') return null
  return (
    <button type="button" className="standing" aria-label={t.play} onClick={() => pool.toggle()}>
      <Play size={44} fill="currentColor" strokeWidth={0} />
    </button>
  )
}

/** True when it has been so for a while: a short wait shows nothing. */
function useLate(is: boolean, ms: number): boolean {
  const [late, setLate] = useState(false)
  useEffect(() => {
    if (!is) return setLate(false)
    const timer = setTimeout(() => setLate(true), ms)
    return () => clearTimeout(timer)
  }, [is, ms])
  return late
}

function SoundChip() {
  const t = useT().watch
  const { muted, asked } = useSound()
  if (!muted || asked) return null
  return (
    <button type="button" className="sound-chip" onClick={() => pool.setMuted(false)}>
      <VolumeX size={18} />
      {t.tapForSound}
    </button>
  )
}

function CaptionLine() {
  const cue = usePlayer(s => s.cue)
  const muted = useSound(s => s.muted)
  const mode = usePrefs(s => s.captions)
  if (!cue || mode === 'never' || (mode === 'muted' && !muted)) return null
  return (
    <div className="cue">
      <span>{cue}</span>
    </div>
  )
}

/** Two pixels that become a slider under the finger, with the time and the picture of that place above it. Drawn by the pool's frames, not by React. */
function Hairline({ active, video }: { active: boolean; video: Video }) {
  const t = useT().watch
  const box = useRef<HTMLDivElement>(null)
  const [scrub, setScrub] = useState<number | null>(null)
  const seconds = video.durationMs / 1000
  const draw = useCallback((at: number, duration: number) => {
    box.current?.style.setProperty('--at', String(duration > 0 ? at / duration : 0))
    box.current?.setAttribute('aria-valuenow', String(Math.floor(at)))
  }, [])
  useEffect(() => {
    if (!active) return
    draw(0, 0)
    return pool.onTime(draw)
  }, [active, draw])
  const at = (event: React.PointerEvent) => {
    const { left, width } = event.currentTarget.getBoundingClientRect()
    return Math.min(1, Math.max(0, (event.clientX - left) / width)) * seconds
  }
  const move = (event: React.PointerEvent) => {
    const to = at(event)
    setScrub(to)
    // A long clip would load a part for every place that is passed over: its storyboard shows them.
    if (video.hls) draw(to, seconds)
    else pool.seek(to)
  }
  return (
    <div
      ref={box}
      className="hairline"
      data-scrub={scrub === null ? undefined : ''}
      role="slider"
      tabIndex={0}
      aria-label={t.position}
      aria-valuemin={0}
      aria-valuemax={Math.round(seconds)}
      aria-valuenow={0}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId)
        pool.pause()
        move(event)
      }}
      onPointerMove={event => scrub !== null && move(event)}
      onPointerUp={() => {
        if (video.hls && scrub !== null) pool.seek(scrub)
        setScrub(null)
        pool.resume()
      }}
      onPointerCancel={() => {
        setScrub(null)
        draw(pool.time, seconds)
      }}
      onKeyDown={event => {
        const by = { ArrowLeft: -2, ArrowRight: 2 }[event.key]
        if (by !== undefined) pool.seek(pool.time + by)
      }}
    >
      {scrub !== null && (
        <>
          {video.storyboard && <Scene board={video.storyboard} at={scrub} />}
          <output className="num">
            {clock(scrub)} <span>/ {clock(seconds)}</span>
          </output>
        </>
      )}
      <i />
    </div>
  )
}
