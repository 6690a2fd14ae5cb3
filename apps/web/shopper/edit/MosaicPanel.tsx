import { useEdit } from '../../i18n/shopper/edit/index.ts'
import { Plus } from '../../ui/core/icons.tsx'
import { Button, Chip } from '../../ui/core/index.ts'
import { addMosaic, useEditing } from './editing.ts'
import { ItemFields, useChosen } from './ItemFields.tsx'

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
