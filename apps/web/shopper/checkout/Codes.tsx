import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { ApiError, isCode } from '../../client/error.ts'
import type { Checkout } from '../../client/types.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { usePaying } from '../../i18n/shopper/paying/index.ts'
import { X } from '../../ui/core/icons.tsx'
import { Button, Field, IconButton } from '../../ui/core/index.ts'

const most = 5
const keyOf = (typed: string): string => typed.normalize('NFKC').trim().toUpperCase()

/** Codes that count, and one more. A code that does not count says why, and what was typed stays. */
export function Codes({ checkout }: { checkout: Checkout }) {
  const t = usePaying()
  const client = useQueryClient()
  const [typed, setTyped] = useState('')
  const [done, setDone] = useState('')
  const set = useMutation({
    mutationFn: (codes: readonly string[]) =>
      ask(api.PATCH('/v1/checkouts/{id}', { params: { path: { id: checkout.id } }, body: { codes: [...codes] } })),
    onSuccess: next => client.setQueryData(['checkout', next.id], next),
  })
  const apply = (event: FormEvent) => {
    event.preventDefault()
    const code = keyOf(typed)
    if (code === '' || checkout.codes.includes(code)) return
    set.mutate([...checkout.codes, code], {
      onSuccess: () => {
        setTyped('')
        setDone(t.codeTaken(code))
      },
    })
  }
  const takeOff = (code: string) =>
    set.mutate(
      checkout.codes.filter(c => c !== code),
      { onSuccess: () => setDone(t.codeGone(code)) },
    )
  const full = checkout.codes.length >= most
  return (
    <div className="grid gap-2">
      {checkout.codes.map(code => (
        <p key={code} className="num flex min-h-11 items-center gap-2 rounded-button bg-sunk ps-4">
          <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{t.codeOn(code)}</span>
          <IconButton label={t.takeOff(code)} disabled={set.isPending} onClick={() => takeOff(code)}>
            <X size={18} />
          </IconButton>
        </p>
      ))}
      {!full && (
        <form onSubmit={apply} className="flex items-start gap-2">
          <Field
            label={t.code}
            className="min-w-0 flex-1"
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            maxLength={40}
            value={typed}
            wrong={set.error ? refusal(t, set.error) : null}
            onChange={event => {
              setTyped(event.target.value)
              if (set.error) set.reset()
            }}
          />
          <Button type="submit" size="big" className="code-apply" busy={set.isPending} disabled={keyOf(typed) === ''}>
            {t.apply}
          </Button>
        </form>
      )}
      {full && <p className="text-meta text-ink-2">{t.mostCodes}</p>}
      <p role="status" className="sr-only">
        {done}
      </p>
    </div>
  )
}

/** The server's reason in words. */
function refusal(t: ReturnType<typeof usePaying>, error: unknown): string {
  const reasons: Readonly<Record<string, string>> = t.refusals
  const reason = isCode(error, 'code_refused') && error instanceof ApiError ? String(error.details.reason) : ''
  return reasons[reason] ?? errorText(error)
}
