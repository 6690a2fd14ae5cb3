import { sql } from '#base/db'
import type { Id } from '#base/kernel'
import type { Db } from './store.ts'

/** What a claim takes: of an offer (variant '') one use and an amount, of a flash price pieces of a variant. */
export interface Use {
  readonly offer: string
  readonly variant: string
  readonly pieces: number
  readonly amount: bigint
}
type ClaimState = 'held' | 'released' | 'consumed'

/** Opens the claim of a checkout or finds it, and locks its row; resolves to what it was before (null: it is new). */
export async function openClaim(
  db: Db,
  c: { checkout: string; person: string; expires: Date; now: Date },
): Promise<{ state: ClaimState; person: string | null } | null> {
  const made = await sql<{ checkout: string }>`
    insert into offers.claims (checkout, person, state, expires, created) values (${c.checkout}, ${c.person}, 'held', ${c.expires}, ${c.now})
    on conflict (checkout) do nothing returning checkout`.execute(db)
  if (made.rows.length > 0) return null
  const found = await sql<{ state: ClaimState; person: string | null }>`
    select state, person from offers.claims where checkout = ${c.checkout} for update`.execute(db)
  return found.rows[0] ?? null
}
export const holdAgain = (db: Db, c: { checkout: string; person: string | null; expires: Date }): Promise<unknown> =>
  sql`update offers.claims set state = 'held', person = ${c.person}, expires = ${c.expires} where checkout = ${c.checkout}`.execute(
    db,
  )

export const holdLonger = (db: Db, checkout: string, expires: Date): Promise<unknown> =>
  sql`update offers.claims set expires = greatest(expires, ${expires}) where checkout = ${checkout} and state = 'held'`.execute(
    db,
  )

/** Ends a held claim, with `overdueAt` only one past its time at that moment; the person whose it was, or undefined when there is none to end. */
export async function endClaim(
  db: Db,
  checkout: string,
  as: 'released' | 'consumed',
  overdueAt: Date | null = null,
): Promise<string | null | undefined> {
  const ended = await sql<{ person: string | null }>`
    update offers.claims set state = ${as} where checkout = ${checkout} and state = 'held'
      and (${overdueAt}::timestamptz is null or expires <= ${overdueAt}) returning person`.execute(db)
  return ended.rows[0]?.person
}

export async function readUses(db: Db, checkout: string): Promise<Use[]> {
  const found =
    await sql<Use>`select offer, variant, pieces, amount from offers.claim_uses where checkout = ${checkout} order by offer, variant`.execute(
      db,
    )
  return found.rows
}

/** Locks the offers in id order: whoever changes what is left of an offer holds its row, so nothing below can meet in another order. */
export const lockOffers = (db: Db, ids: readonly string[]): Promise<unknown> =>
  sql`select id from offers.offers where id = any(${[...ids]}::text[]) order by id for update`.execute(db)

const rowsOf = (uses: readonly Use[]) =>
  sql`unnest(${uses.map(u => u.offer)}::text[], ${uses.map(u => u.variant)}::text[], ${uses.map(u => u.pieces)}::int[], ${uses.map(u => u.amount.toString())}::bigint[]) as w(offer, variant, pieces, amount)`
const ofOffers = (uses: readonly Use[]) => uses.filter(u => u.variant === '')
const ofItems = (uses: readonly Use[]) => uses.filter(u => u.variant !== '')

/** Gives back what a claim took; what of it is gone by now (an offer that was deleted, a person who was erased) stays gone. */
export async function giveBack(db: Db, checkout: string, person: string | null, uses: readonly Use[]): Promise<void> {
  if (uses.length === 0) return
  await sql`update offers.offers o set uses = o.uses - w.pieces, spent = o.spent - w.amount from ${rowsOf(ofOffers(uses))} where o.id = w.offer`.execute(
    db,
  )
  if (ofItems(uses).length > 0)
    await sql`update offers.items i set pieces = i.pieces - w.pieces from ${rowsOf(ofItems(uses))} where i.offer = w.offer and i.variant = w.variant`.execute(
      db,
    )
  if (person !== null)
    await sql`
      update offers.person_uses p set used = greatest(0, p.used - w.pieces) from ${rowsOf(uses)} where p.person = ${person} and p.offer = w.offer and p.variant = w.variant`.execute(
      db,
    )
  await sql`delete from offers.claim_uses where checkout = ${checkout}`.execute(db)
}

/**
 * Takes all uses or says which offer had too little left; the caller rolls back. The conditions stand in the updates, CHECKs behind them.
 * What the checkout `held` already it may keep, though the merchant has ended the offer since.
 */
export async function takeUses(db: Db, uses: readonly Use[], held: readonly string[]): Promise<string | null> {
  const offers = ofOffers(uses)
  const raised = await sql<{ id: string }>`
    update offers.offers o set uses = o.uses + w.pieces, spent = o.spent + w.amount from ${rowsOf(offers)}
    where o.id = w.offer and (o.state = 'active' or o.id = any(${[...held]}::text[])) and (o.uses_limit is null or o.uses + w.pieces <= o.uses_limit) and (o.budget is null or o.spent + w.amount <= o.budget)
    returning o.id`.execute(db)
  const short = offers.find(u => !raised.rows.some(r => r.id === u.offer))
  if (short) return short.offer
  const items = ofItems(uses)
  if (items.length === 0) return null
  const sold = await sql<{ offer: string; variant: string }>`
    update offers.items i set pieces = i.pieces + w.pieces from ${rowsOf(items)}
    where i.offer = w.offer and i.variant = w.variant and (i.pieces_limit is null or i.pieces + w.pieces <= i.pieces_limit)
    returning i.offer, i.variant`.execute(db)
  return items.find(u => !sold.rows.some(r => r.offer === u.offer && r.variant === u.variant))?.offer ?? null
}

/**
 * Counts the uses for this person (orders, or pieces of a flash price); the offer that would go over its limit, or null. The offer's row is
 * locked, so two checkouts of one person come here one after the other. Counted without a limit too: one may be set later.
 */
export async function countPerson(db: Db, person: string, uses: readonly Use[]): Promise<string | null> {
  const found = await sql<{ offer: string; taken: boolean }>`
    with wanted as (
      select w.offer, w.variant, w.pieces, o.per_person from ${rowsOf(uses)} join offers.offers o on o.id = w.offer
      where (o.kind = 'flash') = (w.variant <> '')),
    counted as (
      insert into offers.person_uses as p (person, offer, variant, used)
      select ${person}, offer, variant, pieces from wanted where per_person is null or pieces <= per_person order by offer, variant
      on conflict (person, offer, variant) do update set used = p.used + excluded.used
        where p.used + excluded.used <= coalesce((select per_person from offers.offers o where o.id = excluded.offer), 2000000000)
      returning offer, variant)
    select w.offer, c.offer is not null as taken from wanted w left join counted c on c.offer = w.offer and c.variant = w.variant`.execute(
    db,
  )
  return found.rows.find(r => !r.taken)?.offer ?? null
}

export const writeUses = (db: Db, checkout: string, uses: readonly Use[]): Promise<unknown> =>
  sql`insert into offers.claim_uses (checkout, offer, variant, pieces, amount) select ${checkout}, offer, variant, pieces, amount from ${rowsOf(uses)}`.execute(
    db,
  )

/** What was let go is remembered, so that the very same can be taken again. */
export const rememberUses = (db: Db, checkout: string, uses: readonly Use[]): Promise<unknown> =>
  sql`update offers.claims set let_go = ${JSON.stringify(uses.map(u => ({ ...u, amount: u.amount.toString() })))}::jsonb where checkout = ${checkout}`.execute(
    db,
  )

/** A claim that was let go, with what it had; locks its row. Null when it is held, used for good, or was never made. */
export async function lockReleased(db: Db, checkout: string): Promise<{ person: string | null; uses: Use[] } | null> {
  const found = await sql<{ person: string | null; let_go: (Omit<Use, 'amount'> & { amount: string })[] | null }>`
    select person, let_go from offers.claims where checkout = ${checkout} and state = 'released' for update`.execute(db)
  const [row] = found.rows
  return row ? { person: row.person, uses: (row.let_go ?? []).map(u => ({ ...u, amount: BigInt(u.amount) })) } : null
}

export async function expiredClaims(db: Db, now: Date, limit: number): Promise<Id<'checkout'>[]> {
  const found = await sql<{ checkout: Id<'checkout'> }>`
    select checkout from offers.claims where state = 'held' and expires <= ${now} order by expires, checkout limit ${limit}`.execute(
    db,
  )
  return found.rows.map(r => r.checkout)
}

/** The guest was the member: what they had counts together. */
export async function mergePeople(db: Db, from: string, into: string): Promise<void> {
  await sql`
    with gone as (delete from offers.person_uses where person = ${from} returning offer, variant, used)
    insert into offers.person_uses as p (person, offer, variant, used) select ${into}, offer, variant, used from gone
    on conflict (person, offer, variant) do update set used = p.used + excluded.used`.execute(db)
  await sql`update offers.claims set person = ${into} where person = ${from}`.execute(db)
}
export async function forgetPerson(db: Db, person: string): Promise<void> {
  await sql`delete from offers.person_uses where person = ${person}`.execute(db)
  await sql`update offers.claims set person = null where person = ${person}`.execute(db)
}
