import { type CSSProperties, useEffect, useState } from 'react'
import type { Slide } from '../../client/types.ts'
import { langTag } from '../../i18n/core.ts'
import { said, textIn } from '../../i18n/format.ts'
import { Money } from '../../ui/core/index.ts'
import { useBuyCard } from './buy-card.ts'
import { pool } from './player-pool.ts'

type Pin = Slide['products'][number] & { readonly x: number; readonly y: number }
const isPin = (p: Slide['products'][number]): p is Pin => p.x !== undefined && p.y !== undefined

/** Products that are pinned to the picture, each in its time and at its place, however the picture is cut to the screen. */
export function Pins({ slide, cover }: { slide: Slide; cover: boolean }) {
  const buy = useBuyCard(slide)
  const pins = slide.products.filter(isPin)
  const shown = useShown(pins)
  if (shown.length === 0 || !slide.video) return null
  const ratio = slide.video.width / slide.video.height
  return (
    <div className="pins" data-cover={cover ? '' : undefined} style={{ '--r': ratio } as CSSProperties}>
      <div>
        {shown.map(({ card, x, y }) => {
          const name = textIn(card.name)
          return (
            <button
              key={card.id}
              type="button"
              className="pin"
              data-side={x > 0.5 ? 'left' : undefined}
              style={{ '--x': x, '--y': y } as CSSProperties}
              aria-label={said(card.name)}
              onClick={() => buy(card)}
            >
              <i />
              <span>
                <b lang={langTag(name.lang)}>{name.text}</b>
                {card.price && <Money of={card.price} />}
              </span>
            </button>
          )
        })}
      </div>
    </div>
  )
}

/** Those whose time it is. */
function useShown(pins: readonly Pin[]): readonly Pin[] {
  const [at, setAt] = useState('')
  const spans = pins.map(p => `${p.fromMs}-${p.toMs}`).join()
  useEffect(() => {
    if (spans === '') return
    const all = spans.split(',').map(s => s.split('-').map(Number) as [number, number])
    return pool.onTime(seconds => {
      const ms = seconds * 1000
      setAt(all.flatMap(([from, to], i) => (from <= ms && ms < to ? [i] : [])).join())
    })
  }, [spans])
  return at === '' ? [] : at.split(',').flatMap(i => pins[Number(i)] ?? [])
}
