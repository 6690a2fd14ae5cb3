import { sql } from '#base/db'
import type { Caller } from '#base/http'
import type { Id } from '#base/kernel'
import { loadOne } from './store.ts'
import type { Workshop } from './workshop.ts'

/** How old the list of what is withheld may be; every file that is asked for looks into it. */
const freshMs = 1000
/** Changes are read again for so long, because one that began before another may be written after it. */
const overlapSeconds = 60

/**
 * Media whose files are kept back after a decision. Every process asks for the changes again after a second, so a decision is heeded
 * everywhere; the whole list is read once, and after a time in which nobody asked.
 */
export class Withheld {
  readonly #shop: Workshop
  readonly #kept = new Set<string>()
  #reading: Promise<void> | null = null
  #began = 0
  /** When the newest reading that succeeded had begun. */
  #upTo = Number.NEGATIVE_INFINITY
  constructor(shop: Workshop) {
    this.#shop = shop
  }

  async set(media: readonly Id<'media'>[], on: boolean): Promise<void> {
    const ids = sql`${[...media]}::text[]`
    await (on
      ? sql`insert into media.withheld as w (media) select id from media.media where id = any(${ids})
          on conflict (media) do update set kept = true, changed = now() where not w.kept`
      : sql`update media.withheld set kept = false, changed = now() where media = any(${ids}) and kept`
    ).execute(this.#shop.db)
    this.#reading = null
  }

  async has(media: string): Promise<boolean> {
    const now = performance.now()
    if (!this.#reading || now - this.#began > freshMs) {
      this.#began = now
      const reading = this.#read(now)
      this.#reading = reading
      // A failed reading is not remembered.
      reading.catch(() => {
        if (this.#reading === reading) this.#reading = null
      })
    }
    await this.#reading
    return this.#kept.has(media)
  }

  async #read(now: number): Promise<void> {
    const isWhole = now - this.#upTo > (overlapSeconds / 2) * 1000
    const { rows } = await (isWhole
      ? sql<{ media: string; kept: boolean }>`select media, kept from media.withheld where kept`
      : sql<{ media: string; kept: boolean }>`
          select media, kept from media.withheld where changed > now() - make_interval(secs => ${overlapSeconds})`
    ).execute(this.#shop.db)
    // One that began before and ends later knows less.
    if (now < this.#upTo) return
    if (isWhole) this.#kept.clear()
    for (const { media, kept } of rows) kept ? this.#kept.add(media) : this.#kept.delete(media)
    this.#upTo = now
  }

  /** Who made it sees what a decision is about, and so do those who decide. */
  async mayStillSee(caller: Caller, media: Id<'media'>): Promise<boolean> {
    return caller.operator || (await loadOne(this.#shop.db, media))?.owner === caller.person
  }
}

/** What was given free is of no more use to readers after the overlap. */
export const dropFreed = (shop: Workshop): Promise<unknown> =>
  sql`delete from media.withheld where not kept and changed < now() - make_interval(secs => ${overlapSeconds * 10})`.execute(
    shop.db,
  )
