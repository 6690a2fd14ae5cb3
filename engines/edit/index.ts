export {
  type Blur,
  type Box,
  type Cue,
  check,
  type EditList,
  type Frame,
  frames,
  lengthOf,
  limits,
  type Music,
  type Overlay,
  type Piece,
  type Problem,
  pieceLength,
  type Source,
  type Span,
  type Tag,
  type Wrong,
} from './edit-list.ts'
export { fps, frameAt, frameCount, momentOf, slack } from './grid.ts'
export { cropOf, layout, mosaicOf, type Picture, type Placed, type Rect, rectOf, type Size, sizeOf, timeline } from './layout.ts'
export { append, begin, move, reframe, remove, split, trim } from './operations.ts'
