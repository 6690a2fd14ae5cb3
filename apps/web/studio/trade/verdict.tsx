import { useTrade } from '../../i18n/studio/trade/index.ts'
import { KindSign } from '../../ui/desk/index.ts'

/** Name of a fact as the form has it. */
function useFactName(): (fact: string) => string {
  const t = useTrade()
  const names: Readonly<Record<string, unknown>> = t.facts
  return fact => (typeof names[fact] === 'string' ? names[fact] : fact)
}
/** What a product still needs for one market: missing facts by name, else the rule that is against it. */
export function Needs({ missing, reason }: { missing: readonly string[]; reason: string | null }) {
  const t = useTrade()
  const name = useFactName()
  if (missing.length === 0 && reason === null) return <span className="text-ink-2">{t.list.nothing}</span>
  if (reason !== null) return <span>{t.reasons[reason as keyof typeof t.reasons] ?? t.otherReason}</span>
  return (
    <span className="flex flex-wrap gap-1">
      {missing.map(m => (
        <KindSign key={m}>{name(m)}</KindSign>
      ))}
    </span>
  )
}
