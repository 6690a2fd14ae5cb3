import type { EventName, LoggedEvent } from '#base/catalogue'
import type { Result } from '#base/kernel'
import { outcome } from '../actions.ts'
import { type ValueWeights, valueWeights } from '../weights.ts'
import { type SampleRatio, sampleRatio } from './assignment.ts'
import { type Comparison, compareMeans, cuped, type Measured } from './comparison.ts'
import { armIn, type FeedExperiment } from './experiments.ts'

export interface ArmFigures {
  readonly arm: string
  readonly people: number
  readonly pages: number
  /** What a person did after their first page in it, in value weights. */
  readonly mean: number
  /** Against the first arm, adjusted by what people did before; null for the first. */
  readonly against: Result<Comparison, 'sample_too_small'> | null
  /** Share of the noise that the past took out. */
  readonly reduced: number
}
export interface Reading {
  readonly arms: readonly ArmFigures[]
  readonly ratio: Result<SampleRatio, 'sample_too_small'>
  /** People who were served by two arms, a guest who signed in for one; they count for none. */
  readonly mixed: number
}

const worths: { readonly [N in EventName]?: keyof ValueWeights } = {
  'post.liked': 'like',
  'post.saved': 'save',
  'comment.written': 'comment',
  'share.created': 'share',
  'person.followed': 'follow',
  'product.clicked': 'click',
  'cart.added': 'cart',
  'order.paid': 'order',
  'post.not_interested': 'not_interested',
  'report.filed': 'report',
}

/** What an event is worth by the table of value weights as it is shipped: one yardstick for all arms. */
export function worth(event: LoggedEvent): number {
  if (event.name === 'post.viewed') {
    const action = outcome(event.data.ms, event.data.durationMs, event.data.exit)
    return action === null || action === 'exposure' ? 0 : valueWeights[action]
  }
  const name = worths[event.name]
  return name === undefined ? 0 : valueWeights[name]
}

interface Someone {
  arm: string | null
  mixed: boolean
  pages: number
  before: number
  after: number
}

/**
 * What an experiment says, from the log alone: the arm of a person is what their `feed.served` names, their outcome all that they did from
 * then on, their past what they did before. May be read at any time and as often as one likes; see `compareMeans`.
 */
export function readExperiment(log: Iterable<LoggedEvent>, experiment: FeedExperiment): Reading {
  const people = new Map<string, Someone>()
  for (const event of log) {
    if (event.person === null) continue
    let who = people.get(event.person)
    if (!who) people.set(event.person, (who = { arm: null, mixed: false, pages: 0, before: 0, after: 0 }))
    if (event.name === 'feed.served') {
      const arm = armIn(event.data.policy, experiment.name)
      if (arm === null) continue
      who.mixed ||= who.arm !== null && who.arm !== arm
      who.arm = arm
      who.pages++
    } else if (who.arm === null) who.before += worth(event)
    else who.after += worth(event)
  }
  const dealt = [...people.values()].filter(who => who.arm !== null && !who.mixed)
  const arms = experiment.arms.map(({ name }) => dealt.filter(who => who.arm === name))
  return {
    arms: arms.map((mine, k) => figures(experiment.arms[k]!.name, mine, k === 0 ? null : arms[0]!)),
    ratio: sampleRatio(
      arms.map(mine => mine.length),
      experiment.arms.map(arm => arm.part ?? 1),
    ),
    mixed: [...people.values()].filter(who => who.mixed).length,
  }
}

function figures(arm: string, mine: readonly Someone[], first: readonly Someone[] | null): ArmFigures {
  const measured = (list: readonly Someone[]): Measured[] => list.map(who => ({ outcome: who.after, before: who.before }))
  const adjusted = cuped(measured(first ?? []), measured(mine))
  return {
    arm,
    people: mine.length,
    pages: mine.reduce((sum, who) => sum + who.pages, 0),
    mean: mine.length === 0 ? 0 : mine.reduce((sum, who) => sum + who.after, 0) / mine.length,
    against: first && compareMeans(adjusted.a, adjusted.b),
    reduced: first ? adjusted.reduced : 0,
  }
}
