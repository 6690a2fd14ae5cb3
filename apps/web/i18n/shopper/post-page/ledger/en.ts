import { number, percent, plural } from '../../../format.ts'
import { tenths } from './tenths.ts'

type Of = (name: string) => number
const views = (n: number) => `${number(n)} ${plural(n, { one: 'view', other: 'views' })}`
const times = (n: number) => `${number(n)} ${plural(n, { one: 'time', other: 'times' })}`
const posts = (n: number) => `${number(n)} ${plural(n, { one: 'post', other: 'posts' })}`
const against = (v: Of) => `${tenths(v('own'))} here, ${tenths(v('kind'))} on average.`

export const ledger = {
  title: 'What the feed did with it',
  text: 'How it was tried, what came of that, and which rule decides now.',
  stop: '. ',
  gates: (at: readonly string[]) =>
    `After ${at.join(', ')} views of two seconds or more, it is judged by what its viewers did, against posts published in the same hours.`,
  whyNot: 'Why it is not shown',
  whyNotMore: 'Why it is not shown more',
  nothing: 'No rule holds it back. It is put forward as often as places come up.',
  noTries: 'It has not come up in a feed yet.',
  ways: 'How it came up',
  people: (n: number, hours: number, since: string) =>
    `Tried with ${number(n)} ${plural(n, { one: 'person', other: 'people' })} so far, within ${number(hours)} ${plural(hours, { one: 'hour', other: 'hours' })} from ${since}.`,
  way: 'How',
  served: 'Came up',
  seen: 'Looked at',
  names: {
    new: 'Tried as a new post',
    stage: 'Put forward after passing',
    random: 'Drawn at random',
    ranked: 'Chosen by its numbers',
  },
  came: 'What came of the tries',
  few: 'What came of the tries is told once five people have seen one: of fewer it would show what single people did.',
  compared: (n: number, kind: string) => `Beside it, the middle of ${number(n)} other posts of its kind (${kind}).`,
  alone: (n: number, kind: string) =>
    `It is compared once 8 other posts of its kind (${kind}) have been looked at 20 times; there are ${number(n)}.`,
  kinds: {
    pictures: 'pictures',
    clip_10s: 'videos under 10 s',
    clip_30s: 'videos of 10 to 30 s',
    clip_60s: 'videos of 30 to 60 s',
    clip_long: 'videos of a minute or more',
  },
  outcomes: {
    stopped: 'Stopped for two seconds',
    finished: 'Watched to the end',
    liked: 'Liked, saved, commented, shared or followed you',
    looked: 'Opened a product',
  },
  finishedStill: 'Looked at for eight seconds',
  usual: (n: string) => `usually ${n}`,
  note: 'Tries are counted by page. What you did yourself is not counted, and nobody is named.',
  reasons: {
    not_published: { why: () => 'It is not published.', what: 'Publish it, or wait until it has been processed.' },
    not_learned: { why: () => 'The feed has not met it yet. It takes seconds.', what: '' },
    removed: { why: () => 'You or the shop took it down.', what: '' },
    moderated: { why: () => 'Moderation took it down.', what: 'Read the decision under Me. You can appeal there.' },
    author_removed: { why: () => 'The account or the shop behind it is suspended.', what: 'Read the decision under Me.' },
    out_of_stock: {
      why: () => 'Everything that it sells is sold out or not on sale.',
      what: 'It comes back by itself with the stock.',
    },
    not_playable: { why: () => 'Its file cannot be played now.', what: 'Upload it again as a new post.' },
    trial: {
      why: (v: Of) =>
        `It is still on trial: ${number(v('seen'))} of ${number(v('of'))} guaranteed views. One place in ${number(v('every'))} is kept for new posts; ${posts(v('waiting'))} wait for one, ${number(v('ahead'))} of them before yours. In the last 24 hours, new posts had ${number(v('places'))} such places.`,
      what: 'Nothing to do: the trial goes on by itself, whoever you are.',
    },
    given_up: {
      why: (v: Of) =>
        `It came up ${times(v('served'))} and was looked at ${times(v('seen'))}. After ${number(v('each'))} places for each of ${number(v('of'))} views, it is put forward no more.`,
      what: 'The first picture and the first two seconds decide whether people stop. Try others with the next post.',
    },
    new_first: {
      why: (v: Of) =>
        `It is put forward until ${views(v('until'))}, in places that no new post wants. ${posts(v('waiting'))} come first.`,
      what: 'Nothing to do: it has its turn when fewer new posts wait.',
    },
    gate_unsure: {
      why: (v: Of) =>
        `After ${views(v('at'))} it was above the middle, but not surely enough: ${percent(v('chance'))} where ${percent(v('needed'))} is needed.`,
      what: 'More views make it surer. A share link brings some.',
    },
    gate_below: {
      why: (v: Of) =>
        `After ${views(v('at'))} its viewers did less with it than with the middle of the posts it was compared with, so it is not put forward. It still comes up on its merits${v('next') > 0 ? `, and is judged again at ${views(v('next'))}` : ''}.`,
      what: '',
    },
    left_sooner: {
      why: (v: Of) => `More people leave it within ${v('still') ? 'a second' : 'three seconds'}: ${against(v)}`,
      what: 'Show what it is about at once.',
    },
    watched_less: {
      why: (v: Of) => `Fewer people ${v('still') ? 'look at it for eight seconds' : 'watch it to the end'}: ${against(v)}`,
      what: 'Keep the next one shorter, or put what matters first.',
    },
    liked_less: {
      why: (v: Of) => `Fewer people like, save, comment, share or follow: ${against(v)}`,
      what: 'A question, or something worth keeping, gives a reason to.',
    },
    looked_less: {
      why: (v: Of) => `Fewer people open a product from it: ${against(v)}`,
      what: 'Pin the product when it is in the picture.',
    },
    last_gate: {
      why: (v: Of) => `It passed the last judgement, after ${views(v('at'))}. From there, only people’s tastes decide.`,
      what: '',
    },
    commerce: {
      why: (v: Of) =>
        `It is labelled as own product or paid. All such posts share at most ${percent(v('share'))} of the last ${number(v('of'))} places in anybody’s feed.`,
      what: 'Wait for a free place. The label has to stay.',
    },
    quiet_topic: {
      why: (v: Of) =>
        `Its topics are quiet: fewer than ${number(v('most'))} people liked, shared or finished a post about them in the last seven days. It comes up most for those.`,
      what: 'Add a broader topic beside them next time.',
    },
    same_author: {
      why: (v: Of) =>
        `A page holds at most ${posts(v('most'))} by one author, never side by side. Your ${number(v('yours'))} newest posts that can come up share that.`,
      what: 'Fewer posts at a time leave more room for each.',
    },
    twin: {
      why: (v: Of) =>
        `${posts(v('twins'))} of yours ${plural(v('twins'), { one: 'has', other: 'have' })} the same length, topics and products. A page shows only one of them.`,
      what: 'Delete the double.',
    },
    no_topics: {
      why: () => 'It has no topics, so people are not found for it by what they like.',
      what: 'Write # topics into the next caption.',
    },
    language: {
      why: (v: Of) =>
        `For people of another language, the odds that they like it are reckoned at ${percent(v('odds'))} of those for others.`,
      what: 'A post in that language reaches them better.',
    },
    aging: {
      why: (v: Of) =>
        `It is no longer new: ${percent(v('left'))} of what freshness added is left; every ${number(v('days'))} days it halves.`,
      what: '',
    },
  },
}
