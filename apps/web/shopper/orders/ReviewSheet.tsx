import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { api, ask } from '../../client/api.ts'
import { ApiError } from '../../client/error.ts'
import type { Order } from '../../client/types.ts'
import { percent } from '../../i18n/format.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { Plus, X } from '../../ui/core/icons.tsx'
import { Button, IconButton, Sheet, TextArea, toast } from '../../ui/core/index.ts'
import { dropUpload, startUpload, useUploads } from '../upload/uploads.ts'
import { forgetText, keepText, keptText } from './review-draft.ts'
import { StarPicker } from './StarPicker.tsx'

export function ReviewSheet({ line, onClose }: { line: Order['lines'][number]; onClose: () => void }) {
  const t = useMore().review
  const client = useQueryClient()
  const [stars, setStars] = useState(0)
  const [text, setText] = useState(() => keptText(line.id))
  const [files, setFiles] = useState<readonly string[]>([])
  const [wrong, setWrong] = useState<string | null>(null)
  const uploads = useUploads(useShallow(s => files.flatMap(id => s[id] ?? [])))
  const done = uploads.every(u => u.state === 'sent' && u.media)
  const send = useMutation({
    mutationFn: () => {
      const video = uploads.find(u => u.kind === 'video')?.media
      const pictures = uploads.filter(u => u.kind === 'picture').flatMap(u => u.media ?? [])
      return ask(
        api.POST('/v1/reviews', {
          body: { line: line.id, stars, text: text.trim(), ...(pictures.length > 0 && { pictures }), ...(video && { video }) },
        }),
      )
    },
    onSuccess: () => {
      forgetText(line.id)
      for (const id of files) void dropUpload(id)
      void client.invalidateQueries({ queryKey: ['asks'] })
      void client.invalidateQueries({ queryKey: ['reviews', line.product] })
      void client.invalidateQueries({ queryKey: ['rating', line.product] })
      toast(t.sent)
      onClose()
    },
  })
  const publish = () => {
    if (stars === 0) return setWrong(t.missingStars)
    setWrong(null)
    send.mutate()
  }
  const close = () => {
    for (const id of files) void dropUpload(id)
    onClose()
  }
  return (
    <Sheet
      title={t.title}
      onClose={close}
      foot={
        <div className="grid flex-1 gap-2">
          {!done && <p className="text-meta text-ink-2">{t.waiting}</p>}
          <Button kind="act" size="big" busy={send.isPending} disabled={!done} onClick={publish}>
            {t.send}
          </Button>
        </div>
      }
    >
      <div className="grid gap-5 pb-2">
        <StarPicker value={stars} onChange={setStars} wrong={wrong} />
        <TextArea
          label={t.text}
          hint={t.textHint}
          rows={6}
          value={text}
          maxLength={4000}
          onChange={event => {
            setText(event.target.value)
            keepText(line.id, event.target.value)
          }}
          wrong={send.error ? errorText(send.error) : null}
        />
        <Media files={files} onChange={setFiles} />
      </div>
    </Sheet>
  )
}

function Media({ files, onChange }: { files: readonly string[]; onChange: (files: readonly string[]) => void }) {
  const m = useMore()
  const t = m.review
  const id = useId()
  const all = useUploads()
  const uploads = files.flatMap(f => all[f] ?? [])
  const add = (picked: readonly File[]) => {
    const pictures = uploads.filter(u => u.kind === 'picture').length
    const hasVideo = uploads.some(u => u.kind === 'video')
    const videos = hasVideo ? [] : picked.filter(f => !f.type.startsWith('image/')).slice(0, 1)
    const images = picked.filter(f => f.type.startsWith('image/')).slice(0, 6 - pictures)
    onChange([...files, ...[...videos, ...images].map(startUpload)])
  }
  const remove = (file: string) => {
    onChange(files.filter(f => f !== file))
    void dropUpload(file)
  }
  return (
    <section className="grid gap-2">
      <h3 className="font-medium">{t.media}</h3>
      <p className="text-meta text-ink-2">{t.mediaHint}</p>
      <div className="flex flex-wrap gap-2">
        {uploads.map((u, i) => (
          <div key={u.id} className="relative w-24">
            {u.kind === 'picture' ? (
              <img src={u.preview ?? undefined} alt={u.name} className="size-24 rounded-thumb object-cover" />
            ) : (
              <video
                src={u.preview ?? undefined}
                muted
                playsInline
                aria-label={u.name}
                className="size-24 rounded-thumb bg-sunk object-cover"
              />
            )}
            <IconButton
              label={m.compose.remove(i + 1)}
              className="absolute -end-1 -top-1 bg-[oklch(.12_.02_258/.6)] text-white"
              onClick={() => remove(u.id)}
            >
              <X size={16} />
            </IconButton>
            <p className={u.error ? 'text-caption text-danger' : 'num text-caption text-ink-2'}>
              {u.error
                ? errorText(new ApiError(u.error, 0))
                : u.state === 'sent'
                  ? m.compose.uploaded
                  : percent(u.sent / Math.max(1, u.bytes))}
            </p>
          </div>
        ))}
        <label
          htmlFor={id}
          className="grid size-24 cursor-pointer place-items-center rounded-thumb text-ink-2 shadow-[inset_0_0_0_1px_var(--line-strong)] has-[:focus-visible]:outline-2 has-[:focus-visible]:outline-focus"
        >
          <Plus />
          <input
            id={id}
            type="file"
            className="sr-only"
            aria-label={t.media}
            multiple
            accept="image/*,video/*"
            onChange={event => {
              add([...(event.target.files ?? [])])
              event.target.value = ''
            }}
          />
        </label>
      </div>
    </section>
  )
}
