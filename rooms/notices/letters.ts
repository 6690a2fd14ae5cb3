import type { EventName, LoggedEvent } from '#base/catalogue'
import { sql, type Trx } from '#base/db'
import type { House } from '#base/house'
import type { Id, Language, Money, Texts } from '#base/kernel'
import { handOver, inAMoment } from './hand-over.ts'
import { type LetterKind, letterText } from './letter-words.ts'

/** What a letter says of an order; the server passes a function that makes it from the orders room. */
export interface OrderLetter {
  readonly number: string
  readonly to: string
  readonly name: string
  readonly language: Language
  readonly shop: Texts
  readonly items: readonly {
    readonly name: Texts
    readonly choice: readonly Texts[]
    readonly quantity: number
    readonly total: Money
  }[]
  readonly shipping: Money
  readonly total: Money
  readonly refunded: Money
  readonly link: string
  readonly carrier: string | null
  readonly tracking: string | null
}

/** Which event brings which letter; a return brings one in some of its states. */
const kinds: Partial<Record<EventName, LetterKind | null>> = {
  'order.paid': 'paid',
  'order.shipped': 'shipped',
  'order.delivered': 'delivered',
  'order.refunded': 'refunded',
  'order.cancelled': 'cancelled',
  'parcel.shipped': 'parcel_shipped',
  'parcel.delivered': 'parcel_delivered',
  'return.changed': null,
}
const ofReturns: Readonly<Record<string, LetterKind>> = {
  approved: 'return_approved',
  refused: 'return_refused',
  received: 'return_received',
}
/** What an event brings, and what tells it from others of its kind. */
function letterOf(e: LoggedEvent): { kind: LetterKind; ref: string } | null {
  if (e.name === 'return.changed') {
    // What is settled with money is told by the refund, with other goods by their parcel.
    const kind = ofReturns[e.data.state]
    return kind ? { kind, ref: e.id } : null
  }
  if (e.name === 'parcel.shipped' || e.name === 'parcel.delivered')
    return { kind: kinds[e.name] as LetterKind, ref: e.data.parcel }
  // An order can be refunded in parts: each refund is its own letter, and says when it is for a lower price.
  if (e.name === 'order.refunded') return { kind: e.data.reason === 'price_fell' ? 'price_protected' : 'refunded', ref: e.id }
  return { kind: kinds[e.name] as LetterKind, ref: '' }
}

/** Letters about orders: decided once by the log, sent by a job that is tried again until the mail server takes it. */
export function orderLetters(
  house: House,
  ports: { letterFor(order: Id<'order'>, parcel: string | null): Promise<OrderLetter | null> },
): { start(): Promise<void> } {
  const db = house.db.tables<unknown>()
  house.jobs.define<{ order: Id<'order'>; kind: LetterKind; ref: string }>(
    'notices.send',
    { retries: 8 },
    async ({ order, kind, ref }) => {
      const open =
        await sql`select 1 from notices.letters where "order" = ${order} and kind = ${kind} and ref = ${ref} and sent_at is null`.execute(
          db,
        )
      if (open.rows.length === 0) return
      const letter = await ports.letterFor(order, kind.startsWith('parcel') ? ref : null)
      if (letter) await house.mail.send({ to: letter.to, ...letterText(kind, letter) })
      await sql`update notices.letters set sent_at = ${house.clock.now()} where "order" = ${order} and kind = ${kind} and ref = ${ref}`.execute(
        db,
      )
    },
  )
  const send = handOver(house, 'notices.send', () => unsent(house))
  const wake = inAMoment(house, send)
  return {
    async start() {
      await house.log.subscribe<unknown>('notices', {
        names: Object.keys(kinds) as EventName[],
        handle: (trx, events) => decide(trx, events),
      })
      // The letter is decided in the subscription's transaction; a moment later it can be seen, and goes out.
      house.log.follow('notices.wake', house.log.position(), events => {
        if (events.some(e => e.name in kinds)) wake()
      })
      house.jobs.every('notices.sweep', '* * * * *', () => send(true))
    },
  }

  async function decide(trx: Trx<unknown>, events: readonly LoggedEvent[]): Promise<void> {
    for (const e of events) {
      const letter = letterOf(e)
      if (!letter) continue
      await sql`insert into notices.letters ("order", kind, ref, decided_at) values (${e.subject.id}, ${letter.kind}, ${letter.ref}, ${e.at}) on conflict do nothing`.execute(
        trx,
      )
    }
  }
}

async function unsent(house: House) {
  const waiting = await sql<{
    order: string
    kind: string
    ref: string
  }>`select "order", kind, ref from notices.letters where sent_at is null order by decided_at limit 100`.execute(
    house.db.tables<unknown>(),
  )
  return waiting.rows.map(data => ({ key: `${data.order}/${data.kind}/${data.ref}`, data }))
}
