import { useMutation } from '@tanstack/react-query'
import { type DragEvent, useEffect, useId, useState } from 'react'
import { ApiError } from '../../../client/error.ts'
import { percent } from '../../../i18n/format.ts'
import { useT } from '../../../i18n/studio/index.ts'
import { Plus } from '../../../ui/core/icons.tsx'
import { LeaveGuard, Panel, useGo } from '../../../ui/desk/index.ts'
import { useMyShop } from '../../shop-choice.ts'
import { errorText, fileBytes, sendCatalogue } from './import-data.ts'

/** A chosen or dropped file is sent at once; the preview opens by itself. */
export function FileForm({ language }: { language: string }) {
  const t = useT()
  const id = useId()
  const go = useGo()
  const { shop } = useMyShop()
  const [share, setShare] = useState(0)
  const [over, setOver] = useState(false)
  const send = useMutation({
    mutationFn: (file: File) => {
      setShare(0)
      if (file.size > fileBytes) throw new ApiError('file_too_large', 413)
      return sendCatalogue(shop, file, language, setShare)
    },
  })
  const run = send.data?.id
  // Only when the guard against leaving has been taken away.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each run
  useEffect(() => {
    if (run) void go({ to: '/products/import/$run', params: { run } })
  }, [run])
  const take = (files: FileList | null) => {
    const file = files?.[0]
    if (file && !send.isPending) send.mutate(file)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    take(event.dataTransfer.files)
  }
  return (
    <Panel title={t.imports.file}>
      <label
        htmlFor={id}
        onDragOver={e => {
          e.preventDefault()
          setOver(true)
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
        className={`grid min-h-[132px] cursor-pointer place-content-center justify-items-center gap-1 rounded-thumb border border-dashed p-4 text-center focus-within:outline-2 focus-within:outline-focus hover:bg-sunk ${over ? 'border-ink bg-sunk' : 'border-line-strong'}`}
      >
        <Plus size={20} />
        <span className="font-semibold">{send.isPending ? t.imports.uploading(percent(share)) : t.imports.choose}</span>
        <span className="text-meta text-ink-2">{t.imports.drop}</span>
        <input
          id={id}
          type="file"
          accept=".csv,.tsv,.txt,.xml,text/csv,text/tab-separated-values,application/xml,text/xml"
          className="sr-only"
          disabled={send.isPending}
          onChange={e => {
            take(e.target.files)
            e.target.value = ''
          }}
        />
      </label>
      {send.isPending && (
        <progress className="desk-progress mt-3" value={share} aria-label={t.imports.uploading(percent(share))} />
      )}
      {send.error && (
        <p role="alert" className="mt-2 text-danger">
          {errorText(send.error)}
        </p>
      )}
      <LeaveGuard when={send.isPending} />
    </Panel>
  )
}
