import type { Chosen, Returned } from '../../client/pieces.ts'

/** What was typed of a return, kept on this device until it is sent. */
export interface ReturnDraft {
  readonly kind: Returned['kind']
  readonly reason: Returned['reason'] | null
  readonly chosen: Chosen
  readonly words: string
  /** Of an exchange: what instead; empty is the same again. */
  readonly variant: string
}
export const emptyDraft: ReturnDraft = { kind: 'return', reason: null, chosen: {}, words: '', variant: '' }
const name = (order: string) => `enishi.return.${order}`
export function keptDraft(order: string, first: ReturnDraft): ReturnDraft {
  try {
    return { ...first, ...(JSON.parse(localStorage.getItem(name(order)) ?? '{}') as Partial<ReturnDraft>) }
  } catch {
    return first
  }
}
/** Null forgets it. */
export function keepDraft(order: string, draft: ReturnDraft | null): void {
  try {
    if (draft) localStorage.setItem(name(order), JSON.stringify(draft))
    else localStorage.removeItem(name(order))
  } catch {
    // Without storage it lives as long as the sheet.
  }
}
