import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { api, ask, type Reply } from '../../client/api.ts'
import { isCode } from '../../client/error.ts'
import { queryClient } from '../../client/query.ts'
import { refusal } from '../../i18n/desk/index.ts'
import { useDeclarations } from '../../i18n/studio/declarations/index.ts'
import { Button } from '../../ui/core/index.ts'
import { Modal } from '../../ui/desk/index.ts'
import { useMyShop } from '../shop-choice.ts'

type Heard = Reply<'POST /v1/shops/{shop}/customs-receipts'>['items']
interface Told {
  readonly file: string
  readonly items: Heard
  readonly error: unknown
}

/** Receipts that came to the agent by another way. Each file stands by itself: one that is refused stops no other. */
export function ReceiptsForm({ onClose }: { onClose: () => void }) {
  const t = useDeclarations()
  const { shop } = useMyShop()
  const picker = useRef<HTMLInputElement>(null)
  const [told, setTold] = useState<readonly Told[]>([])
  const upload = useMutation({
    mutationFn: async (files: readonly File[]) => {
      for (const file of files) {
        const heard = await one(shop, file)
        setTold(all => [...all, heard])
      }
    },
    onSettled: () => {
      for (const key of ['declaration', 'declarations', 'declaration-counts'])
        void queryClient.invalidateQueries({ queryKey: [key] })
    },
  })
  return (
    <Modal title={t.receiptsTitle} text={t.receiptsText} onClose={onClose}>
      <input
        ref={picker}
        type="file"
        accept=".xml,text/xml,application/xml"
        multiple
        hidden
        onChange={e => {
          upload.mutate([...(e.target.files ?? [])])
          e.target.value = ''
        }}
      />
      <Button busy={upload.isPending} onClick={() => picker.current?.click()}>
        {t.chooseFiles}
      </Button>
      <ul className="m-0 mt-3 grid list-none gap-2 p-0" aria-live="polite">
        {told.map((x, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: files are only ever added, and one name can come twice
          <li key={i} className="border-t border-line pt-2">
            <b className="font-semibold [overflow-wrap:anywhere]">{x.file}</b>
            <Outcome told={x} />
          </li>
        ))}
      </ul>
    </Modal>
  )
}

async function one(shop: string, file: File): Promise<Told> {
  try {
    const xml = await file.text()
    const { items } = await ask(api.POST('/v1/shops/{shop}/customs-receipts', { params: { path: { shop } }, body: { xml } }))
    return { file: file.name, items, error: null }
  } catch (error) {
    return { file: file.name, items: [], error }
  }
}

function Outcome({ told }: { told: Told }) {
  const t = useDeclarations()
  const words: Readonly<Record<string, string>> = t.outcomes
  const names: Readonly<Record<string, string>> = t.names
  if (told.error) return <p className="text-danger">{isCode(told.error, 'invalid_request') ? t.notXml : refusal(told.error)}</p>
  if (told.items.length === 0) return <p className="text-ink-2">{t.outcomes.none}</p>
  return told.items.map((item, i) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the answers of one file never change
    <p key={i} className="text-ink-2">
      {t.receiptOf(names[item.code] ?? String(item.code), item.status)}: {words[item.outcome] ?? item.outcome}
    </p>
  ))
}
