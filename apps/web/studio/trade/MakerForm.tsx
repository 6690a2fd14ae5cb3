import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { isCode } from '../../client/error.ts'
import { queryClient } from '../../client/query.ts'
import type { Product, Texts } from '../../client/types.ts'
import { useT } from '../../i18n/studio/index.ts'
import { useTrade } from '../../i18n/studio/trade/index.ts'
import { Button, Field, TextArea, toast } from '../../ui/core/index.ts'
import { LeaveGuard, Panel, Problem, TextsField, useToFault } from '../../ui/desk/index.ts'
import { PictureFiles } from './PictureFiles.tsx'
import { productReadyKey } from './ReadyPanel.tsx'

interface Draft {
  readonly text: Texts
  readonly place: Texts
  readonly pictures: readonly string[]
  readonly name: string
  readonly address: string
  readonly email: string
}
const draftOf = (p: Product): Draft => ({
  text: p.maker?.text ?? {},
  place: p.maker?.place ?? {},
  pictures: (p.maker?.pictures ?? []).map(x => x.id),
  name: p.responsible?.name ?? '',
  address: p.responsible?.address ?? '',
  email: p.responsible?.email ?? '',
})
const filled = (texts: Texts): Texts => Object.fromEntries(Object.entries(texts).filter(([, v]) => v?.trim()))
const bodyOf = (d: Draft) => {
  const maker = { text: filled(d.text), place: filled(d.place), pictures: [...d.pictures] }
  const said = Object.keys(maker.text).length + Object.keys(maker.place).length + maker.pictures.length > 0
  const [name, address, email] = [d.name.trim(), d.address.trim(), d.email.trim()]
  return { maker: said ? maker : null, responsible: name ? { name, address, email } : null }
}

/** All three or none of them, and a mail that could be one. */
function responsibleFault(d: Draft): 'part' | 'email' | null {
  const given = [d.name, d.address, d.email].filter(x => x.trim()).length
  if (given === 1 || given === 2) return 'part'
  return given === 3 && !/^\S+@\S+\.\S+$/.test(d.email.trim()) ? 'email' : null
}

/** Who made it, and who answers for it in the EU: both stand on the product page. */
export function MakerForm({ product }: { product: Product }) {
  const t = useTrade()
  const studio = useT()
  const before = draftOf(product)
  const [typed, setTyped] = useState<Partial<Draft>>({})
  const draft: Draft = { ...before, ...typed }
  const [tries, setTries] = useState(0)
  const [busy, setBusy] = useState(0)
  const form = useToFault<HTMLFormElement>(tries)
  const change = (part: Partial<Draft>) => setTyped(d => ({ ...d, ...part }))
  const changed = JSON.stringify(bodyOf(draft)) !== JSON.stringify(bodyOf(before))
  const save = useMutation({
    mutationFn: () =>
      ask(
        api.PATCH('/v1/products/{id}', {
          params: { path: { id: product.id } },
          body: { version: product.version, ...bodyOf(draft) },
        }),
      ),
    onSuccess: next => {
      queryClient.setQueryData(['product', product.id], next)
      setTyped({})
      setTries(0)
      toast(t.saved)
      void queryClient.invalidateQueries({ queryKey: productReadyKey(product.id) })
    },
    // The newest version is taken over; what was typed is kept and goes on top of it.
    onError: error => {
      if (isCode(error, 'version_conflict')) void queryClient.invalidateQueries({ queryKey: ['product', product.id] })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTries(n => n + 1)
    if (responsibleFault(draft) === null && busy === 0) save.mutate()
  }
  return (
    <Panel title={t.maker.title}>
      <form ref={form} onSubmit={submit} className="grid gap-5" noValidate>
        <p className="text-ink-2">{t.maker.note}</p>
        <TextsField label={t.maker.place} maxLength={120} value={draft.place} onChange={place => change({ place })} />
        <TextsField label={t.maker.text} long maxLength={4000} value={draft.text} onChange={text => change({ text })} />
        <div className="grid gap-2">
          <span className="font-semibold">{t.maker.pictures}</span>
          <PictureFiles
            label={t.maker.pictures}
            add={studio.product.addPictures}
            remove={studio.product.removePicture}
            ids={draft.pictures}
            most={6}
            onChange={next => setTyped(d => ({ ...d, pictures: next(d.pictures ?? before.pictures) }))}
            onBusy={b => setBusy(n => n + (b ? 1 : -1))}
          />
        </div>
        <Responsible draft={draft} change={change} tried={tries > 0} />
        {isCode(save.error, 'version_conflict') ? (
          <p role="alert" className="text-danger">
            {t.maker.conflict}
          </p>
        ) : (
          <Problem error={save.error} />
        )}
        {changed && (
          <div>
            <Button type="submit" kind="act" busy={save.isPending} disabled={busy > 0}>
              {t.save}
            </Button>
          </div>
        )}
        <LeaveGuard when={changed || busy > 0} />
      </form>
    </Panel>
  )
}

interface ResponsibleProps {
  readonly draft: Draft
  readonly change: (part: Partial<Draft>) => void
  readonly tried: boolean
}
function Responsible({ draft, change, tried }: ResponsibleProps) {
  const t = useTrade()
  const fault = tried ? responsibleFault(draft) : null
  const wrong = (value: string) => (fault === 'part' && !value.trim() ? t.maker.allThree : null)
  return (
    <fieldset className="m-0 grid gap-3 border-0 p-0">
      <legend className="font-semibold">{t.maker.responsible}</legend>
      <p className="text-meta text-ink-2">{t.maker.responsibleNote}</p>
      <div className="grid items-start gap-3 desk:grid-cols-2">
        <Field
          label={t.maker.name}
          maxLength={200}
          value={draft.name}
          wrong={wrong(draft.name)}
          onChange={e => change({ name: e.target.value })}
        />
        <Field
          label={t.maker.email}
          type="email"
          maxLength={254}
          value={draft.email}
          wrong={wrong(draft.email) ?? (fault === 'email' ? t.maker.wrongEmail : null)}
          onChange={e => change({ email: e.target.value })}
        />
      </div>
      <TextArea
        label={t.maker.address}
        maxLength={400}
        value={draft.address}
        wrong={wrong(draft.address)}
        onChange={e => change({ address: e.target.value })}
      />
    </fieldset>
  )
}
