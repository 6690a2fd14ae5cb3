import { idOf, integer, list, nullable, obj, oneOf, optional, text, timeWire } from '#base/http'
import { parcelMachine, returnMachine } from './order-states.ts'
import { refusalReasons, returnKinds, returnOutcomes, returnReasons } from './return.ts'

export const piecesWire = obj({ line: idOf('lin'), quantity: integer(1, 99) })
export const somePieces = list(piecesWire, { minItems: 1, maxItems: 100 })
export const parcelWire = obj({
  id: idOf('pcl'),
  state: oneOf(parcelMachine.states),
  contents: list(obj({ line: idOf('lin'), quantity: integer(1, 99), variant: nullable(idOf('var')) })),
  /** The return whose goods it replaces. */
  replaces: nullable(idOf('ret')),
  carrier: nullable(text(60)),
  tracking: nullable(text(80)),
  shippedAt: nullable(timeWire),
  deliveredAt: nullable(timeWire),
})
export const returnWire = obj({
  id: idOf('ret'),
  kind: oneOf(returnKinds),
  state: oneOf(returnMachine.states),
  reason: oneOf(returnReasons),
  words: nullable(text(1000)),
  photos: list(idOf('med')),
  lines: list(piecesWire),
  variant: nullable(idOf('var')),
  /** Who pays for sending it back. */
  wayBack: oneOf(['buyer', 'shop']),
  refusal: nullable(obj({ reason: oneOf(refusalReasons), note: nullable(text(400)) })),
  carrier: nullable(text(60)),
  tracking: nullable(text(80)),
  outcome: nullable(oneOf(returnOutcomes)),
  asked: timeWire,
})
/** `reason` is the buyer's own words. Without lines it is about all that was kept. */
export const returnAsk = obj({
  reason: text(1000, 1),
  code: optional(oneOf(returnReasons)),
  kind: optional(oneOf(returnKinds)),
  lines: optional(somePieces),
  photos: optional(list(idOf('med'), { maxItems: 9 })),
  variant: optional(idOf('var')),
})
