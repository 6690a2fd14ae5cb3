import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import type { EditList } from '#engines/edit'
import { useEdit } from '../../i18n/shopper/edit/index.ts'
import { Plus, Trash2 } from '../../ui/core/icons.tsx'
import { Button, Chip, TextArea } from '../../ui/core/index.ts'
import { Drawn } from './Drawn.tsx'
import { addMosaic, addOverlay, changeLook, place, takeAway, useEditing } from './editing.ts'
import { styleOf, type TextColour, type TextStyle, textColours, textStyles } from './overlay-picture.ts'
import { Choices, Slider, SpanFields } from './parts.tsx'
import { type Sticker, stickerNames, stickers } from './stickers.ts'

type Item = EditList['overlays'][number] | EditList['blurs'][number]
const share = { per: 0.01, unit: '%' } as const

/** Where, how large and when; for texts, stickers and mosaics. */
function ItemFields({ item, mosaic = false }: { item: Item; mosaic?: boolean }) {
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
const useChosen = () => useEditing(useShallow(s => ({ list: s.list, chosen: s.chosen })))

export function TextPanel() {
  const t = useEdit()
  const { list, chosen } = useChosen()
  const [typed, setTyped] = useState('')
  const [look, setLook] = useState({ style: 'plain' as TextStyle, colour: 'white' as TextColour })
  const item = list?.overlays.find(o => o.id === chosen && o.kind === 'text')
  const now = item ? styleOf(item.style) : look
  const put = (by: Partial<typeof look>) => {
    const next = { ...now, ...by }
    setLook(next)
    if (item) changeLook(item.id, { style: `${next.style}.${next.colour}` })
  }
  const add = () => {
    addOverlay({ kind: 'text', words: typed.trim(), style: `${look.style}.${look.colour}` }, { x: 0.44, y: 0.25 })
    setTyped('')
  }
  return (
    <>
      <TextArea
        key={item?.id ?? 'new'}
        label={t.words}
        hint={t.wordsHint}
        rows={2}
        maxLength={120}
        value={item ? item.words : typed}
        onChange={event => (item ? changeLook(item.id, { words: event.target.value }) : setTyped(event.target.value))}
      />
      {!item && (
        <Button className="justify-self-start" disabled={typed.trim() === ''} onClick={add}>
          <Plus size={18} />
          {t.addText}
        </Button>
      )}
      <Choices label={t.style}>
        {textStyles.map(style => (
          <Chip key={style} on={now.style === style} onClick={() => put({ style })}>
            {t.styles[style]}
          </Chip>
        ))}
      </Choices>
      <Choices label={t.colour}>
        {(Object.keys(textColours) as TextColour[]).map(colour => (
          <button
            key={colour}
            type="button"
            className="edit-colour"
            aria-label={t.colours[colour]}
            title={t.colours[colour]}
            aria-pressed={now.colour === colour}
            style={{ background: textColours[colour][0] }}
            onClick={() => put({ colour })}
          />
        ))}
      </Choices>
      {item && <ItemFields item={item} />}
    </>
  )
}

export function StickerPanel() {
  const t = useEdit()
  const { list, chosen } = useChosen()
  const item = list?.overlays.find(o => o.id === chosen && o.kind === 'sticker')
  const start = t.stickerStart as Readonly<Record<string, string>>
  const hasWords = item && (stickers as Readonly<Record<string, Sticker>>)[item.style]?.words
  return (
    <>
      {item && hasWords && (
        <label className="edit-words">
          {t.stickerWords}
          <input value={item.words} maxLength={30} onChange={event => changeLook(item.id, { words: event.target.value })} />
        </label>
      )}
      {item && <ItemFields key={item.id} item={item} />}
      <ul className="edit-stickers">
        {stickerNames.map(name => {
          const look = { kind: 'sticker', style: name, words: start[name] ?? '' } as const
          return (
            <li key={name}>
              <button
                type="button"
                aria-label={t.stickers[name]}
                title={t.stickers[name]}
                onClick={() => addOverlay(look, { x: 0.44, y: 0.5 })}
              >
                <Drawn look={look} />
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}

export function MosaicPanel() {
  const t = useEdit()
  const { list, chosen } = useChosen()
  const item = list?.blurs.find(b => b.id === chosen)
  return (
    <>
      <p className="edit-hint">{t.mosaicHint}</p>
      <div className="edit-row">
        {list?.blurs.map((b, i) => (
          <Chip key={b.id} size="small" on={b.id === chosen} onClick={() => useEditing.setState({ chosen: b.id })}>
            {t.mosaicItem(i + 1)}
          </Chip>
        ))}
        <Button size="small" onClick={addMosaic}>
          <Plus size={16} />
          {t.addMosaic}
        </Button>
      </div>
      {item && <ItemFields item={item} mosaic />}
    </>
  )
}
