import type { Draw, Shot } from '../scenes/film-types.ts'
import { camera } from './kit.ts'

/** Bakes what stands still and returns how a moment is drawn, without a camera. */
export type Scene = () => Draw

type View = readonly [x: number, y: number, zoom: number]

/** A scene through a moving camera. `later`: seconds of the scene's own time that went by before the cut. */
export function filmed(scene: Scene, seconds: number, from: View = [-6, 0, 1.03], to: View = [6, -8, 1.08], later = 0): Shot {
  return {
    seconds,
    open: () => {
      const draw = scene()
      return (ctx, tick) => camera(ctx, from, to, tick, () => draw(ctx, { t: tick.t, sec: tick.sec + later }))
    },
  }
}
