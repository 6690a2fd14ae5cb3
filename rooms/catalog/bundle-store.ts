import { json, sql } from '#base/db'
import type { Candidate, Component } from './bundle.ts'
import type { Db } from './store.ts'

/** The bundle to be and its components, locked in id order. Two statements: the second one sees what others have just made of them. */
export async function lockCandidates(db: Db, ids: readonly string[]): Promise<Map<string, Candidate>> {
  await sql`select id from catalog.variants where id = any(${[...ids]}) order by id for no key update`.execute(db)
  const { rows } = await sql<Candidate>`
    select v.id, v.shop, v.product, v.active, v.bundle, v.on_hand, exists (select 1 from catalog.components k where k.component = v.id) as used
    from catalog.variants v where v.id = any(${[...ids]})`.execute(db)
  return new Map(rows.map(r => [r.id, r]))
}

export async function writeComponents(db: Db, bundle: string, components: readonly Component[]): Promise<void> {
  await sql`
    with gone as (delete from catalog.components where bundle = ${bundle} and not component = any(${components.map(c => c.variant as string)}))
    insert into catalog.components (bundle, component, quantity)
    select ${bundle}, variant, quantity from jsonb_to_recordset(${json(components)}) as r(variant text, quantity integer)
    on conflict (bundle, component) do update set quantity = excluded.quantity`.execute(db)
  await sql`update catalog.variants set bundle = ${components.length > 0} where id = ${bundle}`.execute(db)
}

export async function setLowAt(db: Db, variant: string, at: number | null): Promise<void> {
  await sql`update catalog.variants set low_at = ${at}::int where id = ${variant}`.execute(db)
}
