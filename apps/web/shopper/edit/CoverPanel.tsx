import { useShallow } from 'zustand/react/shallow'
import { useEdit } from '../../i18n/shopper/edit/index.ts'
import { Button } from '../../ui/core/index.ts'
import { change, useEditing } from './editing.ts'
import { Slider } from './fields.tsx'
import { player } from './player.ts'

/** The picture that stands before the clip plays. */
export function CoverPanel() {
  const t = useEdit()
  const { list, at } = useEditing(useShallow(s => ({ list: s.list, at: s.t })))
  if (!list) return null
  const end = list.pieces.reduce((n, p) => n + p.out - p.in, 0) - 1
  const put = (cover: number) => {
    change(l => ({ ...l, cover: Math.round(cover) }), 'cover')
    player.seek(cover)
  }
  return (
    <>
      <p className="edit-hint">{t.coverHint}</p>
      <Slider
        label={t.coverAt}
        value={list.cover}
        min={0}
        max={end}
        per={1000}
        step={1}
        digits={1}
        unit={t.seconds}
        onChange={put}
      />
      <div className="edit-row">
        <Button size="small" disabled={Math.round(at) === list.cover} onClick={() => put(at)}>
          {t.coverHere}
        </Button>
        <Button size="small" onClick={() => player.seek(list.cover)}>
          {t.coverShow}
        </Button>
      </div>
    </>
  )
}
