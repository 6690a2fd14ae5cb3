import type { SKRSContext2D } from '@napi-rs/canvas'
import type { Score } from '../sound.ts'

/** Scenes are written on a sheet of 720 by 1280 points. */
export const W = 720
export const H = 1280
/** Pixels a point: clips are drawn at 540 by 960, which a phone shows as well as more and costs little more than half. */
export const SCALE = 0.75
/** Pictures a second: every fourth refresh of a common screen, so that slow cameras run evenly and a clip costs a core few seconds. */
export const FPS = 15

export interface Tick {
  /** 0…1 through the shot. */
  t: number
  /** Seconds since the shot began. */
  sec: number
}

/** Draws one moment of a shot; the same tick always draws the same picture. */
export type Draw = (ctx: SKRSContext2D, tick: Tick) => void

export interface Shot {
  seconds: number
  /** Builds what stands still, once. */
  open: () => Draw
}

export interface Film {
  key: string
  shots: readonly Shot[]
  score: Score
}

export const lengthOf = (film: Film): number => film.shots.reduce((sum, s) => sum + s.seconds, 0)
