import { useMutation } from '@tanstack/react-query'
import { useId, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { useDesk } from '../../i18n/desk/index.ts'
import { percent } from '../../i18n/format.ts'
import { useT } from '../../i18n/studio/index.ts'
import { cx, toast } from '../../ui/core/index.ts'
import { Panel, Problem } from '../../ui/desk/index.ts'
import { uploadPicture } from '../products/upload.ts'
import { keepShop, type Shop } from './keep-shop.ts'

/** The picture beside the shop's name and the wide one above its page; a chosen file is in force at once. */
export function ShopPictures({ shop }: { shop: Shop }) {
  const t = useT()
  return (
    <Panel title={t.product.pictures}>
      <div className="grid gap-4 desk:grid-cols-[128px_minmax(0,1fr)]">
        <Choice shop={shop} part="picture" label={t.settings.picture} className="size-32 rounded-full" />
        <Choice shop={shop} part="cover" label={t.settings.cover} className="h-32 w-full rounded-thumb" />
      </div>
    </Panel>
  )
}

interface ChoiceProps {
  readonly shop: Shop
  readonly part: 'picture' | 'cover'
  readonly label: string
  readonly className: string
}
function Choice({ shop, part, label, className }: ChoiceProps) {
  const t = useT()
  const d = useDesk()
  const id = useId()
  const [share, setShare] = useState(0)
  const send = useMutation({
    mutationFn: async (file: File) => {
      setShare(0)
      const { id: media } = await uploadPicture(file, setShare)
      return ask(api.PATCH('/v1/shops/{slug}', { params: { path: { slug: shop.slug } }, body: { [part]: media } }))
    },
    onSuccess: async next => {
      await keepShop(next)
      toast(d.saved)
    },
  })
  const now = shop[part]
  return (
    <div className="grid content-start gap-2">
      {now ? (
        <img src={now} alt="" className={cx('bg-sunk object-cover', className)} />
      ) : (
        <span className={cx('bg-sunk', className)} />
      )}
      <label
        htmlFor={id}
        className="w-fit cursor-pointer text-meta text-link underline underline-offset-4 focus-within:outline-2 focus-within:outline-focus"
      >
        {label}
        <input
          id={id}
          type="file"
          accept="image/*"
          className="sr-only"
          disabled={send.isPending}
          onChange={e => {
            const file = e.target.files?.[0]
            e.target.value = ''
            if (file) send.mutate(file)
          }}
        />
      </label>
      {send.isPending && (
        <p className="text-caption text-ink-2" role="status">
          {share >= 1 ? t.product.processing : t.product.uploading(percent(share))}
        </p>
      )}
      <Problem error={send.error} />
    </div>
  )
}
