import { type Families, families } from './families.ts'
import type { FactorMachine } from './fwfm.ts'
import { dims } from './pairwise.ts'

const personField = 0

/** A copy of all that is kept by person: rings, running figures, tallies, vectors. */
export class FrozenPersons {
  readonly #families: Families
  readonly #factors: FactorMachine
  readonly #tallies: Float32Array[]
  readonly #vectors: Float32Array
  readonly #width: number
  #items: Int32Array
  #at: Float32Array
  #marks: Uint8Array
  #pushed: Int32Array
  #traits: Float32Array
  #lastMs: Float64Array

  constructor(of: Families, factors: FactorMachine) {
    this.#families = of
    this.#factors = factors
    this.#tallies = of.tallies.map((t, f) => (families[f]!.person ? t.values.slice() : t.values))
    const p = of.persons
    this.#items = p.items.slice()
    this.#at = p.at.slice()
    this.#marks = p.marks.slice()
    this.#pushed = p.pushed.slice()
    this.#traits = p.traits.slice()
    this.#lastMs = p.lastMs.slice()
    this.#width = dims + factors.scores.length
    const persons = p.rows.capacity
    this.#vectors = new Float32Array(persons * this.#width)
    for (let row = 0; row < persons; row++) factors.read(personField, row, this.#held(row))
  }

  #held(row: number): Float32Array {
    return this.#vectors.subarray(row * this.#width, (row + 1) * this.#width)
  }

  /** Puts the copy in place of what lives, and the other way round the next time. `person`: the one who is read, -1 = nobody known. */
  swap(person: number): void {
    const { persons, tallies } = this.#families
    tallies.forEach((t, f) => {
      if (families[f]!.person) [t.values, this.#tallies[f]] = [this.#tallies[f]!, t.values]
    })
    ;[persons.items, this.#items] = [this.#items, persons.items]
    ;[persons.at, this.#at] = [this.#at, persons.at]
    ;[persons.marks, this.#marks] = [this.#marks, persons.marks]
    ;[persons.pushed, this.#pushed] = [this.#pushed, persons.pushed]
    ;[persons.traits, this.#traits] = [this.#traits, persons.traits]
    ;[persons.lastMs, this.#lastMs] = [this.#lastMs, persons.lastMs]
    if (person >= 0) this.#factors.swap(personField, person, this.#held(person))
  }
}
