/** Trade across borders: what an order owes there, what customs must know, and what a person has used of China's year. Only flows call it. */
import { migrationsIn } from '#base/db'
import type { House } from '#base/house'
import type { Caller } from '#base/http'
import type { Id, Result } from '#base/kernel'
import { civilDate, unionOf } from '#engines/trade'
import { type Declarations, declarationsOf } from './declarations.ts'
import type { TradeFacts } from './facts.ts'
import { findHs, type HsFound } from './find-hs.ts'
import { giveIdentity, type IdentityWish, type MaskedIdentity, maskedIdentity } from './identity.ts'
import { eraseDue } from './identity-store.ts'
import { importPositiveList, type ListReport, type ListWish } from './positive-list.ts'
import { type ClaimRefused, claimQuota, keepQuota, type QuotaClaim, releaseQuota, restoreQuota } from './quota.ts'
import { attemptOf, expiredClaims } from './quota-store.ts'
import { type Quoted, quoteTrade, type TradeQuery } from './quote.ts'
import { type Setup, type SetupWish, setupOf } from './readiness.ts'
import type { Registrations } from './registrations.ts'
import { openRoom, type TradeDoors } from './room.ts'
import { listRules, putRules, type RuleRefused, type RulesList, withdrawRule } from './rules.ts'
import { type FactsRow, readFacts, readRegistrations, writeFacts, writeRegistrations } from './store.ts'
import { subscribe } from './subscribers.ts'

export { consentTexts, consentVersion } from './consent.ts'
export type { CustomsPort, OutMessage } from './customs-port.ts'
export { type DeclarationRow, declarationViews, type ParcelFacts } from './declaration-store.ts'
export { returnTimes } from './declared.ts'
export type { OrderToDeclare } from './declared-order.ts'
export { checkFacts, type FactName, factsOver, missingFacts, type TradeFacts } from './facts.ts'
export { createFileCustoms } from './file-customs.ts'
export type { IdentityWish, MaskedIdentity } from './identity.ts'
export { keySigner } from './payment-data.ts'
export type { QuotaClaim } from './quota.ts'
export type { Quoted, QuotedTrade, TradeQuery, TradeReason } from './quote.ts'
export type { LawToday, Requirement, Setup, WayIn } from './readiness.ts'
export { type RegistrationName, type Registrations, registrationNames, wrongForms } from './registrations.ts'
export { tradeRoutes } from './routes.ts'
export { documentCodes } from './show-document.ts'
export { createTestCustoms, type TestCustoms } from './test-customs.ts'
export { wire as tradeWire } from './wire.ts'
export const tradeMigrations = migrationsIn('trade', new URL('./migrations/', import.meta.url))

export interface Trade {
  /** Duty and taxes of an order and what its buyer must give; `details.reason` of a refusal says why (TradeReason). One statement. */
  quote(q: TradeQuery): Promise<Result<Quoted, 'trade_refused'>>
  /** Takes name, ID number and consent for a checkout of this person, sealed. `wanted`: fen that its orders use of the year. */
  giveIdentity(
    of: { checkout: Id<'checkout'>; person: Id<'person'>; language: Caller['language']; wanted: bigint },
    wish: IdentityWish,
  ): Promise<Result<MaskedIdentity, 'identity_invalid' | 'consent_needed' | 'trade_refused'>>
  maskedIdentity(checkout: Id<'checkout'>): Promise<MaskedIdentity | null>
  /** What the orders of a checkout use of their buyer's year is taken, all or nothing; needs identity and consent. Two statements. */
  claim(c: QuotaClaim): Promise<Result<true, ClaimRefused>>
  /** Which try to pay holds the quota of a checkout; null: none. */
  attemptOf(checkout: Id<'checkout'>): Promise<string | null>
  /** Lets go of what is held: of this attempt or of any, with `overdueAt` only what is past its time. */
  release(checkout: Id<'checkout'>, which?: { attempt?: string | null; overdueAt?: Date | undefined }): Promise<boolean>
  /** The checkout is paid. True when this call did it. */
  keep(checkout: Id<'checkout'>): Promise<boolean>
  /** So many fen of an order's quota are back in all; any number of times. */
  restore(order: Id<'order'>, given: bigint): Promise<void>
  /** Checkouts whose held quota is past its time. */
  expired(now: Date, limit?: number): Promise<Id<'checkout'>[]>
  /** Wipes identities whose time is over; the checkouts they were of. */
  eraseDue(now: Date): Promise<string[]>

  /** Facts by product and by variant of this shop; unknown ids are missing. */
  facts(shop: Id<'shop'>, subjects: readonly string[]): Promise<Readonly<Record<string, TradeFacts>>>
  setFacts(caller: Caller, of: { subject: string; shop: Id<'shop'>; product: Id<'product'> }, facts: TradeFacts): Promise<void>
  /** The same for many subjects of a shop, each once; one statement. */
  setManyFacts(caller: Caller, shop: Id<'shop'>, rows: readonly FactsRow[]): Promise<void>
  registrations(shop: Id<'shop'>): Promise<{ names: Registrations; version: number }>
  /** False when the version is not the one of now. */
  setRegistrations(caller: Caller, shop: Id<'shop'>, version: number, names: Registrations): Promise<boolean>
  /** What a shop lacks for a market that it sends to by these ways, which ways are open, and the law of today. */
  setup(shop: Id<'shop'>, wish: SetupWish): Promise<Setup>
  /** Says of countries which customs union each belongs to today, or the country itself; one statement, however many. */
  territories(): Promise<(country: string) => string>
  /** Tariff codes by digits or by words, with China's positive list beside them. */
  findHs(text: string): Promise<HsFound>
  /** Customs documents of paid orders, from the payment to release or return. */
  readonly declarations: Declarations
  rules: {
    list(caller: Caller): Promise<Result<RulesList, RuleRefused>>
    put(caller: Caller, rows: readonly unknown[]): Promise<Result<string[], RuleRefused>>
    /** China's positive list from a CSV; the report names every wrong line, and with one of them nothing is written. */
    importPositiveList(caller: Caller, wish: ListWish): Promise<Result<ListReport, RuleRefused>>
    withdraw(caller: Caller, id: string): Promise<Result<true, RuleRefused | 'not_found'>>
  }
  start(): Promise<void>
}

export function createTrade(house: House, doors: TradeDoors): Trade {
  const room = openRoom(house, doors)
  const stamp = (caller: Caller) => ({ at: house.clock.now(), by: caller.person })
  house.jobs.every('trade.erase', '17 * * * *', async () => void (await eraseDue(room.db, house.clock.now())))
  return {
    quote: q => quoteTrade(room, q),
    giveIdentity: (of, wish) => giveIdentity(room, of, wish),
    maskedIdentity: checkout => maskedIdentity(room, checkout),
    claim: c => claimQuota(room, c),
    attemptOf: checkout => attemptOf(room.db, checkout),
    release: (checkout, which) => releaseQuota(room, checkout, which),
    keep: checkout => keepQuota(room, checkout),
    restore: (order, given) => restoreQuota(room, order, given),
    expired: async (now, limit = 200) => (await expiredClaims(room.db, now, limit)) as Id<'checkout'>[],
    eraseDue: now => eraseDue(room.db, now),
    facts: (shop, subjects) => readFacts(room.db, shop, subjects),
    setFacts: (caller, { shop, ...of }, facts) => writeFacts(room.db, shop, [{ ...of, facts }], stamp(caller)),
    setManyFacts: (caller, shop, rows) => writeFacts(room.db, shop, rows, stamp(caller)),
    registrations: shop => readRegistrations(room.db, shop),
    setRegistrations: (caller, shop, version, names) => writeRegistrations(room.db, { shop, names, version, ...stamp(caller) }),
    setup: async (shop, wish) => setupOf(await room.rules.now(), (await readRegistrations(room.db, shop)).names, wish),
    async territories() {
      const [rules, day] = [await room.rules.now(), civilDate(house.clock.now(), 'EU')]
      return country => unionOf(rules, country, day)
    },
    findHs: async text => findHs(await room.rules.now(), civilDate(house.clock.now(), 'CN'), text),
    declarations: declarationsOf(room),
    rules: {
      list: caller => listRules(room, caller),
      put: (caller, rows) => putRules(room, caller, rows),
      importPositiveList: (caller, wish) => importPositiveList(room, caller, wish),
      withdraw: (caller, id) => withdrawRule(room, caller, id),
    },
    start: () => subscribe(room),
  }
}
