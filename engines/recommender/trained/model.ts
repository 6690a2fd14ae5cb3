import { ok, type Result, refuse } from '#base/kernel'
import { BadSnapshot, type Form, read, write } from '../keeper.ts'
import type { CapShape } from '../retrieval/cap/layout.ts'

const form: Form = { magic: 0x31444d45, version: 1 }
/** An 8-bit number is stored with this added. */
const middle = 128

/** A trained net as it is served: item k is `names[k]`, the items of a cell stand together, vectors are of length 1. */
export interface Model {
  readonly shape: CapShape
  readonly tau: number
  readonly position: bigint
  readonly names: readonly string[]
  /** items × d. */
  readonly vectors: Float32Array
  readonly ask: Float32Array
  readonly give: Float32Array
  readonly place: Float32Array
  /** The items of cell c are cellStarts[c] … cellStarts[c + 1]. */
  readonly cellStarts: Int32Array
  readonly centres: Float32Array
}

/** The model as bytes: version, checksum, little-endian arrays; vectors as 8-bit numbers with a scale for each item. */
export function modelBytes(m: Model): Uint8Array {
  const { items, d, length, heads } = m.shape
  const scales = new Float32Array(items)
  const codes = new Uint8Array(items * d)
  for (let i = 0; i < items; i++) {
    let top = 1e-12
    for (let c = i * d; c < i * d + d; c++) top = Math.max(top, Math.abs(m.vectors[c]!))
    scales[i] = top / 127
    for (let c = i * d; c < i * d + d; c++) codes[c] = Math.round(m.vectors[c]! / scales[i]!) + middle
  }
  return write(k => {
    k.column(Int32Array.of(items, d, length, heads))
    k.number(m.tau)
    k.big(m.position)
    k.texts(m.names)
    for (const column of [scales, codes, m.ask, m.give, m.place, m.cellStarts, m.centres]) k.column(column)
  }, form)
}

/** The model that the bytes hold; `model_refused` when they are damaged, cut off, or of another version. */
export function modelFrom(bytes: Uint8Array): Result<Model, 'model_refused'> {
  try {
    const found = parsed(bytes)
    return found ? ok(found) : refuse('model_refused', 'The model does not fit together')
  } catch (error) {
    if (error instanceof BadSnapshot) return refuse('model_refused', `The model can't be used: ${error.message}`)
    throw error
  }
}

function parsed(bytes: Uint8Array): Model | null {
  let model: Model | null = null
  read(
    bytes,
    k => {
      const [items = 0, d = 0, length = 0, heads = 0] = k.column(new Int32Array())
      const [tau, position, names] = [k.number(0), k.big(0n), k.texts([])]
      const [scales, codes] = [k.column(new Float32Array()), k.column(new Uint8Array())]
      const [ask, give, place] = [k.column(new Float32Array()), k.column(new Float32Array()), k.column(new Float32Array())]
      const [cellStarts, centres] = [k.column(new Int32Array()), k.column(new Float32Array())]
      const cells = cellStarts.length - 1
      const fits =
        d > 0 &&
        d % 8 === 0 &&
        length > 0 &&
        names.length === items &&
        scales.length === items &&
        codes.length === items * d &&
        ask.length === heads * d * d &&
        give.length === ask.length &&
        place.length === heads * length &&
        cells > 0 &&
        centres.length === cells * d &&
        cellStarts[0] === 0 &&
        cellStarts[cells] === items &&
        cellStarts.every((x, c) => c === 0 || x >= cellStarts[c - 1]!)
      if (!fits) return
      const vectors = new Float32Array(items * d)
      for (let i = 0, c = 0; i < items; i++) for (const end = c + d; c < end; c++) vectors[c] = (codes[c]! - middle) * scales[i]!
      model = { shape: { items, d, length, heads }, tau, position, names, vectors, ask, give, place, cellStarts, centres }
    },
    form,
  )
  return model
}
