import type { Keeper } from '../keeper.ts'

/** Items of a cell that came after the training and have a vector; of more the one that got its vector first makes room. */
export const lateRoom = 16
/** Wanted actions that the vector of the start is worth, and how many of the newest a vector is a mean of. */
const start = 2
const longest = 50

/** Where the vectors of items stand that came after the training: a ring in each cell. What the vectors are is said by `adopt.ts`. */
export class Late {
  /** Row of each place, -1 for none; its kind; the wanted actions that its vector has met. */
  rows: Int32Array
  readonly kinds: Uint8Array
  #met: Int32Array
  /** The next place of each cell, and how many are taken. */
  #next: Uint8Array
  readonly #taken: Uint8Array
  readonly #placeOf = new Map<number, number>()

  constructor(cells: number) {
    this.rows = new Int32Array(cells * lateRoom).fill(-1)
    this.kinds = new Uint8Array(cells * lateRoom)
    this.#met = new Int32Array(cells * lateRoom)
    this.#next = new Uint8Array(cells)
    this.#taken = new Uint8Array(cells)
  }

  /** The place of a row, -1 when it has none. */
  find(row: number): number {
    return this.#placeOf.get(row) ?? -1
  }

  isEmpty(cell: number): boolean {
    return this.#taken[cell] === 0
  }

  /** Gives a row a place in a cell and answers it; where it stood before is free. */
  put(row: number, kind: number, cell: number): number {
    const before = this.find(row)
    if (before >= 0 && Math.floor(before / lateRoom) === cell) return before
    const met = before < 0 ? 0 : this.#met[before]!
    if (before >= 0) this.#clear(before)
    const place = cell * lateRoom + this.#next[cell]!
    this.#next[cell] = (this.#next[cell]! + 1) % lateRoom
    this.#clear(place)
    this.rows[place] = row
    this.kinds[place] = kind
    this.#met[place] = met
    this.#taken[cell]!++
    this.#placeOf.set(row, place)
    return place
  }

  /** One more wanted action. Answers what those before it and the start are worth against it. */
  meet(place: number): number {
    const met = this.#met[place]!
    this.#met[place] = met + 1
    return Math.min(longest, start + met)
  }

  #clear(place: number): void {
    const row = this.rows[place]!
    if (row < 0) return
    this.#placeOf.delete(row)
    this.rows[place] = -1
    this.#taken[Math.floor(place / lateRoom)]!--
  }

  /** Both ways; see `Keeper`. */
  keep(k: Keeper, kindOf: (row: number) => number): void {
    this.rows = k.column(this.rows)
    this.#met = k.column(this.#met)
    this.#next = k.column(this.#next)
    this.#placeOf.clear()
    this.#taken.fill(0)
    this.rows.forEach((row, place) => {
      if (row < 0) return
      this.kinds[place] = kindOf(row)
      this.#placeOf.set(row, place)
      this.#taken[Math.floor(place / lateRoom)]!++
    })
  }

  get bytes(): number {
    return this.rows.length * 9 + this.#next.length * 2 + this.#placeOf.size * 40
  }
}
