import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { useDeclarations } from '../../i18n/studio/declarations/index.ts'
import { Button, Field } from '../../ui/core/index.ts'
import { Modal, Problem, RowsLoading } from '../../ui/desk/index.ts'
import { useMyShop } from '../shop-choice.ts'
import type { Readable } from './Documents.tsx'
import type { Declaration } from './declaration-data.ts'
import { indented } from './indented.ts'

interface Props {
  readonly declaration: Declaration
  readonly code: Readable
  readonly onClose: () => void
}
const read = (order: string, code: Readable, query: { clear?: 'yes'; why?: string } = {}) =>
  ask(api.GET('/v1/declarations/{order}/documents/{code}', { params: { path: { order, code }, query } }))

/** One document as XML: masked, and in clear for owners who say why. What is in clear is kept nowhere: closing forgets it. */
export function DocumentView({ declaration: d, code, onClose }: Props) {
  const t = useDeclarations()
  const { role } = useMyShop()
  const masked = useQuery({ queryKey: ['declaration-document', d.order, code, d.updated], queryFn: () => read(d.order, code) })
  const clear = useMutation({ mutationFn: (why: string) => read(d.order, code, { clear: 'yes', why }), gcTime: 0 })
  const xml = clear.data?.xml ?? masked.data?.xml
  return (
    <Modal title={`${t.names[code]} ${code}`} text={clear.data ? t.clear : t.masked} wide onClose={onClose}>
      {!xml && (masked.error ? <Problem error={masked.error} retry={() => void masked.refetch()} /> : <RowsLoading rows={3} />)}
      {xml && (
        <div className="grid gap-3">
          <pre
            // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached without a pointer
            tabIndex={0}
            className="m-0 max-h-[46dvh] overflow-auto rounded-chip bg-sunk p-3 text-caption"
          >
            {indented(xml)}
          </pre>
          <div>
            <Button onClick={() => download(`${d.number}-${code}${clear.data ? '' : '-masked'}.xml`, xml)}>{t.download}</Button>
          </div>
          {role === 'owner' && !clear.data && <Reason busy={clear.isPending} error={clear.error} ask={clear.mutate} />}
        </div>
      )}
    </Modal>
  )
}

function Reason({ busy, error, ask: onAsk }: { busy: boolean; error: unknown; ask: (why: string) => void }) {
  const t = useDeclarations()
  const [why, setWhy] = useState('')
  const [tried, setTried] = useState(false)
  const submit = (e: FormEvent) => {
    e.preventDefault()
    setTried(true)
    if (why.trim()) onAsk(why.trim())
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-2 border-t border-line pt-3">
      <Field
        label={t.why}
        hint={t.whyHint}
        maxLength={200}
        value={why}
        wrong={tried && !why.trim() ? t.sayReason : null}
        onChange={e => setWhy(e.target.value)}
      />
      <p className="text-meta text-ink-2">{t.readClearText}</p>
      <Problem error={error} />
      <div>
        <Button type="submit" busy={busy}>
          {t.readClear}
        </Button>
      </div>
    </form>
  )
}

function download(name: string, xml: string): void {
  const href = URL.createObjectURL(new Blob([xml], { type: 'application/xml' }))
  const link = Object.assign(document.createElement('a'), { href, download: name })
  link.click()
  // The browser reads it after this turn.
  setTimeout(() => URL.revokeObjectURL(href), 10_000)
}
