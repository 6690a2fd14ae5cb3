import { number, plural } from '../../../format.ts'

const views = (n: number) => `${number(n)} ${plural(n, { one: 'view', other: 'views' })}`

export const taste = {
  title: 'What the feed thinks you like',
  door: 'What the feed thinks you like',
  doorHint: 'Read it, take topics out, or start over.',
  text: 'Worked out from what you watch, like, save and buy here. Take a topic out and the feed stops using what you did to its videos, from the next page on; other topics of these videos fade with it.',
  topics: 'Topics you like',
  less: 'Topics you see less of',
  authors: 'People and shops you like',
  authorsText: 'They come from the same videos and go with their topics.',
  strength: (part: string) => `${part} of the strongest pull the feed can have`,
  take: (tag: string) => `Take out ${tag}`,
  taken: (tag: string) => `${tag} will be forgotten`,
  empty: 'Nothing yet',
  emptyText: 'Watch and like a few videos. What the feed makes of them shows here.',
  watch: 'Go to the videos',
  off: 'The feed does not use what you do',
  offText:
    '“Choose for me from what I do” is off, so there is nothing to show. What you did before is kept apart until you turn it on again.',
  settings: 'Open settings',
  reset: 'Start over',
  resetText: 'Forget everything at once. Your likes, saves, orders and the people you follow stay.',
  resetSure: 'Forget what you like?',
  resetSureText:
    'From the next page on, the feed treats you like somebody new. This cannot be undone. Videos you have seen or do not want, and people you blocked, still stay away.',
  resetDo: 'Forget everything',
  resetDone: 'The feed starts over with you.',
}

export const standing = {
  title: 'How it is shown',
  stages: {
    unknown: 'Not in the feed yet',
    away: 'Shown to nobody now',
    guaranteed: 'Finding its first viewers',
    promoted: 'Reaching more people',
    ranked: 'In the feed on its merits',
    given_up: 'Not put forward any more',
  },
  texts: {
    promoted: () => 'Its viewers so far liked it, so it is put forward until the next look at it.',
    unknown: () => 'The feed meets a post seconds after it is published. Look again in a moment.',
    away: () => 'It does not come up in anybody’s feed. The reason is below.',
    guaranteed: (n: number) =>
      `Every new post is put forward until it has had ${views(n)} of two seconds or more, whoever made it. Yours is still owed some.`,
    ranked: () => 'It has had its guaranteed views. How often it comes up now depends on how people like it.',
    given_up: () =>
      'It came up many times and hardly anybody stopped for two seconds, so no more views are guaranteed. It can still come up for people whom it fits.',
  },
  next: 'Views until the next look',
  gate: (at: number, passed: boolean) => `${passed ? 'Passed' : 'Stopped'} after ${views(at)}`,
  gateText: (chance: string, cohort: number) =>
    cohort === 0
      ? `By what its viewers did, the probability that it is better than the average post was ${chance}.`
      : `By what its viewers did, the probability that it is better than the middle of ${number(cohort)} posts from about the same hours was ${chance}.`,
  gateNeeded: (needed: string) => ` ${needed} is needed.`,
  gateStopped: (next: number) => ` It is judged again when its merits bring it to ${views(next)}.`,
  first: 'Guaranteed first views',
  of: (n: number, all: number) => `${number(n)} of ${number(all)}`,
  looked: 'Views of two seconds or more',
  served: 'Times it came up in a feed',
  why: 'What keeps it away',
  limits: 'What limits it',
  nothing: 'Nothing keeps it away.',
  kept: {
    removed: 'You or the shop took it down.',
    moderated: 'Moderation took it down. The decision stands with the post under Me.',
    author_removed: 'The account or the shop behind it is suspended.',
    out_of_stock: 'Everything that it sells is sold out. It comes back with the stock.',
    commerce:
      'It is labelled as own product or paid. Such posts share a small part of everybody’s feed, and wait for a free place in it.',
  },
  discreet: 'Who saw it, or chose not to, is told to nobody.',
}
