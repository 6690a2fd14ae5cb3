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
  mood: { ...open('hagi-kiln').mood, windowColor: '#fdf4e6', sky: '#dfe8f0', bounce: '#d8bf98', sunColor: '#fff0cf', sunPower: 1.2 },
}

/** The last sun of the day comes in low. */
export const evening: Partial<Mood> = {
  windowColor: '#f4b27a', windowPower: 0.75, sky: '#8f93b5', skyPower: 0.4, bounce: '#b0703c', bouncePower: 0.22,
  sun: [-0.86, 0.32, 0.5], sunColor: '#ff9a4e', sunPower: 1.5,
}

export const glazeOf = (product: string, variant = 0): Colours => {
  const c = productLook(product).variants[variant]!.colours
  return { top: c[0]!, body: c[1]!, low: c[2]!, clay: c[3]! }
}
export const colours = (product: string, variant = 0): readonly string[] => productLook(product).variants[variant]!.colours
