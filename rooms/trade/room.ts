import type { House } from '#base/house'
import type { Accounts } from '#rooms/accounts'
import { type RulesCache, rulesCache } from './rules.ts'
import { type Seals, sealsOf } from './seal.ts'
import type { Db, TradeTables } from './store.ts'

export interface TradeDoors {
  readonly accounts: Pick<Accounts, 'may' | 'note'>
}
export interface Room {
  readonly house: House
  readonly db: Db
  readonly doors: TradeDoors
  readonly rules: RulesCache
  readonly seals: Seals
}
export function openRoom(house: House, doors: TradeDoors): Room {
  const db = house.db.tables<TradeTables>()
  return { house, db, doors, rules: rulesCache(db), seals: sealsOf(house.config) }
}
