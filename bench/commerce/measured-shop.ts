import { closeSync, openSync, readSync, statSync } from 'node:fs'
import pg from 'pg'
import type { Storefront } from './storefront.ts'

/** A running shop with goods in it, its own PostgreSQL beside it. */
export interface MeasuredShop extends Storefront {
  readonly name: string
  /** Seconds from the start of its process, over a filled database that runs already, to the first answer. */
  readonly coldStart: number
  /** Its own processes; PostgreSQL is not among them. */
  readonly pids: readonly number[]
  readonly dataDir: string
  readonly databaseUrl: string
  /** Everyday items, with more pieces than anybody buys here. */
  readonly items: readonly string[]
  /** Items with 100 pieces each, for one race each. */
  readonly rare: readonly string[]
  /** Pieces of an item in paid orders, as the database has it. */
  sold(item: string): Promise<number>
  stop(): Promise<void>
}
export const everyday = 20
export const pieces = 100

/** One row of one column. */
export async function one(databaseUrl: string, text: string, values: readonly unknown[] = []): Promise<number> {
  const client = new pg.Client(databaseUrl)
  await client.connect()
  try {
    const { rows } = await client.query({ text, values: [...values], rowMode: 'array' })
    return Number(rows[0]?.[0] ?? 0)
  } finally {
    await client.end()
  }
}

/**
 * SQL statements that PostgreSQL received between a step's beginning and its end, BEGIN and COMMIT among them, by its own log.
 * The fewest of several tries: what works in the background (jobs, readers of the log of events) only ever adds.
 */
export async function statementsOf(shop: MeasuredShop, tries: number): Promise<Record<string, number>> {
  const setting = async (value: string) => {
    await one(shop.databaseUrl, `alter system set log_statement = '${value}'`)
    await one(shop.databaseUrl, 'select pg_reload_conf()')
    await new Promise(resolve => setTimeout(resolve, 500))
  }
  const log = `${shop.dataDir}/postgres.log`
  const fewest: Record<string, number> = {}
  const counted = async <T>(step: string, work: () => Promise<T>): Promise<T> => {
    // What the step before has set going in the background is over by then.
    await new Promise(resolve => setTimeout(resolve, 700))
    const from = statSync(log).size
    const value = await work()
    const found = linesSince(log, from)
    fewest[step] = Math.min(fewest[step] ?? Number.POSITIVE_INFINITY, found)
    return value
  }
  await setting('all')
  try {
    for (let i = 0; i < tries; i++) {
      const buyer = await shop.visit(900_000 + i)
      await counted('add to cart', () => shop.addToCart(buyer, shop.items[i % shop.items.length] as string))
      const ready = await counted('checkout and address', () => shop.prepare(buyer, null))
      if (ready) await counted('completion', () => shop.complete(buyer, ready))
    }
  } finally {
    await setting('none')
  }
  return fewest
}

function linesSince(path: string, from: number): number {
  const length = statSync(path).size - from
  const bytes = Buffer.alloc(length)
  const file = openSync(path, 'r')
  readSync(file, bytes, 0, length, from)
  closeSync(file)
  return bytes.toString().match(/LOG: {2}(execute|statement)/g)?.length ?? 0
}
