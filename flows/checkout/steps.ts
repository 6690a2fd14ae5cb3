import type { Refusal, Result } from '#base/kernel'

/** One step of a flow. `undo` takes back what `run` did; it must be harmless when `run` did only a part of it. */
export interface Step<C, E extends string> {
  readonly name: string
  run(context: C): Promise<Result<C, E>>
  undo?(context: C): Promise<void>
}

/**
 * Runs the steps in order, each on the context that the last one gave. A refusal or a mistake undoes, backwards, the steps
 * that were done, and the refused one itself. An undo that fails is told to `onUndoFailed`; the sweep clears up after it.
 */
export async function runSteps<C, E extends string>(
  start: C,
  steps: readonly Step<C, E>[],
  onUndoFailed: (step: string, error: unknown) => void,
): Promise<Result<C, E>> {
  const begun: { step: Step<C, E>; context: C }[] = []
  const undo = async () => {
    for (const { step, context } of begun.reverse()) await step.undo?.(context).catch(error => onUndoFailed(step.name, error))
  }
  let context = start
  for (const step of steps) {
    begun.push({ step, context })
    let result: Result<C, E>
    try {
      result = await step.run(context)
    } catch (error) {
      await undo()
      throw error
    }
    if (!result.ok) {
      await undo()
      return result satisfies Refusal<E>
    }
    context = result.value
    begun[begun.length - 1] = { step, context }
  }
  return { ok: true, value: context }
}
