import { useState } from 'react'
import { useDeclarations } from '../../i18n/studio/declarations/index.ts'
import { Button } from '../../ui/core/index.ts'
import { Panel, State, type Tone } from '../../ui/desk/index.ts'
import { DocumentView } from './DocumentView.tsx'
import type { Declared, DocumentCode } from './declaration-data.ts'

export type Readable = '311' | '411' | '511' | '621'
const readable: readonly Readable[] = ['311', '411', '511', '621']
const later: readonly DocumentCode[] = ['623', '625']
const tones: Readonly<Record<string, Tone>> = {
  sent: 'todo',
  pending: 'todo',
  held: 'warn',
  refused: 'danger',
  accepted: 'ok',
  released: 'ok',
}

/** The messages of one declaration, and where each of them stands with customs. */
export function Documents({ declared }: { declared: Declared }) {
  const t = useDeclarations()
  const d = declared.declaration
  const [open, setOpen] = useState<Readable | null>(null)
  const standings: Readonly<Record<string, string>> = t.standings
  const built = declared.declared !== null
  const rows = [...readable, ...later.filter(code => d.documents.some(x => String(x.code) === code))]
  return (
    <Panel title={t.documents}>
      {!built && <p className="mb-3 text-ink-2">{d.closed ? t.gone : t.noDocuments}</p>}
      <ul className="m-0 grid list-none p-0">
        {rows.map(code => {
          const of = d.documents.find(x => String(x.code) === code)
          const standing = of?.standing ?? 'none'
          return (
            <li key={code} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line py-2 first:border-0">
              <span className="min-w-[120px] flex-1">
                <b className="font-semibold">{t.names[code]}</b> <span className="num text-ink-2">{code}</span>
                <span className="block text-meta text-ink-2">
                  {[
                    of && t.attempts(of.attempts),
                    of?.status && t.status(of.status),
                    of?.standing === 'refused' && of.reason && t.reason(of.reason),
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </span>
              <State tone={tones[standing] ?? 'quiet'}>{standings[standing] ?? standing}</State>
              {isReadable(code) && built && (
                <Button size="small" aria-label={t.viewOf(t.names[code])} onClick={() => setOpen(code)}>
                  {t.view}
                </Button>
              )}
            </li>
          )
        })}
      </ul>
      {open && <DocumentView declaration={d} code={open} onClose={() => setOpen(null)} />}
    </Panel>
  )
}
const isReadable = (code: DocumentCode): code is Readable => readable.some(r => r === code)
