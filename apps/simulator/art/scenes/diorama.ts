import { type Canvas, createCanvas, type SKRSContext2D } from '@napi-rs/canvas'
import { type Mood, type Rig, rig } from '../light.ts'
import { mix } from '../random.ts'
import { type Camera, spot } from '../render/camera.ts'
import { type Layer, paintLayer } from '../render/layer.ts'
import type { Mesh } from '../render/mesh.ts'
import type { Vec3 } from '../render/vec.ts'
import { type Draw, H, SCALE, type Tick, W } from './film-types.ts'

/** A slow camera: where the picture's middle slides to (pixels) and how near it is, first and last moment. */
interface Move {
  from: readonly [x: number, y: number, zoom: number]
  to: readonly [x: number, y: number, zoom: number]
}

export type Spot = (p: Vec3) => { x: number; y: number; k: number }
export type Which = 'base' | 'sun'

/** A layer cut to what it covers, so that moving it costs no more than it shows. */
interface Sheet {
  base: Canvas
  sun: Canvas
  /** Where it lies, in points. */
  x: number
  y: number
}

/** Draws a sheet where it belongs, `dx` and `dy` points beside it. */
export function lay(ctx: SKRSContext2D, sheet: Sheet, which: Which, dx = 0, dy = 0): void {
  const c = sheet[which]
  ctx.drawImage(c, sheet.x + dx, sheet.y + dy, c.width / SCALE, c.height / SCALE)
}

/** Things that move together. */
export interface Actor {
  meshes: readonly Mesh[]
  /** Parallax: 0.75 is the wall, 1 the table's middle, 1.7 close to the lens. */
  depth?: number
  blur?: number
  /** Draws the sheet otherwise than lying still: cloth in the wind, a tilting pot. */
  pose?: (ctx: SKRSContext2D, sheet: Sheet, which: Which, tick: Tick, at: Spot) => void
  /** The same things in another glaze, faded in by `share`. */
  alt?: { meshes: readonly Mesh[]; share: (tick: Tick) => number }
  /** Drawn right after the sheet, into the room's light and into the sun alike. */
  after?: (ctx: SKRSContext2D, tick: Tick, at: Spot, which: Which) => void
}

interface Stage {
  ground: readonly Mesh[]
  actors: readonly Actor[]
  camera: Camera
  mood: Mood
  move: Move
  /** Alpha picture of where sun falls at a moment; without it the sun is where the mood lets it. */
  sunlight?: (tick: Tick) => Canvas
  groundAfter?: Actor['after']
  over?: (ctx: SKRSContext2D, tick: Tick, at: Spot) => void
  blurBack?: number
}

function crop(layer: Layer, soft = 0): Sheet {
  const blur = Math.ceil(soft * SCALE)
  const pad = blur * 3 + 2
  const [x, y] = [layer.box.x - pad, layer.box.y - pad]
  const cut = (c: Canvas) => {
    const out = createCanvas(layer.box.w + pad * 2, layer.box.h + pad * 2)
    const ctx = out.getContext('2d')
    if (blur) ctx.filter = `blur(${blur}px)`
    ctx.drawImage(c, -x, -y)
    return out
  }
  return { base: cut(layer.base), sun: cut(layer.sun), x: x / SCALE, y: y / SCALE }
}

function aim(ctx: SKRSContext2D, move: Move, t: number, depth: number): void {
  const x = mix(move.from[0], move.to[0], t)
  const y = mix(move.from[1], move.to[1], t)
  const zoom = 1 + (mix(move.from[2], move.to[2], t) - 1) * (0.7 + 0.3 * depth)
  ctx.setTransform(SCALE, 0, 0, SCALE, 0, 0)
  ctx.transform(zoom, 0, 0, zoom, W / 2 - (W / 2) * zoom - x * depth, H / 2 - (H / 2) * zoom - y * depth)
}

/** Renders every sheet once and returns how to draw a moment from them. */
export function diorama(s: Stage): Draw {
  const all = [...s.ground, ...s.actors.flatMap(a => a.meshes)]
  const rg = rig(s.mood, all, 9)
  const shoot = (meshes: readonly Mesh[]) => paintLayer(meshes, rg, s.camera, W * SCALE, H * SCALE)
  const back: Sheet = { ...(s.blurBack ? afar(s.ground, rg, s.camera, s.blurBack) : shoot(s.ground)), x: 0, y: 0 }
  const cast = s.actors.map(a => ({
    actor: a,
    sheet: crop(shoot(a.meshes), a.blur),
    alt: a.alt && crop(shoot(a.alt.meshes), a.blur),
  }))
  const lightCanvas = createCanvas(W * SCALE, H * SCALE)
  const light = lightCanvas.getContext('2d')
  const at: Spot = p => spot(s.camera, W, H, p)

  const pass = (ctx: SKRSContext2D, which: Which, tick: Tick) => {
    aim(ctx, s.move, tick.t, 0.75)
    lay(ctx, back, which)
    aim(ctx, s.move, tick.t, 0.9)
    s.groundAfter?.(ctx, tick, at, which)
    for (const { actor, sheet, alt } of cast) {
      aim(ctx, s.move, tick.t, actor.depth ?? 1)
      if (actor.pose) actor.pose(ctx, sheet, which, tick, at)
      else lay(ctx, sheet, which)
      const share = actor.alt?.share(tick) ?? 0
      if (alt && share > 0) {
        ctx.globalAlpha = share
        lay(ctx, alt, which)
        ctx.globalAlpha = 1
      }
      actor.after?.(ctx, tick, at, which)
    }
    ctx.setTransform(SCALE, 0, 0, SCALE, 0, 0)
  }

  return (ctx, tick) => {
    pass(ctx, 'base', tick)
    light.globalCompositeOperation = 'source-over'
    pass(light, 'sun', tick)
    if (s.sunlight) {
      light.globalCompositeOperation = 'destination-in'
      light.drawImage(s.sunlight(tick), -6, -11, W + 12, H + 22)
    }
    ctx.globalCompositeOperation = 'lighter'
    ctx.drawImage(lightCanvas, 0, 0, W, H)
    ctx.globalCompositeOperation = 'source-over'
    if (!s.over) return
    aim(ctx, s.move, tick.t, 1)
    s.over(ctx, tick, at)
    ctx.setTransform(SCALE, 0, 0, SCALE, 0, 0)
  }
}

/** The ground behind a near hero is out of focus, so a quarter of its points is enough. */
function afar(ground: readonly Mesh[], rg: Rig, camera: Camera, blur: number): Pick<Layer, Which> {
  const [w, h] = [W * SCALE, H * SCALE]
  const small = paintLayer(ground, rg, camera, w / 2, h / 2)
  const enlarge = (c: Canvas) => {
    const out = createCanvas(w, h)
    const ctx = out.getContext('2d')
    ctx.imageSmoothingQuality = 'high'
    ctx.drawImage(c, 0, 0, w, h)
    ctx.filter = `blur(${blur * SCALE}px)`
    ctx.drawImage(c, 0, 0, w, h)
    return out
  }
  return { base: enlarge(small.base), sun: enlarge(small.sun) }
}
