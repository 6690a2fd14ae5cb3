import { useEdit } from '../../i18n/shopper/edit/index.ts'
import { Drawn } from './Drawn.tsx'
import { addOverlay, changeLook } from './editing.ts'
import { ItemFields, useChosen } from './ItemFields.tsx'
import { type Sticker, stickerNames, stickers } from './stickers.ts'

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
