import type { LoggedEvent } from '#base/catalogue'

/** People as numbers, so that a set of them is small and names nobody. A guest that became an account is one with it; who is erased keeps a number that nobody has. */
export class Heads {
  readonly #of = new Map<string, number>()
  /** Numbers that turned out to be somebody else's too. */
  readonly #same = new Map<number, number>()
  #next = 0

  of(person: string): number {
    const known = this.#of.get(person)
    if (known !== undefined) return known
    this.#of.set(person, this.#next)
    return this.#next++
  }

  learn(event: LoggedEvent<'person.merged'> | LoggedEvent<'person.erased'>): void {
    if (event.name === 'person.erased') {
      this.#of.delete(event.subject.id)
      return
    }
    const from = this.#of.get(event.data.from)
    if (from === undefined) return
    this.#of.delete(event.data.from)
    const into = this.#of.get(event.subject.id)
    if (into === undefined) this.#of.set(event.subject.id, from)
    else this.#same.set(from, into)
  }

  /** How many people these numbers are. */
  count(numbers: ReadonlySet<number>): number {
    if (this.#same.size === 0) return numbers.size
    return new Set([...numbers].map(n => this.#root(n))).size
  }

  #root(n: number): number {
    let at = n
    for (let next = this.#same.get(at); next !== undefined && next !== at; next = this.#same.get(at)) at = next
    return at
  }
}
