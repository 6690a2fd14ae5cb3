import { useState } from 'react'
import { useEdit } from '../../i18n/shopper/edit/index.ts'
import { Plus } from '../../ui/core/icons.tsx'
import { Button, Chip, TextArea } from '../../ui/core/index.ts'
import { addOverlay, changeLook } from './editing.ts'
import { Choices } from './fields.tsx'
import { ItemFields, useChosen } from './ItemFields.tsx'
import { styleOf, type TextColour, type TextStyle, textColours, textStyles } from './overlay-picture.ts'

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
