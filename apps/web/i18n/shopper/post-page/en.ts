import { number, plural } from '../../format.ts'
import { ledger } from './ledger/en.ts'
import { variants } from './variants/en.ts'

export default {
  title: 'Numbers of this video',
  helped: (n: number) => `Your video helped ${number(n)} ${plural(n, { one: 'person', other: 'people' })} decide`,
  helpedText: 'They looked further into what it shows: the product, its reviews or its price.',
  hour: 'First hour',
  hourRuns: (time: string) => `Still running, until ${time}.`,
  sofar: 'Until now',
  impressions: 'Times seen',
  watched: 'Watched, on average',
  seconds: (n: string) => `${n} s`,
  clicks: 'Product opened',
  orders: 'Orders',
  shares: 'Share links made',
  curve: 'How long it was watched',
  curveSays: (end: string, n: number) => `${end} of ${number(n)} ${plural(n, { one: 'view', other: 'views' })} went to the end.`,
  thin: (n: number, needed: number) => `A curve needs ${number(needed)} views; there are ${number(n)}.`,
  still: 'Pictures have no curve.',
  drops: 'Where most left',
  drop: (part: string, n: number) => `${part} (${number(n)} ${plural(n, { one: 'view', other: 'views' })})`,
  reach: 'Where it was seen',
  reachNone: 'Nobody has seen it yet.',
  from: { share: 'Share links', for_you: 'For you', following: 'Following', other: 'Elsewhere' },
  note: 'A view tells how long was watched, not which part. What you did yourself is not counted, and nobody is named.',
  ledger,
  variants,
} as const
