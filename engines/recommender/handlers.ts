import type { EventName, LoggedEvent, OrderLineData } from '#base/catalogue'
import type { Action } from './actions.ts'
import { type Deed, decline, leave, see, undecline, unwant, want } from './deeds.ts'
import { forget } from './forget.ts'
import { flag } from './items.ts'
import { fromPost, fromProduct } from './published.ts'
import { type State, tagName } from './state.ts'
import { toSeconds } from './time.ts'
import { packTold } from './told.ts'
import { adoptNewest } from './trained/adopt.ts'
import { hide, upsertItem } from './upsert.ts'
import { parseWeightTables } from './weights.ts'

/** False: the data are not of the shape that the catalogue promises. */
type Handler<N extends EventName> = (s: State, event: LoggedEvent<N>, time: number) => boolean

const longestLook = 3_600_000
const isText = (x: unknown): x is string => typeof x === 'string' && x.length > 0 && x.length <= 200
const look = (ms: unknown): number => (typeof ms === 'number' && Number.isFinite(ms) && ms >= 0 ? Math.min(ms, longestLook) : -1)

const isOwn = (s: State, event: LoggedEvent, i: number): boolean => s.makers.name(s.items.maker(i)) === event.person

/** Who did it to which published item, out of the person's allowance; null when somebody or something is missing, counted. */
function deed(s: State, event: LoggedEvent, item: string): Deed | null {
  if (event.person === null) {
    s.damped.no_person++
    return null
  }
  const i = s.items.ids.find(item)
  if (i < 0 || !s.items.has(i, flag.known)) {
    s.damped.unknown_item++
    return null
  }
  const time = event.at.getTime()
  const p = s.people.row(event.person, time, s.config.maxPeople)
  if (!s.people.spend(p, time, s.config.floodBurst, s.config.floodPerSecond)) {
    s.damped.flood++
    return null
  }
  return { p, i, own: isOwn(s, event, i), time, surface: event.surface }
}

/** The person wanted the item; when a post led to a product, it counts for the post too. */
function wants(s: State, event: LoggedEvent, item: string, action: Action, post?: unknown): true {
  const d = deed(s, event, item)
  if (!d) return true
  want(s, d, action)
  const led = isText(post) ? s.items.ids.find(post) : -1
  if (led < 0 || led === d.i || !s.items.has(led, flag.known)) return true
  want(s, { ...d, i: led, own: isOwn(s, event, led) }, action)
  return true
}

const wanting =
  (action: Action) =>
  (s: State, event: LoggedEvent): boolean =>
    wants(s, event, event.subject.id, action, event.source?.post)

const takingBack =
  (action: Action) =>
  (s: State, event: LoggedEvent): boolean => {
    const d = deed(s, event, event.subject.id)
    if (d) unwant(s, d, action)
    return true
  }

/** A page that was read for long is interest in the product. */
const dwelling =
  (fromMs: number) =>
  (s: State, event: LoggedEvent<'product.viewed' | 'reviews.read' | 'price_history.viewed'>): boolean => {
    const ms = look(event.data.ms)
    return ms < 0 ? false : ms < fromMs ? true : wants(s, event, event.subject.id, 'watch', event.source?.post)
  }

const impression = (s: State, event: LoggedEvent<'post.impression' | 'product.impression'>): boolean => {
  const ms = look(event.data.ms)
  if (ms < 0) return false
  const d = deed(s, event, event.subject.id)
  // Of somebody who is not profiled nothing is kept, so an impression and its view can't be told to be one: only the view counts.
  if (d && !(s.people.paused[d.p] && event.name === 'post.impression')) see(s, d, ms)
  return true
}

const reweighed: Handler<'feed.weights_set'> = (s, event) => {
  const { weights: common, scenes } = event.data
  const weights = parseWeightTables(typeof common === 'object' && common !== null && scenes ? { ...common, scenes } : common)
  if (weights.ok) s.reweigh(weights.value)
  return weights.ok
}

/** Without the bytes, which were offered before, it changes nothing. */
const swapped: Handler<'feed.model_swapped'> = (s, event) => {
  if (!isText(event.data.hash)) return false
  if (s.trained.swap(event.data.hash, s.items)) adoptNewest(s)
  return true
}

const viewed: Handler<'post.viewed'> = (s, event) => {
  const ms = look(event.data.ms)
  const duration = look(event.data.durationMs)
  if (ms < 0 || duration < 0) return false
  const d = deed(s, event, event.subject.id)
  if (d) leave(s, d, ms, duration, event.data.exit)
  return true
}

const refusing =
  (act: (s: State, deed: Deed) => void) =>
  (s: State, event: LoggedEvent, time: number): boolean => {
    if (event.subject.kind !== 'post' && event.subject.kind !== 'product') return true
    const i = s.items.ids.find(event.subject.id)
    if (event.person === null || i < 0) return true
    const p = s.people.row(event.person, time, s.config.maxPeople)
    act(s, { p, i, own: isOwn(s, event, i), time })
    return true
  }

const linking =
  (ring: 'follows' | 'blocks', on: boolean) =>
  (s: State, event: LoggedEvent, time: number): boolean => {
    if (event.person === null) return true
    const p = s.people.row(event.person, time, s.config.maxPeople)
    const maker = s.maker(event.subject.id)
    const links = s.people[ring]
    const at = links.locate(p, maker)
    if (on && at < 0) links.push(p, maker)
    if (!on && at >= 0) links.data[at] = -1
    if (ring === 'follows' && on && at < 0 && isText(event.source?.post)) wants(s, event, event.source.post, 'follow')
    return true
  }

const served: Handler<'feed.served'> = (s, event, time) => {
  const slots: unknown = event.data.slots
  if (!Array.isArray(slots) || slots.length > 100) return false
  const p = event.person === null || event.data.profiled !== true ? -1 : s.people.row(event.person, time, s.config.maxPeople)
  for (const slot of slots) {
    const id: unknown = (slot as { id?: unknown } | null)?.id
    const i = isText(id) ? s.items.ids.find(id) : -1
    if (i < 0) continue
    const said = (slot as { signals?: unknown }).signals
    if (p >= 0 && !s.people.paused[p]) s.people.served.push(p, i, toSeconds(time), packTold(said))
    if (s.items.served[i]! < 65_535) s.items.served[i]!++
    s.pool.place(i, true)
  }
  return true
}

const ordered: Handler<'order.paid'> = (s, event) => {
  const lines: unknown = event.data.lines
  if (!Array.isArray(lines) || lines.length > 500) return false
  s.gains.paid(s.items, event.subject.id, lines as (OrderLineData | null)[], event.data.total)
  for (const line of lines as (OrderLineData | null)[])
    if (isText(line?.product)) wants(s, event, line.product, 'order', line.source?.post)
  return true
}

/** Removal and return of whatever moderation may judge; people and shops hide all that they made. */
const moderating =
  (on: boolean) =>
  (s: State, event: LoggedEvent): boolean => {
    const { kind, id } = event.subject
    if (kind === 'post' || kind === 'product') hide(s, id, flag.moderated, on)
    if (kind !== 'person' && kind !== 'shop') return true
    const maker = s.maker(id)
    s.makerHidden[maker] = on ? s.makerHidden[maker]! | 1 : s.makerHidden[maker]! & ~1
    return true
  }

const hiding =
  (bit: number, on: boolean) =>
  (s: State, event: LoggedEvent): boolean => {
    hide(s, event.subject.id, bit, on)
    return true
  }

const stocking =
  (out: boolean): Handler<'stock.depleted' | 'stock.restocked'> =>
  (s, event) => {
    if (!isText(event.data.product)) return false
    hide(s, event.data.product, flag.noStock, out)
    return true
  }

/** What each event teaches. A name that is not here teaches nothing. */
export const handlers: { readonly [N in EventName]?: Handler<N> } = {
  'post.impression': impression,
  'product.impression': impression,
  'post.viewed': viewed,
  'product.clicked': wanting('click'),
  'product.viewed': dwelling(10_000),
  'reviews.read': dwelling(2000),
  'price_history.viewed': dwelling(2000),
  'product.saved': wanting('save'),
  'product.unsaved': takingBack('save'),
  'post.liked': wanting('like'),
  'post.unliked': takingBack('like'),
  'post.saved': wanting('save'),
  'post.unsaved': takingBack('save'),
  'post.not_interested': refusing((s, deed) => decline(s, deed, 'not_interested')),
  'post.not_interested_undone': refusing(undecline),
  'report.filed': refusing((s, deed) => decline(s, deed, 'report')),
  'comment.written': (s, e) => isText(e.data.post) && wants(s, e, e.data.post, 'comment'),
  'share.created': (s, e) => isText(e.data.about?.id) && wants(s, e, e.data.about.id, 'share'),
  'cart.added': wanting('cart'),
  'cart.removed': takingBack('cart'),
  'order.paid': ordered,
  'order.refunded': (s, e) => s.gains.refunded(s.items, e.subject.id, e.data.amount, e.data.full),
  'review.written': (s, e) => isText(e.data.product) && (e.data.stars >= 4 ? wants(s, e, e.data.product, 'finish') : true),
  'pulse.answered': (s, e) => isText(e.data.product) && (e.data.score >= 4 ? wants(s, e, e.data.product, 'finish') : true),
  'person.followed': linking('follows', true),
  'person.unfollowed': linking('follows', false),
  'person.blocked': linking('blocks', true),
  'person.unblocked': linking('blocks', false),
  'feed.served': served,
  'feed.weights_set': reweighed,
  'feed.model_swapped': swapped,
  'person.merged': (s, e, t) => {
    if (!isText(e.data.from)) return false
    if (e.subject.kind === 'person') s.people.merge(e.data.from, e.subject.id, t, s.config.maxPeople)
    return true
  },
  'person.erased': (s, e) => {
    s.people.erase(e.subject.id)
    const maker = s.makers.find(e.subject.id)
    if (maker >= 0) s.makerHidden[maker]! |= 2
    return true
  },
  'person.personalisation_set': (s, e, t) => {
    const p = s.people.row(e.person ?? e.subject.id, t, s.config.maxPeople)
    s.people.paused[p] = e.data.on === false ? 1 : 0
    if (e.data.on === false) s.learned.drop(p)
    return true
  },
  'person.taste_forgotten': (s, e) => {
    const { tag } = e.data
    if (tag !== null && !isText(tag)) return false
    const p = s.people.find(e.subject.id)
    const known = tag === null ? null : s.tags.find(tagName(tag))
    if (p >= 0 && known !== -1) forget(s, p, known)
    return true
  },
  'post.published': (s, e) => {
    const item = fromPost(e)
    if (item) upsertItem(s, item)
    return item !== null
  },
  'post.flagged': (s, e) => {
    const original = isText(e.data.of) ? s.items.ids.find(e.data.of) : -1
    const copy = s.items.ids.find(e.subject.id)
    if (e.data.flag === 'copy' && copy >= 0 && original >= 0 && copy !== original) s.items.pair(copy, original)
    return true
  },
  'product.published': (s, e) => {
    const item = fromProduct(e, null)
    // There is no product.restored: publishing again is what brings a product back.
    if (item && upsertItem(s, item)) hide(s, item.id, flag.removed, false)
    return item !== null
  },
  'product.changed': (s, e) => {
    const i = s.items.ids.find(e.subject.id)
    const item = fromProduct(e, i < 0 ? null : s.items.created(i))
    if (item) upsertItem(s, item)
    return item !== null
  },
  'product.removed': hiding(flag.removed, true),
  'post.removed': hiding(flag.removed, true),
  'post.restored': hiding(flag.removed, false),
  'stock.depleted': stocking(true),
  'stock.restocked': stocking(false),
  'subject.removed': moderating(true),
  'subject.restored': moderating(false),
}
