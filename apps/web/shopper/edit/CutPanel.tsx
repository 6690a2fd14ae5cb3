import { useRef } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { trim } from '#engines/edit'
import { useEdit } from '../../i18n/shopper/edit/index.ts'
import { ChevronLeft, ChevronRight, Plus, Scissors, Trash2 } from '../../ui/core/icons.tsx'
import { Button, toast } from '../../ui/core/index.ts'
import { cutHere, movePiece, pieceInHand, removeChosen, splitHere } from './actions.ts'
import { addClip, change, editing, useEditing } from './editing.ts'
import { NumberField } from './fields.tsx'
import { showEdge } from './Timeline.tsx'

/** Start and end of the piece in hand in numbers, and what else can be done with it. */
export function CutPanel() {
  const t = useEdit()
  const { list, sources } = useEditing(useShallow(s => ({ list: s.list, sources: s.sources, chosen: s.chosen, t: s.t })))
  const picker = useRef<HTMLInputElement>(null)
  const piece = pieceInHand()
  const source = piece && sources.get(piece.source)
  if (!list || !piece || !source) return null
  const at = list.pieces.indexOf(piece)
  const put = (edge: 'in' | 'out') => (ms: number) => {
    change(l => trim(l, piece.id, edge, ms, source))
    showEdge(piece.id, edge)
  }
  const seconds = { min: 0, max: source.length, per: 1000, digits: 2, unit: t.seconds } as const
  return (
    <>
      <div className="edit-row">
        <NumberField label={t.pieceIn} value={piece.in} {...seconds} onChange={put('in')} />
        <NumberField label={t.pieceOut} value={piece.out} {...seconds} onChange={put('out')} />
        <Button size="small" onClick={() => cutHere('in')}>
          {t.startHere}
        </Button>
        <Button size="small" onClick={() => cutHere('out')}>
          {t.endHere}
        </Button>
      </div>
      <div className="edit-row">
        <Button size="small" onClick={splitHere}>
          <Scissors size={16} />
          {t.split}
        </Button>
        <Button size="small" disabled={list.pieces.length < 2} onClick={removeChosen}>
          <Trash2 size={16} />
          {t.remove}
        </Button>
        <Button size="small" disabled={at === 0} onClick={() => movePiece(-1)}>
          <ChevronLeft size={16} />
          {t.earlier}
        </Button>
        <Button size="small" disabled={at === list.pieces.length - 1} onClick={() => movePiece(1)}>
          {t.later}
          <ChevronRight size={16} />
        </Button>
        <Button size="small" onClick={() => picker.current?.click()}>
          <Plus size={16} />
          {t.addClip}
        </Button>
        <input
          ref={picker}
          type="file"
          accept="video/*,.mov,.mkv"
          hidden
          onChange={async event => {
            const file = event.target.files?.[0]
            event.target.value = ''
            const before = editing().list
            if (file && !(await addClip(file))) toast(t.cantOpen)
            else if (file && editing().list === before) toast(t.cantAdd)
          }}
        />
      </div>
      <p className="edit-hint desk-only">{t.keys}</p>
    </>
  )
}
