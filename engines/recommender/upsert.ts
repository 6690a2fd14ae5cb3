import { flag, kindPost, maxProducts, maxTags } from './items.ts'
import type { State } from './state.ts'
import { adopt } from './trained/adopt.ts'
import type { Item } from './types.ts'

/** Writes an item's facts and files it under its tags, author and products. False when there is no room for it. */
export function upsertItem(s: State, item: Item): boolean {
  const { items } = s
  const known = items.ids.find(item.id)
  if (known < 0 && items.ids.size >= s.config.maxItems) {
    s.damped.items_full++
    return false
  }
  const tags = [...new Set(item.tags.map(t => s.tag(t)))].filter(t => t >= 0).slice(0, maxTags)
  const products = [...new Set(item.products)].slice(0, maxProducts).map(p => row(s, p))
  const i = row(s, item.id)
  const first = !items.has(i, flag.known)
  const before = first ? [] : tagsOf(s, i)
  const category = item.category ?? (products[0] !== undefined ? s.categories.name(items.category(products[0])) : '')
  items.write(i, item, {
    maker: s.maker(item.author),
    shop: item.shop ? s.maker(item.shop) : -1,
    category: category ? s.categories.intern(category) : -1,
    tags,
    products,
  })
  const kind = items.kind(i)
  if (!s.gains.write(i, items.maker(i), item.margin, item.trust)) s.damped.bad_number++
  s.words.write(i, kind, item.words ?? [])
  for (const t of before) if (!tags.includes(t)) s.tagItems[t]!--
  for (const t of tags) {
    if (before.includes(t)) continue
    s.tagItems[t]!++
    s.tagNewest.push(t * 2 + kind, i)
  }
  if (first) {
    // An item that nobody has touched is as hot as a tenth of a watch on its first day.
    items.heat[i] = items.created(i) / 86_400_000 - 5
    const key = items.maker(i) * 2 + kind
    s.makerNewest.push(key, i)
    if (items.shop(i) >= 0 && items.shop(i) !== items.maker(i)) s.makerNewest.push(items.shop(i) * 2 + kind, i)
  }
  if (kind === kindPost) for (const p of products) if (s.showing.locate(p, i) < 0) s.showing.push(p, i)
  s.appraise(i)
  s.hotKind.offer(kind, i, items.heat)
  for (const t of tags) s.hotTag.offer(t * 2 + kind, i, items.heat)
  adopt(s, i)
  s.pool.place(i)
  return true
}

/** The row of an item id, with counters. */
export function row(s: State, id: string): number {
  const i = s.items.row(id)
  s.counters.reach(i + 1)
  return i
}

export function tagsOf(s: State, i: number): number[] {
  const out: number[] = []
  for (let k = 0; k < maxTags; k++) {
    const t = s.items.tag(i, k)
    if (t < 0) break
    out.push(t)
  }
  return out
}

/** Sets or clears a reason not to show an item. An id that was never published is remembered: its removal holds when it comes. */
export function hide(s: State, id: string, bit: number, on: boolean): void {
  if (s.items.ids.find(id) < 0 && (!on || s.items.ids.size >= s.config.maxItems)) {
    s.damped.unknown_item++
    return
  }
  const i = row(s, id)
  s.items.set(i, bit, on)
  s.pool.place(i)
}
