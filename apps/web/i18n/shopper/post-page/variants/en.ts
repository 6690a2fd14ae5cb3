import { number, plural } from '../../../format.ts'

const people = (n: number) => `${number(n)} ${plural(n, { one: 'person', other: 'people' })}`

export const variants = {
  title: 'Try other beginnings',
  text: 'Show the same video with other first seconds or another cover, up to two. Chance decides who sees which, and each person always sees the same one. Products, caption and disclosure stay.',
  add: 'Add a beginning',
  sending: (part: string) => `Uploading, ${part}`,
  making: 'Being prepared. Stay on this page.',
  again: 'Try again',
  own: 'The video as it is',
  other: (n: number) => `Beginning ${number(n)}`,
  poster: (name: string) => `Cover: ${name}`,
  stayed: (part: string, stayed: number, shown: number) =>
    `${part} stayed past 3 seconds (${number(stayed)} of ${people(shown)})`,
  nobody: 'Nobody has seen it yet.',
  more: (finished: string, opened: string) => `Watched to the end ${finished} · product opened ${opened}`,
  running: (least: number, needed: number, days: number) =>
    least < needed
      ? `Too early to say. Each one has to be seen by ${number(needed)} people; the fewest so far is ${number(least)}. The test runs for ${number(days)} days.`
      : `No clear difference so far. The test runs for ${number(days)} days.`,
  decided: (name: string, chance: string) => `${name} holds people best, with a probability of ${chance}.`,
  undecided: (days: number) =>
    `After ${number(days)} days no difference is clear. The video as it is stays unless you choose another.`,
  best: 'Holds best',
  keep: 'Keep this one',
  end: 'End the test',
  drop: 'Remove',
  keepTitle: 'Keep this beginning?',
  keepText: 'From now on everybody sees this one. The others are deleted.',
  endTitle: 'End the test?',
  endText: 'From now on everybody sees the video as it is. The other beginnings are deleted.',
  dropTitle: 'Remove this beginning?',
  dropText: 'It is deleted, and counting starts anew for the others.',
  note: 'Each person counts once, by the first time they saw it. What you look at yourself is not counted. Adding or removing a beginning starts the count anew.',
} as const
