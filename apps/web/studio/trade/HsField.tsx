import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../../client/api.ts'
import { said } from '../../i18n/format.ts'
import { useTrade } from '../../i18n/studio/trade/index.ts'
import { Field } from '../../ui/core/index.ts'
import { Problem, useDebounced } from '../../ui/desk/index.ts'

interface HsProps {
  readonly value: string
  readonly placeholder?: string | undefined
  readonly wrong: string | null
  readonly onChange: (code: string) => void
}
/** A tariff code: its name while it is typed, which part of it does not exist, or the codes that fit the words. */
export function HsField({ value, placeholder, wrong, onChange }: HsProps) {
  const t = useTrade().facts
  const text = useDebounced(value.trim(), 250)
  const found = useQuery({
    queryKey: ['hs', text],
    queryFn: () => ask(api.GET('/v1/trade/hs', { params: { query: { find: text } } })),
    enabled: text.length >= 2,
    staleTime: 60 * 60_000,
  })
  const digits = text.normalize('NFKC').replace(/[.\s-]/g, '')
  const reply = text === value.trim() ? found.data : undefined
  const whole = /^(\d{6}|\d{8}|\d{10})$/.test(digits)
  const unknown = reply?.problem === 'hs_unknown' && reply.level ? t.hsUnknown[reply.level](digits) : null
  const item = whole && reply?.problem === null ? reply.items[0] : undefined
  const choices = !whole && reply ? reply.items : []
  return (
    <div className="grid gap-2 desk:col-span-2">
      <Field
        label={t.hs}
        hint={t.hsHint}
        wrong={unknown ?? wrong}
        maxLength={60}
        value={value}
        placeholder={placeholder}
        autoComplete="off"
        onChange={e => onChange(e.target.value)}
      />
      {found.error && text.length >= 2 ? <Problem error={found.error} retry={() => void found.refetch()} /> : null}
      {item && (
        <p role="status" className="text-meta">
          <b className="font-semibold">{said(item.chapter)}</b>
          {' · '}
          <span lang="en">{item.name}</span>
          {digits.length >= 8 && (
            <span className={reply?.listed ? 'block text-ink-2' : 'block text-warn'}>
              {reply?.listed ? t.listed(reply.listed.name) : t.notListed}
            </span>
          )}
        </p>
      )}
      {choices.length > 0 && (
        <ul aria-label={t.hsFound} className="m-0 max-h-64 list-none overflow-y-auto rounded-chip border border-line p-1">
          {choices.map(c => (
            <li key={c.hs}>
              <button
                type="button"
                className="grid w-full grid-cols-[5.5em_minmax(0,1fr)] gap-2 rounded-chip border-0 bg-transparent px-2 py-2 text-start hover:bg-sunk"
                onClick={() => onChange(c.hs)}
              >
                <span className="num font-semibold">{c.hs}</span>
                <span>
                  <span className="block text-caption text-ink-2">{said(c.chapter)}</span>
                  <span lang="en">{c.name}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      )}
      {reply && text.length >= 2 && !/^\d+$/.test(digits) && choices.length === 0 && (
        <p role="status" className="text-meta text-ink-2">
          {t.hsNone}
        </p>
      )}
    </div>
  )
}
