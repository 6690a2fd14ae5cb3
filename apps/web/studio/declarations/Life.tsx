import { useDeclarations } from '../../i18n/studio/declarations/index.ts'
import { Check } from '../../ui/core/icons.tsx'
import { Panel } from '../../ui/desk/index.ts'
import { type Declaration, type Word, wordOf } from './declaration-data.ts'

const steps = ['papers', 'three', 'list', 'released', 'delivered'] as const
/** How many of the steps are done. A declaration that was cancelled has the ones that it had. */
const doneOf: Readonly<Record<Word, number>> = {
  created: 0,
  todo: 0,
  mend: 0,
  ready: 1,
  waiting: 1,
  rejected: 1,
  matched: 2,
  sent: 2,
  list_rejected: 2,
  cancelling: 2,
  cancelled: 0,
  released: 4,
  delivered: 5,
  returning: 4,
  returned: 4,
  closed: 5,
}

/** The way of a declaration, step by step. Colour is not what says it: each step has its word. */
export function Life({ declaration }: { declaration: Declaration }) {
  const t = useDeclarations()
  const word = wordOf(declaration)
  const done = doneOf[word]
  const ended = word === 'cancelled' || word === 'returned' || word === 'closed'
  return (
    <Panel title={t.life}>
      <ol className="m-0 grid list-none gap-2 p-0">
        {steps.map((step, i) => {
          const now = i === done && !ended
          return (
            <li key={step} className="flex items-center gap-3" aria-current={now ? 'step' : undefined}>
              <span
                aria-hidden="true"
                className={`grid size-6 flex-none place-items-center rounded-full border text-caption font-semibold ${
                  i < done ? 'border-ok text-ok' : now ? 'border-ink text-ink' : 'border-line text-ink-3'
                }`}
              >
                {i < done ? <Check size={14} /> : i + 1}
              </span>
              <span className={now ? 'font-semibold' : i < done ? '' : 'text-ink-2'}>
                {t.steps[step]}
                {(i < done || now) && <span className="sr-only"> ({i < done ? t.stepDone : t.stepNow})</span>}
              </span>
            </li>
          )
        })}
      </ol>
      {(ended || word === 'returning' || word === 'cancelling') && <p className="mt-3 font-semibold">{t.states[word]}</p>}
    </Panel>
  )
}
