import { useRef } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { type Frame, frames, limits, reframe, trim } from '#engines/edit'
import { useEdit } from '../../i18n/shopper/edit/index.ts'
import { ChevronLeft, ChevronRight, Plus, Scissors, Trash2 } from '../../ui/core/icons.tsx'
import { Button, Chip, toast } from '../../ui/core/index.ts'
import { cutHere, movePiece, pieceInHand, removeChosen, splitHere } from './actions.ts'
import { addClip, change, editing, pieceAt, settle, useEditing } from './editing.ts'
import { Choices, NumberField, Slider } from './parts.tsx'
import { player } from './player.ts'
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

/** Shape of the frame, and which part of the clip it shows. */
export function FramePanel() {
  const t = useEdit()
  const { list, at } = useEditing(useShallow(s => ({ list: s.list, at: s.t })))
  const piece = list && pieceAt(list, at)?.piece
  if (!list || !piece) return null
  const put = (part: 'zoom' | 'x' | 'y') => (value: number) =>
    change(l => ({ ...l, pieces: l.pieces.map(p => (p.id === piece.id ? { ...p, [part]: value } : p)) }), `${part}:${piece.id}`)
  const share = { min: 0, max: 1, per: 0.01, unit: '%' } as const
  return (
    <>
      <Choices label={t.shape}>
        {(Object.keys(frames) as Frame[]).map(frame => (
          <Chip
            key={frame}
            on={frame === list.frame}
            onClick={() => {
              settle()
              change(l => (l.frame === frame ? l : reframe(l, frame)))
            }}
          >
            {frame}
          </Chip>
        ))}
      </Choices>
      <Slider label={t.zoom} value={piece.zoom} min={1} max={limits.zoom} per={0.01} unit="%" onChange={put('zoom')} />
      <Slider label={t.acrossAt} value={piece.x} {...share} onChange={put('x')} />
      <Slider label={t.downAt} value={piece.y} {...share} onChange={put('y')} />
      <p className="edit-hint">{t.dragHint}</p>
    </>
  )
}

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
