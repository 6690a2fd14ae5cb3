import { Type } from 'typebox'
import { idOf, list, nullable, obj, oneOf, text } from '#base/http'
import { frames } from '#engines/edit'

// Looser than the rules of engines/edit, which say all that is wrong with a list at once; here only its shape and its size are held.
const number = Type.Number()
const name = text(40, 1)
const words = text(2000)
const span = { from: number, to: number }
const box = { x: number, y: number, width: number, height: number }
const most = { maxItems: 500 }

/** An edit list (engines/edit): whole milliseconds, shares of the frame; ids of the caller's own sources and pictures. */
export const editWire = obj({
  version: Type.Literal(1),
  frame: oneOf(Object.keys(frames) as (keyof typeof frames)[]),
  pieces: list(obj({ id: name, source: idOf('med'), in: number, out: number, zoom: number, x: number, y: number }), most),
  overlays: list(
    obj({ id: name, kind: oneOf(['text', 'sticker']), words, style: text(200), picture: idOf('med'), ...span, ...box }),
    most,
  ),
  blurs: list(obj({ id: name, ...span, ...box }), most),
  gain: number,
  music: nullable(obj({ piece: idOf('mus'), gain: number, in: number, fade: number })),
  cover: number,
  tags: list(obj({ product: idOf('prd'), x: number, y: number, ...span }), most),
  cues: list(obj({ words, ...span }), most),
})
