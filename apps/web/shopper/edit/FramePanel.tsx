import { useShallow } from 'zustand/react/shallow'
import { type Frame, frames, limits, reframe } from '#engines/edit'
import { useEdit } from '../../i18n/shopper/edit/index.ts'
import { Chip } from '../../ui/core/index.ts'
import { change, pieceAt, settle, useEditing } from './editing.ts'
import { Choices, Slider } from './fields.tsx'

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
