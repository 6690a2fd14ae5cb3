import type { Order } from '../../client/types.ts'
import { dateTime } from '../../i18n/format.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { cx } from '../../ui/core/index.ts'
import { timelineNote } from '../../ui/sums/timeline-note.ts'

/** What happened, newest last, on one thread. */
export function Timeline({ order }: { order: Order }) {
  const t = useMore().orders
  return (
    <section>
      <h3 className="mb-3 font-semibold">{t.timeline}</h3>
      <Steps steps={order.timeline} />
    </section>
  )
}

/** `bare`: without notes, where they are said beside it. */
export function Steps({ steps, bare = false }: { steps: Order['timeline']; bare?: boolean }) {
  const t = useMore().orders
  const words: Readonly<Record<string, string>> = t.what
  return (
    <ol className="relative ms-[5px] border-s-2 border-line">
      {steps.map((step, i) => {
        const last = i === steps.length - 1
        const note = bare ? '' : timelineNote(step.what, step.note)
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a timeline only grows at its end
          <li key={i} className="relative ps-5 pb-4 last:pb-0">
            <span className={cx('absolute -start-[7px] top-1.5 size-3 rounded-full', last ? 'bg-p5' : 'bg-line-strong')} />
            <p className={last ? 'font-semibold' : 'text-ink-2'}>{words[step.what] ?? t.what.other}</p>
            {note && <p className="text-meta text-ink-2">{note}</p>}
            <time dateTime={step.at} className="num text-meta text-ink-3">
              {dateTime(step.at)}
            </time>
          </li>
        )
      })}
    </ol>
  )
}
