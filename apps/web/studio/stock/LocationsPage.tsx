import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { number } from '../../i18n/format.ts'
import { useStock } from '../../i18n/studio/stock/index.ts'
import { ChevronUp } from '../../ui/core/icons.tsx'
import { Button, Field, IconButton, toast } from '../../ui/core/index.ts'
import { PageHead, Panel, Problem, RowsLoading, State } from '../../ui/desk/index.ts'
import { useMyShop } from '../shop-choice.ts'
import { type Location, stockChanged } from './stock-data.ts'

/** Where the shop keeps stock, in the order in which orders are filled. */
export function LocationsPage() {
  const m = useStock()
  const { shop } = useMyShop()
  const locations = useQuery({
    queryKey: ['locations', shop],
    queryFn: () => ask(api.GET('/v1/shops/{shop}/locations', { params: { path: { shop } } })),
  })
  const items = locations.data?.items ?? []
  return (
    <div className="mx-auto grid max-w-[880px] gap-4">
      <PageHead title={m.locations} note={m.locationsNote} />
      {locations.isPending && <RowsLoading rows={3} />}
      {!locations.data && <Problem error={locations.error} retry={() => void locations.refetch()} />}
      {locations.data && (
        <Panel>
          <ol className="m-0 list-none divide-y divide-line p-0">
            {items.map((l, i) => (
              <Row key={`${l.id} ${l.name}`} location={l} before={items.slice(0, i)} after={items.slice(i + 1)} />
            ))}
          </ol>
          <p className="mt-2 text-caption text-ink-2">{m.offHint}</p>
          <Add shop={shop} />
        </Panel>
      )}
    </div>
  )
}

const done = async (said: string) => {
  await stockChanged()
  toast(said)
}

function Row({ location: l, before, after }: { location: Location; before: readonly Location[]; after: readonly Location[] }) {
  const m = useStock()
  const { shop } = useMyShop()
  const [typed, setTyped] = useState(l.name)
  const name = l.name || m.main
  const change = useMutation({
    mutationFn: (body: { name?: string; active?: boolean }) =>
      ask(api.PATCH('/v1/locations/{id}', { params: { path: { id: l.id } }, body })),
    onSuccess: () => done(m.saved),
  })
  const up = useMutation({
    mutationFn: () => {
      const order = [...before.slice(0, -1), l, ...before.slice(-1), ...after].map(x => x.id)
      return ask(api.PUT('/v1/shops/{shop}/locations/order', { params: { path: { shop } }, body: { locations: order } }))
    },
    onSuccess: () => done(m.saved),
  })
  return (
    <li className="grid gap-2 py-3">
      <form
        className="flex flex-wrap items-end gap-2"
        onSubmit={e => {
          e.preventDefault()
          if (typed.trim() && typed !== l.name) change.mutate({ name: typed.trim() })
        }}
      >
        <Field
          label={m.name}
          aria-label={m.rename(name)}
          className="min-w-[160px] flex-1"
          maxLength={60}
          value={typed}
          placeholder={m.main}
          onChange={e => setTyped(e.target.value)}
        />
        {typed.trim() && typed !== l.name && (
          <Button type="submit" kind="act" busy={change.isPending}>
            {m.change}
          </Button>
        )}
        {before.length > 0 && (
          <IconButton label={m.up(name)} disabled={up.isPending} onClick={() => up.mutate()}>
            <ChevronUp />
          </IconButton>
        )}
      </form>
      <OnOff location={l} others={[...before, ...after]} busy={change.isPending} set={active => change.mutate({ active })} />
      <Problem error={change.error ?? up.error} />
    </li>
  )
}

interface OnOffProps {
  readonly location: Location
  readonly others: readonly Location[]
  readonly busy: boolean
  readonly set: (active: boolean) => void
}
function OnOff({ location: l, others, busy, set }: OnOffProps) {
  const m = useStock()
  return (
    <div className="flex flex-wrap items-center gap-3">
      <span className="num flex-1 text-ink-2">{m.pieces(number(l.pieces))}</span>
      {!l.active && <State tone="quiet">{m.off}</State>}
      {l.active && others.length > 0 && (
        <Button kind="quiet" disabled={l.pieces > 0 || !others.some(x => x.active)} busy={busy} onClick={() => set(false)}>
          {m.switchOff}
        </Button>
      )}
      {!l.active && (
        <Button kind="quiet" busy={busy} onClick={() => set(true)}>
          {m.switchOn}
        </Button>
      )}
    </div>
  )
}

function Add({ shop }: { shop: string }) {
  const m = useStock()
  const [name, setName] = useState('')
  const add = useMutation({
    mutationFn: (next: string) =>
      ask(api.POST('/v1/shops/{shop}/locations', { params: { path: { shop } }, body: { name: next } })),
    onSuccess: async () => {
      setName('')
      await done(m.saved)
    },
  })
  const submit = (e: FormEvent) => {
    e.preventDefault()
    if (name.trim()) add.mutate(name.trim())
  }
  return (
    <form onSubmit={submit} className="mt-4 flex flex-wrap items-end gap-2 border-t border-line pt-4">
      <Field label={m.add} className="min-w-[160px] flex-1" maxLength={60} value={name} onChange={e => setName(e.target.value)} />
      <Button type="submit" kind="act" disabled={!name.trim()} busy={add.isPending}>
        {m.add}
      </Button>
      <Problem error={add.error} />
    </form>
  )
}
