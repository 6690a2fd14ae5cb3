import { useDeclarations } from '../../i18n/studio/declarations/index.ts'
import { Panel, Time } from '../../ui/desk/index.ts'
import type { Declared } from './declaration-data.ts'

/** What went and what came, the last first. */
export function History({ declared }: { declared: Declared }) {
  const t = useDeclarations()
  const names: Readonly<Record<string, string>> = t.names
  const outcomes: Readonly<Record<string, string>> = t.outcomes
  const nameOf = (code: number) => `${names[code] ?? code} (${code})`
  if (declared.messages.length === 0)
    return (
      <Panel title={t.history}>
        <p className="text-ink-2">{t.noHistory}</p>
      </Panel>
    )
  return (
    <Panel title={t.history}>
      <ol className="m-0 grid list-none gap-3 p-0">
        {declared.messages.toReversed().map((m, i) => {
          const [status = '', outcome = ''] = (m.outcome ?? '').split(' ')
          const out = m.direction === 'out'
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: messages have no name of their own, and none goes away
            <li key={i} className="min-w-0">
              <div className="font-medium">
                {out ? (m.sent ? t.messageOut : t.messageWaits)(nameOf(m.code)) : t.messageIn(nameOf(m.code - 1))}
              </div>
              {!out && (
                <div className="text-meta text-ink-2">
                  {t.status(status)}
                  {outcome && outcome !== 'applied' && ` · ${outcomes[outcome] ?? outcome}`}
                </div>
              )}
              {m.words && (
                <div lang="zh-Hans" className="text-ink-2 [overflow-wrap:anywhere]">
                  {m.words}
                </div>
              )}
              <Time at={m.sent ?? m.at} className="text-caption text-ink-3" />
            </li>
          )
        })}
      </ol>
    </Panel>
  )
}
