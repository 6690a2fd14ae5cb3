import type { House } from '#base/house'
import { buildHttp, createIdempotency, type RouteSet } from '#base/http'
import { type Id, must, newId } from '#base/kernel'
import { callerOf } from '#testing/callers'
import type { Accounts } from './accounts.ts'
import type { ShopDraft } from './shop.ts'

/** The routes on an app without a port: `app.inject` in tests. */
export const appOf = (house: House, accounts: Pick<Accounts, 'identify'>, routes: RouteSet[]) =>
  buildHttp({
    routes,
    identify: accounts.identify,
    idempotency: createIdempotency(house.db, house.clock),
    clock: house.clock,
    logger: house.logger,
    trustProxy: false,
    rateLimits: false,
    publicUrl: house.config.publicUrl,
  })

/**
 * Statements that this work needs: the fewest of a few tries, because the sequencer of the log sends some of its own in between.
 * The work must cost the same each time.
 */
export async function statementsOf(house: House, work: () => Promise<unknown>): Promise<number> {
  let fewest = Number.POSITIVE_INFINITY
  for (let i = 0; i < 10; i++) {
    await house.log.flush()
    await new Promise(resolve => setTimeout(resolve, 15))
    const before = house.db.statements()
    await work()
    fewest = Math.min(fewest, house.db.statements() - before)
  }
  return fewest
}

let serial = 0
/** A member with an account, made through the door. */
export async function memberOf(
  accounts: Accounts,
  name = 'Hana',
): Promise<{ person: Id<'person'>; email: string; password: string }> {
  const email = `${name.toLowerCase()}${++serial}@example.com`
  const caller = callerOf({ member: false, person: newId('person', new Date()) })
  must(await accounts.actions.signUp(caller, { email, password: 'correct horse', name }))
  return { person: caller.person, email, password: 'correct horse' }
}

export const shopDraft = (slug: string, parts: Partial<ShopDraft> = {}): ShopDraft => ({
  slug,
  name: { en: 'Tea house', ja: '茶屋' },
  about: { en: 'Tea from Uji' },
  country: 'JP',
  currency: 'JPY',
  seller: {
    legalName: 'Chaya KK',
    representative: 'Hana Mori',
    address: 'Uji, Kyoto',
    phone: '+81 774 00 0000',
    email: 'shop@example.com',
    registration: '',
    returns: { en: '14 days' },
    delivery: { en: '3 days' },
    taxRegistered: true,
  },
  shippingFee: '500',
  freeShippingFrom: '5000',
  dispatchDays: 2,
  deliveryDays: { from: 2, to: 4 },
  returnDays: 14,
  ...parts,
})
