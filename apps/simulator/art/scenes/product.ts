import { productLook } from '../cast.ts'
import { stage } from '../forms/build.ts'
import { type Ground, room, wallOnly } from '../ground.ts'
import type { Mood } from '../light.ts'
import { plaster, wood } from '../materials.ts'
import { step } from '../random.ts'
import type { Camera } from '../render/camera.ts'
import { type Actor, diorama } from './diorama.ts'
import { motes, steam } from './effects.ts'
import { H, type Shot, W } from './film-types.ts'
import { kitchen, open } from './sets.ts'
import { windowLight } from './sunlight.ts'

export type Home = 'shop' | 'kitchen' | 'desk' | 'night' | 'tatami' | 'bath'

const base = kitchen.mood
/** Rooms of people, each with its own hour. */
const homes: Readonly<Record<Exclude<Home, 'shop'>, Ground>> = {
  kitchen,
  desk: {
    wall: plaster('#8fa0a6', 0.8),
    table: wood('#6d4a30', '#3a2416', { board: 2.4, gloss: 0.5 }),
    mood: { ...base, windowColor: '#e4eef8', sky: '#cfdcec', bounce: '#9c8468', sunColor: '#fff4dc', sunPower: 0.9 },
  },
  night: {
    wall: plaster('#8c7684', 0.9),
    table: wood('#8f6a4c', '#5c3c28', { board: 1.8, gloss: 0.4 }),
    mood: {
      ...base,
      window: [-0.7, 0.7, 0.5],
      windowColor: '#ffd6a6',
      windowPower: 1.15,
      sky: '#8a94c4',
      skyPower: 0.7,
      bounce: '#a87a58',
      sunColor: '#ffca90',
      sunPower: 0.9,
    },
  },
  tatami: {
    wall: plaster('#d9c79c', 0.9),
    table: wood('#c3bd7c', '#a39a5c', { board: 3.2, grain: 1.2, gloss: 0.2 }),
    mood: { ...base, windowColor: '#fff6da', sky: '#dfe6d0', bounce: '#c9b26a', sunColor: '#ffeeb8', sunPower: 1.25 },
  },
  bath: {
    wall: plaster('#b9d2cc', 0.4),
    table: plaster('#e9ece6', 0.4),
    mood: { ...base, windowColor: '#f4fbff', sky: '#d5eaf0', bounce: '#b7c9c4', sunColor: '#fffbe8', sunPower: 1 },
  },
}

/** Own colours of a shop's room; `window` light is drawn a frame, so the mood lets all sun in. */
const groundOf = (shop: string, home: Home): Ground => (home === 'shop' ? open(shop) : homes[home])

interface Shown {
  readonly variant?: number
  readonly view?: 'front' | 'detail'
  readonly home?: Home
  /** How much of the picture's height the stills' square is; below 1 is nearer. */
  readonly near?: number
  /** Degrees that the lens walks round the thing. */
  readonly round?: number
  readonly mood?: Partial<Mood>
  readonly seed?: number
  /** Turns into this variant in the middle. */
  readonly becomes?: number
  readonly steaming?: boolean
  /** Paper that opens first, in this colour. */
  readonly wrapped?: string
}

/** The stills' lens for an upright picture: the same width, the thing a little above the middle. */
function upright(c: Camera, near: number, round: number): Camera {
  const half = Math.tan((c.fov * Math.PI) / 360) * (16 / 9) * near
  const [dx, dz] = [c.eye[0] - c.look[0], c.eye[2] - c.look[2]]
  const a = (round * Math.PI) / 180
  const far = Math.hypot(dx, c.eye[1] - c.look[1], dz)
  return {
    eye: [c.look[0] + dx * Math.cos(a) + dz * Math.sin(a), c.eye[1], c.look[2] - dx * Math.sin(a) + dz * Math.cos(a)],
    look: [c.look[0], c.look[1] - far * half * 0.12, c.look[2]],
    fov: (Math.atan(half) * 360) / Math.PI,
  }
}

/** A product as it is sold, in its shop's light or in somebody's home. */
export function shown(product: string, seconds: number, o: Shown = {}): Shot {
  return {
    seconds,
    open: () => {
      const look = productLook(product)
      const of = (i: number) => stage(look, look.variants[i] ?? look.variants[0]!)
      const set = of(o.variant ?? 0)
      const ground = groundOf(look.shop, o.home ?? 'shop')
      const seed = o.seed ?? product.length
      const near = o.near ?? (o.view === 'detail' ? 1.06 : 0.98)
      const after = o.becomes === undefined ? undefined : of(o.becomes)
      const actors: Actor[] = [
        {
          meshes: [...set.props, ...set.hero],
          ...(after && { alt: { meshes: [...after.props, ...after.hero], share: ({ t }: { t: number }) => step(0.4, 0.55, t) } }),
        },
      ]
      const side = seed % 2 ? 1 : -1
      return diorama({
        ground: set.hung ? wallOnly(ground.wall) : room(ground.wall, ground.table),
        mood: { ...ground.mood, gobo: undefined, ...o.mood },
        camera: upright(set[o.view ?? 'front'], near, o.round ?? 0),
        actors,
        move:
          o.view === 'detail'
            ? { from: [side * 14, 8, 1.12], to: [side * -14, -8, 1.05] }
            : { from: [side * -12, 4, 1.04], to: [side * 12, -8, 1.12] },
        blurBack: o.view === 'detail' ? 4 : 2,
        sunlight: windowLight({
          from: -0.25 + 0.1 * (seed % 4),
          to: 0.02 + 0.1 * (seed % 4),
          width: 0.8 + 0.1 * (seed % 3),
          horizon: set.hung ? 1 : 0.4,
          lean: set.hung ? -0.5 : -0.28,
          bars: 2 + (seed % 3),
          rows: 3 + (seed % 2),
          leaves: seed % 3 ? 0.55 : 0,
          seed,
          veil: 0.18,
        }),
        over: (ctx, { sec, t }) => {
          if (o.steaming) steam(ctx, W / 2, 520, sec + 2, { wide: 110, high: 330, strength: 0.09 })
          motes(ctx, { w: W, h: H * 0.55 }, sec, seed, 14)
          if (o.wrapped) unwrap(ctx, o.wrapped, t)
        },
      })
    },
  }
}

/** Two leaves of tissue paper that are drawn aside. */
function unwrap(ctx: Parameters<NonNullable<Parameters<typeof diorama>[0]['over']>>[0], colour: string, t: number): void {
  const away = 0.2 + 0.8 * step(0.1, 0.6, t)
  for (const s of [-1, 1]) {
    const edge = W / 2 + s * (70 + away * (W * 0.5))
    ctx.save()
    ctx.shadowColor = 'rgba(20,12,6,0.45)'
    ctx.shadowBlur = 34
    ctx.fillStyle = colour
    ctx.beginPath()
    ctx.moveTo(edge, -100)
    for (let i = 0; i <= 12; i++)
      ctx.lineTo(edge + s * (16 * Math.sin(i * 2.1 + s) + away * 40 * Math.sin(i * 0.7)), -100 + i * 130)
    ctx.lineTo(W / 2 + s * W * 1.3, H + 200)
    ctx.lineTo(W / 2 + s * W * 1.3, -100)
    ctx.fill()
    ctx.shadowColor = 'transparent'
    for (let i = 0; i < 9; i++) {
      ctx.strokeStyle = i % 2 ? 'rgba(255,255,255,0.32)' : 'rgba(90,70,50,0.16)'
      ctx.lineWidth = 5 + (i % 3) * 5
      ctx.beginPath()
      ctx.moveTo(edge + s * (30 + i * 46), -80)
      ctx.quadraticCurveTo(edge + s * (60 + i * 40 - away * 60), 600, edge + s * (20 + i * 52), H + 80)
      ctx.stroke()
    }
    ctx.restore()
  }
}
