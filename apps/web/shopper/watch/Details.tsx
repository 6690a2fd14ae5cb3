import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import type { Slide } from '../../client/types.ts'
import { langTag } from '../../i18n/core.ts'
import { useT } from '../../i18n/shopper/index.ts'
import { Ellipsis } from '../../ui/core/icons.tsx'
import { Avatar, Badge, IconButton } from '../../ui/core/index.ts'
import { follow, follows, useMarks } from '../marks.ts'
import { useSheet } from '../sheets/sheet.ts'
import { Actions } from './Actions.tsx'
import { Caption } from './Caption.tsx'
import { CardRow } from './CardRow.tsx'
import { cardAfterMs } from './view-log.ts'

/** Who, what, the product and the four actions: under the thumb on the phone, beside the stage on the desktop. */
export function Details({ slide, active }: { slide: Slide; active: boolean }) {
  const card = useCardIn(active && slide.products.length > 0)
  return (
    <div className="details" data-card={slide.products.length === 0 ? undefined : card ? 'in' : 'wait'}>
      <div className="above">
        <Author slide={slide} />
        <Caption text={slide.caption} lang={langTag(slide.language)} />
      </div>
      {slide.products.length > 0 && <CardRow slide={slide} active={active} />}
      <Actions slide={slide} />
    </div>
  )
}

/** The product comes in at second 1.5: first the picture, then the goods. */
function useCardIn(active: boolean): boolean {
  const [shown, setShown] = useState(false)
  useEffect(() => {
    if (!active) return setShown(false)
    const timer = setTimeout(() => setShown(true), cardAfterMs)
    return () => clearTimeout(timer)
  }, [active])
  return shown
}

function Author({ slide }: { slide: Slide }) {
  const t = useT().watch
  const sheet = useSheet()
  const on = useMarks(s => follows(s, slide))
  const { author, disclosure } = slide
  const label = { paid: t.paid, own_product: t.ownProduct, gift: t.gift, none: '' }[disclosure]
  const why = { paid: t.paidWhy, own_product: t.ownWhy, gift: t.giftWhy, none: '' }[disclosure]
  return (
    <div className="grid gap-2">
      {(label || slide.boughtIt) && (
        <div className="flex flex-wrap gap-2">
          {label && (
            <span title={why} className="disclosure">
              {label}
            </span>
          )}
          {slide.boughtIt && <Badge tone="video">✓ {t.boughtIt}</Badge>}
        </div>
      )}
      <div className="flex items-center gap-[10px]">
        <Link to="/u/$handle" params={{ handle: author.handle }} className="flex min-w-0 items-center gap-[10px]">
          <Avatar name={author.name} src={author.picture} />
          <b className="truncate text-[16px] font-semibold">{author.name}</b>
        </Link>
        {!slide.mine.author && (
          <button type="button" className="follow" aria-pressed={on} onClick={() => follow(slide, !on)}>
            {on ? t.followed : t.follow}
          </button>
        )}
        <IconButton label={t.menu} className="-me-2 ms-auto" onClick={() => sheet.open({ kind: 'menu', post: slide.id })}>
          <Ellipsis />
        </IconButton>
      </div>
    </div>
  )
}
