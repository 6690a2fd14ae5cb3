import { sql } from '#base/db'
import type { MaskedIdentity } from './identity.ts'
import type { Db } from './store.ts'

/** Identity and consent in one statement; a new identity takes the place of the old one. */
export const writeIdentity = (
  db: Db,
  i: {
    checkout: string
    person: string
    key: string
    sealed: string
    masked: MaskedIdentity
    version: string
    language: string
    eraseAfter: Date
    at: Date
  },
): Promise<unknown> =>
  sql`
    with agreed as (
      insert into trade.consents (checkout, version, person, language, at) values (${i.checkout}, ${i.version}, ${i.person}, ${i.language}, ${i.at})
      on conflict do nothing)
    insert into trade.identities (checkout, person, person_key, sealed, masked_name, masked_id, given, erase_after)
    values (${i.checkout}, ${i.person}, ${i.key}, ${i.sealed}, ${i.masked.name}, ${i.masked.idNumber}, ${i.at}, ${i.eraseAfter})
    on conflict (checkout) do update set person = excluded.person, person_key = excluded.person_key, sealed = excluded.sealed, masked_name = excluded.masked_name,
      masked_id = excluded.masked_id, given = excluded.given, erase_after = excluded.erase_after`.execute(db)

export async function readMasked(db: Db, checkout: string): Promise<MaskedIdentity | null> {
  const { rows } = await sql<{ name: string; idNumber: string }>`
    select masked_name as name, masked_id as "idNumber" from trade.identities where checkout = ${checkout} and sealed is not null`.execute(
    db,
  )
  return rows[0] ?? null
}

/** The note of the reading and the reading are one statement: there is no reading without its note. */
export async function readSealed(db: Db, checkout: string, r: { by: string; why: string; at: Date }): Promise<string | null> {
  const { rows } = await sql<{ sealed: string }>`
    with noted as (
      insert into trade.identity_reads (checkout, by, why, at)
      select checkout, ${r.by}, ${r.why}, ${r.at} from trade.identities where checkout = ${checkout} and sealed is not null)
    select sealed from trade.identities where checkout = ${checkout} and sealed is not null`.execute(db)
  return rows[0]?.sealed ?? null
}

export async function usedOf(db: Db, key: string, year: number): Promise<bigint> {
  const { rows } = await sql<{ used: bigint }>`
    select used from trade.quota_years where person_key = ${key} and year = ${year}`.execute(db)
  return rows[0]?.used ?? 0n
}

/** Until a declaration's end says otherwise. */
export const keepIdentity = (db: Db, checkout: string): Promise<unknown> =>
  sql`update trade.identities set erase_after = null where checkout = ${checkout} and sealed is not null`.execute(db)

/** A declaration has ended: the identity goes after this, unless another order of the checkout is still to be declared with it. */
export const eraseWithLast = (db: Db, checkout: string, after: Date): Promise<unknown> =>
  sql`
    update trade.identities set erase_after = ${after} where checkout = ${checkout} and sealed is not null
      and not exists (select 1 from trade.declarations d where d.checkout = ${checkout} and d.closed is null)`.execute(db)

export async function eraseDue(db: Db, now: Date): Promise<string[]> {
  const { rows } = await sql<{ checkout: string }>`
    update trade.identities set sealed = null, masked_name = null, masked_id = null where sealed is not null and erase_after <= ${now} returning checkout`.execute(
    db,
  )
  return rows.map(r => r.checkout)
}

export async function movePerson(db: Db, from: string, into: string): Promise<void> {
  await sql`update trade.identities set person = ${into} where person = ${from}`.execute(db)
  await sql`update trade.consents set person = ${into} where person = ${from}`.execute(db)
}
/** At once, but for what a declaration still needs: that goes with its end. */
export const forgetPerson = (db: Db, person: string): Promise<unknown> =>
  sql`update trade.identities set sealed = null, masked_name = null, masked_id = null where person = ${person} and erase_after is not null`.execute(
    db,
  )
