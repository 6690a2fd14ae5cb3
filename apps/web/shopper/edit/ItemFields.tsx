import { useShallow } from 'zustand/react/shallow'
import type { EditList } from '#engines/edit'
import { useEdit } from '../../i18n/shopper/edit/index.ts'
import { Trash2 } from '../../ui/core/icons.tsx'
import { Button } from '../../ui/core/index.ts'
import { place, takeAway, useEditing } from './editing.ts'
import { Slider, SpanFields } from './fields.tsx'

type Item = EditList['overlays'][number] | EditList['blurs'][number]
const share = { per: 0.01, unit: '%' } as const

/** Where, how large and when; for texts, stickers and mosaics. */
export function ItemFields({ item, mosaic = false }: { item: Item; mosaic?: boolean }) {
  const t = useEdit()
  const put = (by: Parameters<typeof place>[1]) => place(item.id, by, `${Object.keys(by).join()}:${item.id}`)
  return (
    <>
      {mosaic ? (
        <>
          <Slider label={t.width} value={item.width} min={0.05} max={1} {...share} onChange={width => put({ width })} />
          <Slider label={t.height} value={item.height} min={0.03} max={1} {...share} onChange={height => put({ height })} />
        </>
      ) : (
        <Slider
          label={t.size}
          value={item.width}
          min={0.05}
          max={1.5}
          {...share}
          onChange={width => put({ width, height: Math.min(2, (item.height * width) / item.width) })}
        />
      )}
      <Slider label={t.acrossAt} value={item.x} min={0} max={1} {...share} onChange={x => put({ x })} />
      <Slider label={t.downAt} value={item.y} min={0} max={1} {...share} onChange={y => put({ y })} />
      <SpanFields from={item.from} to={item.to} onChange={span => place(item.id, span)} />
      <div className="edit-row">
        <Button size="small" onClick={() => takeAway(item.id)}>
          <Trash2 size={16} />
          {t.remove}
        </Button>
        <Button size="small" onClick={() => useEditing.setState({ chosen: null })}>
          {t.done}
        </Button>
      </div>
    </>
  )
}
/** What is worked on, and the list that it is in. */
export const useChosen = () => useEditing(useShallow(s => ({ list: s.list, chosen: s.chosen })))
