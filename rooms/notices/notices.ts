import type { House } from '#base/house'
import type { Caller, ErrorCode } from '#base/http'
import { type Id, ok, type Page, type Result, refuse } from '#base/kernel'
import { type AlertView, dropAlert, readAlerts, setPriceAlert, setRestockAlert } from './alerts.ts'
import { askForReviews, sweepNotices, tellFirstHours } from './due.ts'
import { inAMoment } from './hand-over.ts'
import { type Inbox, inbox, type NoticeView } from './inbox.ts'
import { type Channels, keptDays, mailFixed, type NoticeKind, noticeKinds } from './kinds.ts'
import { learn, names } from './learn.ts'
import { orderLetters } from './letters.ts'
import { defineNoticeMail, noticeMails } from './notice-mail.ts'
import { type MailOutbox, mailOutbox } from './outbox.ts'
import type { NoticeDoors, NoticePorts, Room } from './room.ts'
import { countUnread, type Db, markRead, readSettings, writeSetting } from './store.ts'

export interface PageWish {
  readonly cursor?: string | undefined
  readonly limit?: number | undefined
}
export interface Setting extends Channels {
  readonly kind: NoticeKind
  /** The mails of this kind can't be turned off. */
  readonly mailFixed: boolean
}

/** What people are told: an inbox, alerts that they ask for, mails. All of it about the caller alone, guest or member. */
export interface Notices {
  /** Newest first. */
  inbox(caller: Caller, wish: PageWish): Promise<Result<Inbox, 'invalid_cursor'>>
  /** At most 100. */
  unread(caller: Caller): Promise<number>
  /** One, or all that came until a time: what arrives meanwhile stays unread. */
  read(caller: Caller, which: { id: string } | { until: Date }): Promise<Result<{ unread: number }, 'not_found'>>
  settings(caller: Caller): Promise<Setting[]>
  set(caller: Caller, kind: NoticeKind, channels: Channels): Promise<Setting[]>
  alerts(caller: Caller, wish: PageWish): Promise<Result<Page<AlertView>, 'invalid_cursor'>>
  /** Asked again it is set anew, at today's price. */
  setPriceAlert(caller: Caller, product: Id<'product'>): Promise<Result<AlertView, ErrorCode>>
  /** `wrong_state`: the variant can be bought now. */
  setRestockAlert(caller: Caller, variant: Id<'variant'>): Promise<Result<AlertView, ErrorCode>>
  dropPriceAlert(caller: Caller, product: Id<'product'>): Promise<void>
  dropRestockAlert(caller: Caller, variant: Id<'variant'>): Promise<void>
  /** Mails that are decided and not sent yet, whoever they are for: one statement. */
  mailOutbox(): Promise<MailOutbox>
  start(): Promise<void>
}
export type { NoticeView }

/** Events that may bring a mail; views and likes are only counted. */
const tells = new Set<string>(names.filter(n => n !== 'post.impression' && n !== 'post.liked' && n !== 'post.unliked'))

export function createNotices(house: House, doors: NoticeDoors, ports: NoticePorts): Notices {
  const db = house.db.tables<unknown>() as Db
  const room: Room = { house, db, doors, ports }
  const letters = orderLetters(house, ports)
  defineNoticeMail(room)
  const settings = async (caller: Caller): Promise<Setting[]> => {
    const of = await readSettings(db, caller.person)
    return noticeKinds.map(kind => {
      const fixed = mailFixed.has(kind)
      const { app, mail } = of(kind)
      return { kind, app, mail: fixed || mail, mailFixed: fixed }
    })
  }
  return {
    inbox: (caller, wish) => inbox(room, caller, wish),
    unread: caller => countUnread(db, caller.person),
    async read(caller, which) {
      const found = await markRead(db, caller.person, which, house.clock.now())
      if (!found && 'id' in which) return refuse('not_found', 'There is no such notice')
      return ok({ unread: await countUnread(db, caller.person) })
    },
    settings,
    async set(caller, kind, channels) {
      await writeSetting(db, caller.person, kind, channels)
      return settings(caller)
    },
    alerts: (caller, wish) => readAlerts(room, caller, wish),
    setPriceAlert: (caller, product) => setPriceAlert(room, caller, product),
    setRestockAlert: (caller, variant) => setRestockAlert(room, caller, variant),
    dropPriceAlert: (caller, product) => dropAlert(db, caller.person, 'price_drop', product),
    dropRestockAlert: (caller, variant) => dropAlert(db, caller.person, 'restock', variant),
    mailOutbox: () => mailOutbox(db),
    async start() {
      await letters.start()
      const sendMails = noticeMails(room)
      const wake = inAMoment(house, sendMails)
      await house.log.subscribe<unknown>('notices.inbox', { names, handle: (trx, events) => learn(room, trx, events) })
      house.log.follow('notices.mail', house.log.position(), events => {
        if (events.some(e => tells.has(e.name))) wake()
      })
      house.jobs.every('notices.due', '* * * * *', async () => {
        await askForReviews(room)
        await tellFirstHours(room)
        await sendMails(true)
      })
      house.jobs.every('notices.forget', '23 4 * * *', () => sweepNotices(room, keptDays))
    },
  }
}
