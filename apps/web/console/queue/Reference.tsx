import { useT } from '../../i18n/console/index.ts'
import { toast } from '../../ui/core/index.ts'
import { type Subject, shortOf } from './moderation-data.ts'

/** The last letters of an id; a press copies all of it. */
export function Reference({ subject }: { subject: Subject }) {
  const t = useT()
  const copy = async () => {
    await navigator.clipboard.writeText(subject.id)
    toast(t.queue.copied)
  }
  return (
    <button
      type="button"
      title={`${t.queue.reference}: ${subject.id}`}
      className="num text-meta font-normal text-ink-2 underline decoration-dotted underline-offset-4"
      onClick={() => void copy()}
    >
      {shortOf(subject)}
    </button>
  )
}
