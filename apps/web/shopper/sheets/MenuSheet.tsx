import type { ReactNode } from 'react'
import { useT } from '../../i18n/shopper/index.ts'
import { Ban, ChartNoAxesColumn, EyeOff, Flag, Gauge, Info, Link } from '../../ui/core/icons.tsx'
import { Chip, Sheet } from '../../ui/core/index.ts'
import { block, notInterested } from '../marks.ts'
import { useSlide } from '../use-slide.ts'
import { pool } from '../watch/player-pool.ts'
import { speeds, useSpeed } from '../watch/player-state.ts'
import { copyShareLink } from './share-link.ts'
import { type PostSheetProps, useSheet } from './sheet.ts'

export default function MenuSheet({ sheet, onClose }: PostSheetProps) {
  const t = useT().menu
  const { open } = useSheet()
  const { data: slide } = useSlide(sheet.post)
  if (!slide) return null
  const then = (run: () => void) => () => {
    onClose()
    run()
  }
  return (
    <Sheet title={t.title} onClose={onClose} small>
      {slide.video && <SpeedChoice />}
      <div className="-mx-2 grid pb-2">
        <Row icon={<EyeOff />} label={t.notInterested} onClick={then(() => void notInterested(slide))} />
        {slide.mine.author && (
          <Row icon={<ChartNoAxesColumn />} label={t.standing} onClick={() => open({ kind: 'standing', post: slide.id })} />
        )}
        <Row icon={<Info />} label={t.why} onClick={() => open({ kind: 'why', post: slide.id })} />
        <Row icon={<Link />} label={t.copy} onClick={then(() => void copyShareLink({ kind: 'post', id: slide.id }, slide))} />
        <Row icon={<Flag />} label={t.report} onClick={() => open({ kind: 'report', subject: { kind: 'post', id: slide.id } })} />
        {!slide.mine.author && <Row icon={<Ban />} label={t.block(slide.author.name)} onClick={then(() => void block(slide))} />}
      </div>
    </Sheet>
  )
}

/** How fast clips play, until the page is left. */
function SpeedChoice() {
  const t = useT().menu
  const { speed } = useSpeed()
  return (
    <div role="group" aria-label={t.speed} className="flex min-h-[52px] flex-wrap items-center gap-x-4 gap-y-1 px-1 font-medium">
      <Gauge className="text-ink-2" />
      {t.speed}
      <span className="ms-auto flex gap-1">
        {speeds.map(s => (
          <Chip
            key={s}
            className="num"
            on={s === speed}
            aria-label={s === 1 ? `1× ${t.normal}` : undefined}
            onClick={() => pool.setSpeed(s)}
          >
            {s}×
          </Chip>
        ))}
      </span>
    </div>
  )
}

function Row({ icon, label, onClick }: { icon: ReactNode; label: string; onClick: () => void }) {
  return (
    <button
      type="button"
      className="flex min-h-[52px] items-center gap-4 rounded-button px-3 text-start font-medium hover:bg-sunk"
      onClick={onClick}
    >
      <span className="text-ink-2">{icon}</span>
      {label}
    </button>
  )
}
