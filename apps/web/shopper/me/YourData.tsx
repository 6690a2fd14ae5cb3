import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { Button, Field, Sheet, toast } from '../../ui/core/index.ts'

type Cursor = { cursor?: string }
const page = (cursor: Cursor) => ({ params: { query: { limit: 100, ...cursor } } })
/** Lists of mine, by the name that they have in the file; each is asked for page after page. */
const lists = {
  orders: (c: Cursor) => ask(api.GET('/v1/me/orders', page(c))),
  posts: (c: Cursor) => ask(api.GET('/v1/me/posts', page(c))),
  reviews: (c: Cursor) => ask(api.GET('/v1/me/reviews', page(c))),
  comments: (c: Cursor) => ask(api.GET('/v1/me/comments', page(c))),
  saves: (c: Cursor) => ask(api.GET('/v1/me/saves', page(c))),
  likes: (c: Cursor) => ask(api.GET('/v1/me/likes', page(c))),
  follows: (c: Cursor) => ask(api.GET('/v1/me/follows', page(c))),
  alerts: (c: Cursor) => ask(api.GET('/v1/me/alerts', page(c))),
  notices: (c: Cursor) => ask(api.GET('/v1/me/notices', page(c))),
}
/** Everything of mine that the API shows. */
async function everything() {
  const found: Record<string, unknown> = await ask(api.GET('/v1/me/export'))
  for (const [name, fetchPage] of Object.entries(lists)) found[name] = await allOf<unknown>(fetchPage)
  found.collections = (await ask(api.GET('/v1/me/collections'))).items
  found.noticeSettings = (await ask(api.GET('/v1/me/notice-settings'))).kinds
  found.cart = await ask(api.GET('/v1/cart'))
  found.taste = await ask(api.GET('/v1/me/taste'))
  return found
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
