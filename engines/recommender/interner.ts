import type { Keeper } from './keeper.ts'

/** Ids to small integers and back. Integers are handed out in order and can be given back. */
export class Interner {
  readonly index = new Map<string, number>()
  names: string[] = []
  #free: number[] = []

  /** The integer of a known id, else -1. */
  find(id: string): number {
    return this.index.get(id) ?? -1
  }

  /** The integer of this id; a new one when it is unknown. */
  intern(id: string): number {
    const known = this.index.get(id)
    if (known !== undefined) return known
    const at = this.#free.pop() ?? this.names.length
    this.index.set(id, at)
    this.names[at] = id
    return at
  }

  name(at: number): string {
    return this.names[at] ?? ''
  }

  /** Forgets an id; its integer is used again. */
  release(id: string): void {
    const at = this.index.get(id)
    if (at === undefined) return
    this.index.delete(id)
    this.names[at] = ''
    this.#free.push(at)
  }

  /** Both ways; see `Keeper`. */
  keep(k: Keeper): void {
    this.names = k.texts(this.names)
    this.#free = [...k.column(Int32Array.from(this.#free))]
    const free = new Set(this.#free)
    this.index.clear()
    for (let at = 0; at < this.names.length; at++) if (!free.has(at)) this.index.set(this.names[at]!, at)
  }

  /** Integers in use or free: the length that columns need. */
  get length(): number {
    return this.names.length
  }

  get size(): number {
    return this.index.size
  }
}

export type Column = Float64Array | Float32Array | Int32Array | Uint8Array | Uint16Array

/** A copy of a column with room for at least `length`, doubled so that growth is cheap on average; the column itself when it is long enough. */
export function grown<T extends Column>(column: T, length: number, fill = 0): T {
  if (length <= column.length) return column
  const next = new (column.constructor as new (n: number) => T)(Math.max(length, column.length * 2, 16))
  next.set(column)
  if (fill !== 0) next.fill(fill, column.length)
  return next
}

/** A copy of `length` entries that stand at `offset`, as a column of the same kind as `like`. */
export const columnOf = <T extends Column>(like: T, buffer: ArrayBuffer, offset: number, length: number): T =>
  new (like.constructor as new (b: ArrayBuffer, o: number, n: number) => T)(buffer, offset, length).slice() as T
