import { type Refusal, refuse } from './result.ts'

/** A state machine as data: from each state, the actions that lead on. */
export interface Machine<S extends string, A extends string> {
  readonly name: string
  readonly states: readonly S[]
  readonly start: S
  readonly final: readonly S[]
  /** The state after `action`, or a refusal with code `wrong_state`. */
  next(from: S, action: A): { ok: true; value: S } | Refusal<'wrong_state'>
  can(from: S, action: A): boolean
}

export type Transitions<S extends string, A extends string> = Readonly<Record<S, Partial<Record<A, S>>>>

/**
 * Builds the machine and proves the table when the module loads: every target exists, every state can be reached from the
 * start, final states lead nowhere, and every other state leads to a final one. A table that fails throws at start-up.
 */
export function machine<S extends string, A extends string>(
  name: string,
  start: S,
  final: readonly S[],
  table: Transitions<S, A>,
): Machine<S, A> {
  const states = Object.keys(table) as S[]
  const edges = (s: S): S[] => Object.values(table[s]) as S[]
  const fail = (why: string): never => {
    throw new Error(`state machine ${name}: ${why}`)
  }
  for (const s of states) for (const t of edges(s)) if (!states.includes(t)) fail(`${s} leads to unknown state ${t}`)
  for (const s of final) if (!states.includes(s)) fail(`final state ${s} is unknown`)
  for (const s of final) if (edges(s).length > 0) fail(`final state ${s} leads on`)
  const reach = (from: S): Set<S> => {
    const seen = new Set<S>([from])
    const queue = [from]
    for (let s = queue.pop(); s !== undefined; s = queue.pop())
      for (const t of edges(s)) if (!seen.has(t)) seen.add(t) && queue.push(t)
    return seen
  }
  const reached = reach(start)
  for (const s of states) if (!reached.has(s)) fail(`${s} can't be reached`)
  for (const s of states) if (![...reach(s)].some(t => final.includes(t))) fail(`${s} never ends`)
  return {
    name,
    states,
    start,
    final,
    can: (from, action) => table[from][action] !== undefined,
    next: (from, action) => {
      const to = table[from][action]
      return to === undefined
        ? refuse('wrong_state', `${name}: can't ${action} when ${from}`, { state: from, action })
        : { ok: true, value: to }
    },
  }
}
