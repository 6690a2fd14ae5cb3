import { useT } from '../../i18n/console/index.ts'
import { percent } from '../../i18n/format.ts'
import { Panel } from '../../ui/desk/index.ts'
import { addressOf, type Report } from './moderation-data.ts'
import { Reference } from './Reference.tsx'
import { SubjectPreview } from './SubjectPreview.tsx'

/** What machines found: the clip that it is a copy of stands right below it, to be compared; of a classifier, how sure it is. */
export function Signals({ report }: { report: Report }) {
  const t = useT()
  return report.signals.map(({ flag, of, share }) => {
    const other = of && { kind: 'post' as const, id: of }
    const address = other && addressOf(other)
    return (
      <Panel
        key={flag}
        title={
          <span className="flex flex-wrap items-center gap-2">
            {t.queue.flags[flag]}
            {other && <Reference subject={other} />}
          </span>
        }
        aside={
          address && (
            <a href={address} target="_blank" rel="noreferrer">
              {t.queue.open}
            </a>
          )
        }
      >
        <p className="mb-3 text-ink-2">{other ? t.queue.copyOf : t.queue.nudityOf(percent(share ?? 0))}</p>
        {other && <SubjectPreview subject={other} />}
      </Panel>
    )
  })
}
