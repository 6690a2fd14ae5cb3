import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { api, ask } from '../../client/api.ts'
import type { Order } from '../../client/types.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { useMore } from '../../i18n/shopper/more/index.ts'
import { Button, Sheet, TextArea, toast } from '../../ui/core/index.ts'
import { UploadTiles } from '../upload/UploadTiles.tsx'
import { dropUpload, useUploads } from '../upload/uploads.ts'
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
        <UploadTiles title={t.media} hint={t.mediaHint} files={files} onChange={setFiles} video />
      </div>
    </Sheet>
  )
}
