import type { ImportOptions } from '#flows/import-catalogue'
import { createTrade, type Trade, tradeMigrations } from '#rooms/trade'
import { testHouse } from '#testing/house'
import { importMigrations, importWorld } from '#testing/import-world'

/** An import's world with the room that knows what customs must know, on a house of its own; work is done when the test says so, not by jobs. */
export async function tradingWorld(options: ImportOptions = {}) {
  const plain = await testHouse({ migrations: [...importMigrations, ...tradeMigrations] })
  const house = Object.assign(plain, { jobs: { ...plain.jobs, send: async () => {} } })
  let trade: Trade | undefined
  const world = importWorld(house, {
    ...options,
    doors: real => {
      trade = createTrade(house, { accounts: real.accounts } as never)
      return { ...real, trade }
    },
  })
  await world.catalog.start()
  return { ...world, house, trade: trade as Trade }
}
export type TradingWorld = Awaited<ReturnType<typeof tradingWorld>>
