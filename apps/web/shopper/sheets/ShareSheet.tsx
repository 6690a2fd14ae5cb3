import { useQuery } from '@tanstack/react-query'
import { errorText, useShared } from '../../i18n/shared/index.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { Link, Send } from '../../ui/core/icons.tsx'
import { Button, Sheet, toast } from '../../ui/core/index.ts'
import { useSlide } from '../use-slide.ts'
import { absolute, copy, makeShare } from './share-link.ts'
import type { PostSheetProps } from './sheet.ts'

export default function ShareSheet({ sheet, onClose }: PostSheetProps) {
  const t = useT().share
  const shared = useShared()
  const { data: slide } = useSlide(sheet.post)
  // One link an opening of the sheet.
  const made = useQuery({
    queryKey: ['share', sheet.post],
    queryFn: () => makeShare({ kind: 'post', id: sheet.post }, slide),
    enabled: slide !== undefined,
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
  const url = made.data ? absolute(made.data.url) : ''
  const onCopy = async () => {
    toast((await copy(url)) ? shared.copied : url)
    onClose()
  }
  return (
    <Sheet title={t.title} onClose={onClose} small>
      <p className="mb-3 text-ink-2">{t.text}</p>
      {made.error ? (
        <p role="alert" className="mb-3 text-danger">
          {errorText(made.error)}
        </p>
      ) : (
        <output className="mb-4 block truncate rounded-button bg-sunk px-4 py-3 text-ink-2">{url || t.making}</output>
      )}
      <div className="grid gap-3 pb-2">
        <Button size="big" disabled={!url} onClick={() => void onCopy()}>
          <Link size={20} />
          {t.copy}
        </Button>
        {'share' in navigator && (
          <Button
            size="big"
            disabled={!url}
            onClick={() => void navigator.share({ url, text: slide?.caption ?? '' }).then(onClose, () => undefined)}
          >
            <Send size={20} />
            {t.send}
          </Button>
        )}
      </div>
    </Sheet>
  )
}
