import { productLook } from '../cast.ts'
import type { Colours } from '../forms/ceramics.ts'
import { type Ground, grounds } from '../ground.ts'
import type { Mood } from '../light.ts'
import { plaster, wood } from '../materials.ts'

/** A shop's ground for moving pictures: the window light is drawn per frame, so the mood lets all sun in. */
export function open(shop: string, change: Partial<Mood> = {}): Ground {
  const g = grounds[shop]!
  return { ...g, mood: { ...g.mood, gobo: undefined, ...change } }
}

/** Somebody's kitchen on a bright morning. */
export const kitchen: Ground = {
  wall: plaster('#dcd6c9', 0.7),
  table: wood('#cfa877', '#9a6f42', { board: 1.6, gloss: 0.4 }),
  mood: {
    ...open('hagi-kiln').mood,
    windowColor: '#fdf4e6',
    sky: '#dfe8f0',
    bounce: '#d8bf98',
    sunColor: '#fff0cf',
    sunPower: 1.2,
  },
}

/** The last sun of the day comes in low. */
export const evening: Partial<Mood> = {
  windowColor: '#f7bd8a',
  windowPower: 0.8,
  sky: '#93a3d2',
  skyPower: 0.85,
  bounce: '#a9795a',
  bouncePower: 0.3,
  sun: [-0.86, 0.32, 0.5],
  sunColor: '#ffa860',
  sunPower: 2.2,
}

export const glazeOf = (product: string, variant = 0): Colours => {
  const c = productLook(product).variants[variant]!.colours
  return { top: c[0]!, body: c[1]!, low: c[2]!, clay: c[3]! }
}
export const colours = (product: string, variant = 0): readonly string[] => productLook(product).variants[variant]!.colours
