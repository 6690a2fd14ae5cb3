import { type Id, must, newId } from '#base/kernel'
import type { TestHouse } from '#testing/house'
import { type catalogOf, liveProduct } from './testing.ts'

type At = ReturnType<typeof catalogOf>
export type Variant = Id<'variant'>
export type Line = { variant: Variant; quantity: number }

/** Words for tests of stock, over one house that is opened later. */
export function stockWords(houseOf: () => TestHouse) {
  const rows = async <R>(text: string, ...values: unknown[]): Promise<R[]> =>
    (await houseOf().db.pool.query(text, values)).rows as R[]
  let keys = 0
  const put = async (at: At, variant: Variant, change: number, location?: string, safety?: number) =>
    must(
      await at.catalog.adjust(
        at.owner,
        variant,
        {
          change,
          reason: change < 0 ? 'damaged' : 'received',
          ...(location && { location }),
          ...(safety !== undefined && { safety }),
        },
        `k${++keys}`,
      ),
    )
  const hold = (at: At, lines: Line[], checkout = newId('checkout', houseOf().clock.now())) =>
    at.catalog
      .reserve({ checkout, expires: new Date(houseOf().clock.now().getTime() + 60_000), lines })
      .then(done => ({ done, checkout }))
  const held = async (at: At, lines: Line[]) => {
    const { done, checkout } = await hold(at, lines)
    must(done)
    return checkout
  }
  /** [on hand, reserved] by location, in the shop's order. */
  const levels = async (variant: Variant) =>
    (
      await rows<{ on_hand: number; reserved: number }>(
        'select l.* from catalog.levels l join catalog.locations o on o.id = l.location where l.variant = $1 order by o.position',
        variant,
      )
    ).map(l => [l.on_hand, l.reserved])
  const availableOf = async (at: At, variant: Variant) => (await at.catalog.variants([variant])).get(variant)?.available
  const addLocation = async (at: At, name: string) =>
    must(await at.catalog.stockDesk.addLocation(at.owner, at.shop, name)).at(-1)?.id as Id<'location'>
  const bundleOf = async (at: At, components: Line[]) => {
    const made = await liveProduct(at, { stock: [0] })
    const [variant] = made.variants as [Variant]
    must(await at.catalog.stockDesk.bundle(at.owner, variant, components))
    return { ...made, variant }
  }

  /** What the ledger, the levels and the sums say of each other; the empty list when they agree. */
  const disagreements = () =>
    rows(`
      select 'level' as of, l.variant, l.location from catalog.levels l left join (
        select variant, location, sum(on_hand) a, sum(reserved) b from catalog.movements group by 1, 2) m using (variant, location)
      where (l.on_hand, l.reserved) is distinct from (coalesce(m.a, 0), coalesce(m.b, 0))
      union all select 'sum', v.id, null from catalog.variants v join (
        select variant, sum(on_hand) a, sum(reserved) b, sum(safety) s, sum(greatest(0, on_hand - reserved - safety)) free from catalog.levels group by 1) l on l.variant = v.id
      where (v.on_hand, v.reserved, v.safety, v.available) is distinct from (l.a, l.b, l.s, l.free)
      union all select 'sold', v.id, null from catalog.variants v left join (select variant, sum(sold) c from catalog.movements group by 1) m on m.variant = v.id
      where v.sold <> coalesce(m.c, 0)
      union all select 'held', l.variant, l.location from catalog.levels l left join (
        select r.variant, r.location, sum(r.quantity) n from catalog.reservation_lines r join catalog.reservations h using (checkout, attempt)
        where h.state = 'held' group by 1, 2) r using (variant, location) where l.reserved <> coalesce(r.n, 0)
      union all select 'flag', p.id, null from catalog.products p join (
        select v.product, bool_or(case when v.bundle then (select min(c.available / k.quantity) from catalog.components k join catalog.variants c on c.id = k.component where k.bundle = v.id) else v.available end > 0) as can
        from catalog.variants v group by 1) v on v.product = p.id where p.in_stock <> v.can`)
  return { rows, put, hold, held, levels, availableOf, addLocation, bundleOf, disagreements }
}
