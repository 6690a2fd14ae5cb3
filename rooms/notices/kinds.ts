/** Kinds of notices, in the order of the settings. */
export const noticeKinds = [
  'order',
  'refund',
  'return',
  'review_ask',
  'price_drop',
  'restock',
  'reply',
  'follower',
  'post',
  'shop_return',
  'chargeback',
] as const
export type NoticeKind = (typeof noticeKinds)[number]
export interface Channels {
  readonly app: boolean
  readonly mail: boolean
}

/** Where each kind goes until somebody says otherwise. */
export const defaults: Readonly<Record<NoticeKind, Channels>> = {
  order: { app: true, mail: true },
  refund: { app: true, mail: true },
  return: { app: true, mail: true },
  review_ask: { app: true, mail: false },
  price_drop: { app: true, mail: true },
  restock: { app: true, mail: true },
  reply: { app: true, mail: false },
  follower: { app: true, mail: false },
  post: { app: true, mail: false },
  shop_return: { app: true, mail: true },
  chargeback: { app: true, mail: true },
}

/** Mails about an order are part of the contract (letters.ts sends them, to the order's own address): they can't be turned off. */
export const mailFixed: ReadonlySet<NoticeKind> = new Set<NoticeKind>(['order', 'refund', 'return'])

/** A notice older than this when it is learned is not mailed: a log that is learned again fills inboxes, not mailboxes. */
export const mailWithinMs = 24 * 3_600_000
/** Notices are kept this long. */
export const keptDays = 180

/** "Your post helped n people decide" is said at these numbers of people, not at every one. */
export const milestones: readonly number[] = [1, 5, 10, 25, 50, 100, 250, 500, 1000, 2500, 5000, 10_000]
export const firstHourMs = 3_600_000
