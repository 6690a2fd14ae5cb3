import { riverWind } from './aizome.ts'
import type { Film } from './film-types.ts'
import { morningGlaze, sakeEvening } from './hagi.ts'
import { rainWindow } from './rain.ts'
import { everyDay, thirdNotebook, threeMonths } from './reviews.ts'
import { keptForGuests, oneStroke } from './sumi.ts'
import { firstLeaf, matchaWhisk, quietPour } from './uji.ts'

export const films: readonly Film[] = [
  morningGlaze,
  sakeEvening,
  firstLeaf,
  oneStroke,
  keptForGuests,
  riverWind,
  threeMonths,
  everyDay,
  thirdNotebook,
  quietPour,
  matchaWhisk,
  rainWindow,
]
