import { useState } from 'react'
import { ApiError } from '../../client/error.ts'
import { usePromotions } from '../../i18n/studio/promotions/index.ts'
import { useToFault } from '../../ui/desk/index.ts'
import { type Draft, type Fault, faultsOf } from './draft.ts'

/** A draft that is being typed: what is wrong is said once it was tried, beside the field, also what only the server knew. */
export function useOfferDraft(first: () => Draft, error: unknown) {
  const t = usePromotions()
  const [draft, setDraft] = useState(first)
  const [tries, setTries] = useState(0)
  // What the server refused holds until the next change.
  const [refused, setRefused] = useState<unknown>(null)
  const form = useToFault<HTMLDivElement>(tries)
  const faults = faultsOf(draft)
  const details = error instanceof ApiError && error !== refused ? error.details : {}
  const wrong = (field: Fault): string | null => {
    if (details.field === field) return details.used ? t.wrong.used : t.wrong[field]
    return tries > 0 && faults.has(field) ? t.wrong[field] : null
  }
  const change = (part: Partial<Draft>) => {
    setRefused(error)
    setDraft(now => ({ ...now, ...part }))
  }
  return { draft, setDraft, change, wrong, form, faulty: faults.size > 0, tried: () => setTries(n => n + 1) }
}
