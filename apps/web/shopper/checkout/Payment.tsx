import type { Reply } from '../../client/api.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { Chip } from '../../ui/core/index.ts'
import { outcomes, type Wish } from './use-pay.ts'

type Method = Reply<'GET /v1/payment-methods'>['items'][number]

/** Ways to pay; the built-in test provider is labelled as what it is and lets one choose how the "bank" answers. */
export function Payment({
  methods,
  wish,
  onWish,
}: {
  methods: readonly Method[]
  wish: Wish | null
  onWish: (wish: Wish) => void
}) {
  const t = useT().checkout
  const words: Readonly<Record<string, string>> = t.methods
  if (!wish) return null
  return (
    <div className="mt-2 grid gap-3">
      {methods.length > 1 && (
        <div className="flex flex-wrap gap-2">
          {methods.map(method => (
            <Chip
              key={method.key}
              on={method.key === wish.method}
              onClick={() => onWish({ ...wish, method: method.key, test: method.test === 'yes' })}
            >
              {words[method.key] ?? method.key}
            </Chip>
          ))}
        </div>
      )}
      {wish.test && (
        <fieldset className="rounded-button border border-dashed border-line-strong p-4">
          <legend className="sr-only">{t.methods.test}</legend>
          <p className="mb-3 text-meta text-ink-2">{t.testBox}</p>
          <div className="flex flex-wrap gap-2">
            {outcomes.map(outcome => (
              <Chip key={outcome} size="small" on={outcome === wish.outcome} onClick={() => onWish({ ...wish, outcome })}>
                {t.outcomes[outcome]}
              </Chip>
            ))}
          </div>
        </fieldset>
      )}
    </div>
  )
}
