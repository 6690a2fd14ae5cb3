import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { Button, Field, Sheet, toast } from '../../ui/core/index.ts'

/** Everything of mine that the API shows, page after page. */
async function everything() {
  const account = await ask(api.GET('/v1/me/export'))
  const orders = await allOf(cursor => ask(api.GET('/v1/me/orders', { params: { query: { limit: 100, ...cursor } } })))
  const posts = await allOf(cursor => ask(api.GET('/v1/me/posts', { params: { query: { limit: 100, ...cursor } } })))
  const saves = await allOf(cursor => ask(api.GET('/v1/me/saves', { params: { query: { limit: 100, ...cursor } } })))
  return { ...account, orders, posts, saves }
}
async function allOf<T>(fetchPage: (cursor: { cursor?: string }) => Promise<{ items: T[]; next: string | null }>): Promise<T[]> {
  const items: T[] = []
  let cursor: { cursor?: string } = {}
  for (;;) {
    const page = await fetchPage(cursor)
    items.push(...page.items)
    if (!page.next) return items
    cursor = { cursor: page.next }
  }
}

export function YourData() {
  const t = useMore().me
  const [open, setOpen] = useState(false)
  const download = useMutation({
    mutationFn: everything,
    onSuccess: data => {
      const url = URL.createObjectURL(new Blob([JSON.stringify(data, null, 1)], { type: 'application/json' }))
      const link = document.createElement('a')
      link.href = url
      link.download = `enishi-${new Date().toISOString().slice(0, 10)}.json`
      link.click()
      setTimeout(() => URL.revokeObjectURL(url), 10_000)
    },
    onError: error => toast(errorText(error)),
  })
  return (
    <div className="grid gap-3">
      <p className="text-meta text-ink-2">{t.exportHint}</p>
      <div className="flex flex-wrap gap-2">
        <Button busy={download.isPending} onClick={() => download.mutate()}>
          {t.export}
        </Button>
        <Button kind="danger" onClick={() => setOpen(true)}>
          {t.deleteAccount}
        </Button>
      </div>
      {open && <DeleteSheet onClose={() => setOpen(false)} />}
    </div>
  )
}

function DeleteSheet({ onClose }: { onClose: () => void }) {
  const t = useMore().me
  const [password, setPassword] = useState('')
  const remove = useMutation({
    mutationFn: () => ask(api.DELETE('/v1/me', { body: { password } })),
    onSuccess: () => location.assign('/'),
  })
  return (
    <Sheet
      title={t.deleteTitle}
      small
      onClose={onClose}
      foot={
        <Button
          kind="danger"
          size="big"
          className="flex-1"
          disabled={!password}
          busy={remove.isPending}
          onClick={() => remove.mutate()}
        >
          {t.deleteDo}
        </Button>
      }
    >
      <p className="mb-4 text-ink-2">{t.deleteText}</p>
      <Field
        label={t.deletePassword}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={event => setPassword(event.target.value)}
        wrong={remove.error ? errorText(remove.error) : null}
      />
    </Sheet>
  )
}
