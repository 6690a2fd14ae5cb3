import { sql } from '#base/db'
import type { Caller } from '#base/http'
import type { Id } from '#base/kernel'
import { loadOne } from './store.ts'
import type { Workshop } from './workshop.ts'

/** How old the list of what is withheld may be; every file that is asked for looks into it. */
const freshMs = 1000

/** Media whose files are kept back after a decision. Every process reads the list again after a second, so a decision is heeded everywhere. */
export class Withheld {
  readonly #shop: Workshop
  #list: Promise<ReadonlySet<string>> | null = null
  #read = 0
  constructor(shop: Workshop) {
    this.#shop = shop
  }

  async set(media: readonly Id<'media'>[], on: boolean): Promise<void> {
    const ids = sql`${[...media]}::text[]`
    await (on
      ? sql`insert into media.withheld (media) select id from media.media where id = any(${ids}) on conflict do nothing`
      : sql`delete from media.withheld where media = any(${ids})`
    ).execute(this.#shop.db)
    this.#list = null
  }

  async has(media: string): Promise<boolean> {
    const now = performance.now()
    if (!this.#list || now - this.#read > freshMs) {
      this.#read = now
      const list = sql<{ media: string }>`select media from media.withheld`
        .execute(this.#shop.db)
        .then(r => new Set(r.rows.map(row => row.media)))
      this.#list = list
      // A failed reading is not remembered.
      list.catch(() => {
        if (this.#list === list) this.#list = null
      })
    }
    return (await this.#list).has(media)
  }

  /** Who made it sees what a decision is about, and so do those who decide. */
  async mayStillSee(caller: Caller, media: Id<'media'>): Promise<boolean> {
    return caller.operator || (await loadOne(this.#shop.db, media))?.owner === caller.person
  }
}
