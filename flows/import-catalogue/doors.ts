import { join } from 'node:path'
import type { House } from '#base/house'
import type { Caller, ErrorCode } from '#base/http'
import type { Id, Result } from '#base/kernel'
import type { Accounts } from '#rooms/accounts'
import type { Catalog } from '#rooms/catalog'
import type { Media } from '#rooms/media'
import type { Prices } from '#rooms/prices'
import type { Trade } from '#rooms/trade'
import type { Db, ImportTables } from './store.ts'

export interface ImportDoors {
  readonly accounts: Pick<Accounts, 'may' | 'callerFor' | 'shop'>
  readonly catalog: Pick<Catalog, 'sourced' | 'saveMany' | 'listOfShop' | 'list' | 'stockDesk'>
  readonly prices: Pick<Prices, 'latest' | 'setMany'>
  readonly media: Pick<Media, 'ingestFile' | 'state' | 'remove'>
  /** What customs asks of goods; without it the file's words about it are left aside. */
  readonly trade?: Pick<Trade, 'facts' | 'setManyFacts'>
  /** Puts a draft on sale when nothing is missing. */
  readonly publish: (caller: Caller, product: Id<'product'>) => Promise<Result<unknown, ErrorCode>>
}
export interface ImportOptions {
  /** Products in one round of statements. */
  readonly batch?: number
  /** Pauses before a picture is tried again; after the last it is given up. */
  readonly retryMs?: readonly number[]
  readonly timeoutMs?: number
}

/** What the parts of this flow share. */
export interface Desk {
  readonly house: House
  readonly db: Db
  readonly doors: ImportDoors
  readonly batch: number
  readonly retryMs: readonly number[]
  readonly timeoutMs: number
  /** Where files lie while they are read. */
  readonly folder: string
}
export const openDesk = (house: House, doors: ImportDoors, options: ImportOptions): Desk => ({
  house,
  db: house.db.tables<ImportTables>(),
  doors,
  batch: options.batch ?? 200,
  retryMs: options.retryMs ?? [5_000, 60_000],
  timeoutMs: options.timeoutMs ?? 60_000,
  folder: join(house.config.dataDir, 'imports'),
})
export const fileOf = (desk: Desk, run: string): string => join(desk.folder, run)
export const allowedOf = (desk: Desk): string[] =>
  desk.house.config.fetchAllowed
    .split(',')
    .map(a => a.trim())
    .filter(Boolean)
