import { langTag } from '../../../i18n/core.ts'
import type { LegalPage } from './legal-pages.ts'

/** One legal page as shoppers read it: what the seller has not said is not there. */
export function LegalSheet({ page }: { page: LegalPage }) {
  return (
    <dl className="m-0 grid">
      {page.rows
        .filter(r => r.text !== null)
        .map(r => (
          <div key={r.label} className="border-b border-line py-3 last:border-b-0">
            <dt className="text-meta text-ink-2">{r.label}</dt>
            <dd lang={langTag(r.lang)} className="m-0 whitespace-pre-line break-words">
              {r.text}
            </dd>
          </div>
        ))}
    </dl>
  )
}
