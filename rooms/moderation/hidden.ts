import type { Kysely } from '#base/db'
import { removedSubjects, statesOf, type Tables } from './store.ts'
import { keyOf } from './subject.ts'

type Named = { readonly kind: string; readonly id: string }

/**
 * The removed subjects, in memory: every list of the platform asks on every page. What is in the table decides; `refresh` reads it
 * again for some subjects, one refresh after another, so that an older reading never overwrites a newer one.
 */
export class Hidden {
  readonly #db: Kysely<Tables>
  readonly #keys = new Set<string>()
  #loaded: Promise<void> | null = null
  #last: Promise<void> = Promise.resolve()
  constructor(db: Kysely<Tables>) {
    this.#db = db
  }

  ready(): Promise<void> {
    this.#loaded ??= removedSubjects(this.#db).then(
      rows => {
        for (const row of rows) this.#keys.add(keyOf(row))
      },
      error => {
        this.#loaded = null
        throw error
      },
    )
    return this.#loaded
  }

  async of(subjects: readonly Named[]): Promise<Set<string>> {
    await this.ready()
    const found = new Set<string>()
    if (this.#keys.size > 0) for (const s of subjects) if (this.#keys.has(keyOf(s))) found.add(keyOf(s))
    return found
  }

  refresh(subjects: readonly Named[]): Promise<void> {
    const work = async () => {
      await this.ready()
      for (const row of await statesOf(this.#db, subjects)) {
        if (row.removed) this.#keys.add(keyOf(row))
        else this.#keys.delete(keyOf(row))
      }
    }
    const mine = this.#last.then(work, work)
    this.#last = mine.catch(() => {})
    return mine
  }
}
