import { useMe } from '../../client/me.ts'
import { queryClient } from '../../client/query.ts'
import type { Me } from '../../client/types.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { Badge } from '../../ui/core/index.ts'
import { type Disclosure, type Draft, setDraft } from './draft.ts'

const others = ['none', 'gift', 'paid'] as const
const isOwn = (draft: Draft, me: Me | undefined): boolean => draft.products.some(p => me?.shops.some(s => s.shop === p.shop))
const choicesOf = (own: boolean): readonly Disclosure[] => (own ? ['own_product'] : others)
/** With products, the author must have chosen; nothing is presumed. */
export const needsDisclosure = (draft: Draft): boolean => {
  const choices = choicesOf(isOwn(draft, queryClient.getQueryData<Me>(['me'])))
  return draft.products.length > 0 && !choices.some(c => c === draft.disclosure)
}

export function DisclosureChoice({ draft }: { draft: Draft }) {
  const t = useMore().compose
  const choices = choicesOf(isOwn(draft, useMe()))
  return (
    <fieldset id="disclosure" className="grid gap-1">
      <legend className="text-lead font-semibold">{t.disclosure}</legend>
      <p className="mb-1 text-meta text-ink-2">{t.disclosureHint}</p>
      <div className="divide-y divide-line rounded-card shadow-[inset_0_0_0_1px_var(--line)]">
        {choices.map(choice => (
          <label key={choice} className="flex min-h-13 cursor-pointer items-center gap-3 px-4 py-2">
            <input
              type="radio"
              name="disclosure"
              className="size-5 accent-[var(--ink)]"
              checked={draft.disclosure === choice}
              onChange={() => setDraft({ disclosure: choice })}
            />
            <span className="flex-1">{t.disclosures[choice]}</span>
            {choice !== 'none' && <Badge>{t.disclosureShort[choice]}</Badge>}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
