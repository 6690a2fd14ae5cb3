import type { LoggedEvent, Source } from '#base/catalogue'
import type { House } from '#base/house'
import type { Caller, ErrorCode } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import type { Accounts } from '#rooms/accounts'
import type { Catalog } from '#rooms/catalog'
import type { Prices } from '#rooms/prices'
import { type CartTables, deleteLines, forget, mergeLines, putLine, readLines } from './store.ts'
import { type CartView, lookAt, type Seen, viewOf } from './view.ts'

export interface CartDoors {
  readonly accounts: Pick<Accounts, 'shop' | 'shops'>
  readonly catalog: Pick<Catalog, 'variants'>
  readonly prices: Pick<Prices, 'latest'>
}
export interface Wish {
  readonly variant: Id<'variant'>
  readonly quantity: number
  readonly source: Source | null
}

/** What somebody means to buy. Prices are today's; nothing is held: stock is held by the checkout. */
export interface Cart {
  show(caller: Caller): Promise<CartView>
  /** Sets the quantity of a variant; `out_of_stock`, `variant_unavailable` and `cart_full` are said here, before the checkout. */
  put(caller: Caller, wish: Wish): Promise<Result<CartView, ErrorCode>>
  drop(caller: Caller, variant: Id<'variant'>): Promise<Result<CartView, ErrorCode>>
  /** The lines for a checkout, with what led to them. */
  take(person: Id<'person'>): Promise<readonly Wish[]>
  /** After they were bought. */
  clear(person: Id<'person'>, variants: readonly Id<'variant'>[]): Promise<void>
  start(): Promise<void>
}

const mostLines = 50

export function createCart(house: House, doors: CartDoors): Cart {
  const db = house.db.tables<CartTables>()
  const show = async (caller: Caller, seen?: Seen) => viewOf(doors, await readLines(db, caller.person), seen)
  return {
    show: caller => show(caller),
    async put(caller, wish) {
      // What is in the cart already is looked at with it, and is shown afterwards without another look.
      const before = await readLines(db, caller.person)
      const seen = await lookAt(doors, [...before.map(l => l.variant), wish.variant])
      const variant = seen.variants.get(wish.variant)
      if (!variant) return refuse('not_found', 'There is no such variant')
      const price = seen.prices.get(wish.variant)
      if (variant.productState !== 'live' || !price)
        return refuse('variant_unavailable', 'This is not on sale now', { variant: wish.variant })
      if (variant.available < wish.quantity)
        return refuse('out_of_stock', variant.available === 0 ? 'Sold out' : `Only ${variant.available} left`, {
          variant: wish.variant,
          available: variant.available,
        })
      const at = house.clock.now()
      const told = house.log.appending([
        {
          name: 'cart.added',
          at,
          person: caller.person,
          session: caller.session,
          subject: { kind: 'product', id: variant.product },
          source: wish.source,
          data: { variant: wish.variant, quantity: wish.quantity },
        },
      ])
      const line = { ...wish, product: variant.product, unit: price }
      const done = await putLine(db, caller.person, line, { at, most: mostLines, told })
      return done ? ok(await show(caller, seen)) : refuse('cart_full', `A cart holds ${mostLines} lines`, { most: mostLines })
    },
    async drop(caller, variant) {
      await house.db.transaction<CartTables, void>(async trx => {
        for (const gone of await deleteLines(trx, caller.person, [variant]))
          await house.log.append(trx, [
            {
              name: 'cart.removed',
              at: house.clock.now(),
              person: caller.person,
              session: caller.session,
              subject: { kind: 'product', id: gone.product },
              source: gone.source,
              data: { variant },
            },
          ])
      })
      return ok(await show(caller))
    },
    take: async person => (await readLines(db, person)).map(({ variant, quantity, source }) => ({ variant, quantity, source })),
    clear: async (person, variants) => void (await deleteLines(db, person, variants)),
    start: async () =>
      void (await house.log.subscribe<CartTables>('cart', {
        names: ['person.merged', 'person.erased'],
        handle: async (trx, events) => learn(trx, events),
      })),
  }
}

async function learn(db: Parameters<typeof readLines>[0], events: readonly LoggedEvent[]): Promise<void> {
  for (const e of events) {
    if (e.name === 'person.merged') await mergeLines(db, e.data.from, e.subject.id as Id<'person'>)
    if (e.name === 'person.erased') await forget(db, e.subject.id as Id<'person'>)
  }
}
