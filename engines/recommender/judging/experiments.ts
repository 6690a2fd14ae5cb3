import { ok, type Result, refuse } from '#base/kernel'
import { parseWeights, type ValueWeights } from '../weights.ts'
import { type Arm, armOf, type Experiment } from './assignment.ts'

/** An experiment on what a page is worth: an arm is weights over those in force. */
export type FeedExperiment = Experiment<Partial<ValueWeights>>

type Checked<T> = Result<T, 'experiments_invalid'>
const wrong = (why: string) => refuse('experiments_invalid', why)
const isObject = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null && !Array.isArray(x)
/** Names stand in the log between a space and a colon. */
const isName = (x: unknown): x is string => typeof x === 'string' && /^[a-z0-9-]{1,30}$/.test(x)

/** `[{ name, share, arms: [{ name, weights, part? }] }]` as an operator writes it; says what is wrong with it. */
export function parseExperiments(raw: unknown): Checked<FeedExperiment[]> {
  if (!Array.isArray(raw)) return wrong('Experiments are a list')
  const list: FeedExperiment[] = []
  for (const one of raw) {
    const { name, share, arms } = isObject(one) ? one : {}
    if (!isName(name)) return wrong('An experiment has a name of small letters, digits and hyphens, 30 at most')
    if (list.some(e => e.name === name)) return wrong(`There are two experiments "${name}"`)
    if (typeof share !== 'number' || !(share >= 0 && share <= 1)) return wrong(`The share of "${name}" is a number from 0 to 1`)
    if (!Array.isArray(arms) || arms.length < 2) return wrong(`"${name}" has at least two arms`)
    const checked = arms.map(parseArm)
    const refused = checked.find(arm => !arm.ok)
    if (refused && !refused.ok) return wrong(`"${name}": ${refused.message}`)
    const dealt = checked.flatMap(arm => (arm.ok ? [arm.value] : []))
    if (new Set(dealt.map(arm => arm.name)).size < dealt.length) return wrong(`"${name}" has two arms of one name`)
    list.push({ name, share, arms: dealt })
  }
  return ok(list)
}

function parseArm(raw: unknown): Checked<Arm<Partial<ValueWeights>>> {
  const { name, part, weights } = isObject(raw) ? raw : {}
  if (!isName(name)) return wrong('an arm has a name of small letters, digits and hyphens, 30 at most')
  if (part !== undefined && !(typeof part === 'number' && part > 0 && Number.isFinite(part)))
    return wrong(`the part of "${name}" is a number above 0`)
  const known = parseWeights(weights)
  if (!known.ok) return wrong(known.message)
  const treatment = Object.fromEntries(Object.entries(weights as object)) as Partial<ValueWeights>
  return ok({ name, treatment, ...(part !== undefined && { part }) })
}

/** The policy that a page is served by: its name for the log, and the weights that it lays over those in force. */
export interface Policy {
  readonly name: string
  readonly weights?: Partial<ValueWeights>
}
const version = 'v1'

/**
 * A person takes part in the first experiment of the table that deals them in, and in no other: arms never overlay each other. Only people
 * who are profiled may be asked about: a page that is the same for all must not depend on who asks.
 */
export function policyFor(experiments: readonly FeedExperiment[], person: string | null): Policy {
  if (person !== null)
    for (const experiment of experiments) {
      const arm = armOf(experiment, person)
      if (arm) return { name: `${version} ${experiment.name}:${arm.name}`, weights: arm.treatment }
    }
  return { name: version }
}

/** The arm that a logged policy names for this experiment, null for another or none. */
export function armIn(policy: string, experiment: string): string | null {
  const [, named] = policy.split(' ')
  return named?.startsWith(`${experiment}:`) ? named.slice(experiment.length + 1) : null
}
