import { useQuery } from '@tanstack/react-query'
import { type EditList, limits } from '#engines/edit'
import { said } from '../../i18n/format.ts'
import { useEdit } from '../../i18n/shopper/edit/index.ts'
import { Chip, Switch } from '../../ui/core/index.ts'
import { change, settle, useEditing } from './editing.ts'
import { Choices, Slider, time } from './fields.tsx'
import { musicLibrary } from './server-edit.ts'

export function SoundPanel() {
  const t = useEdit()
  const list = useEditing(s => s.list)
  const library = useQuery({ queryKey: ['music'], queryFn: musicLibrary, staleTime: 600_000, retry: false })
  if (!list) return null
  const { music } = list
  const put = (by: Partial<NonNullable<EditList['music']>>, key: string) =>
    change(l => (l.music ? { ...l, music: { ...l.music, ...by } } : l), key)
  const take = (piece: string | null) => {
    settle()
    change(l => ({ ...l, music: piece ? { ...{ gain: 0.5, in: 0, fade: 800 }, ...l.music, piece } : null }))
  }
  const now = library.data?.find(p => p.id === music?.piece)
  const gain = { min: 0, max: limits.gain, per: 0.01, step: 0.05, unit: '%' } as const
  return (
    <>
      <Slider label={t.ownSound} value={list.gain} {...gain} onChange={g => change(l => ({ ...l, gain: g }), 'gain')} />
      <Switch label={t.mute} on={list.gain === 0} onChange={on => change(l => ({ ...l, gain: on ? 0 : 1 }))} />
      <Choices label={t.music}>
        <Chip on={!music} onClick={() => take(null)}>
          {t.noMusic}
        </Chip>
        {library.data?.map(p => (
          <Chip key={p.id} on={music?.piece === p.id} onClick={() => take(p.id)}>
            {said(p.title)} <span className="num text-ink-3">{time(p.length)}</span>
          </Chip>
        ))}
      </Choices>
      {library.isFetched && !library.data?.length && <p className="edit-hint">{t.noLibrary}</p>}
      {music && (
        <>
          <Slider label={t.musicGain} value={music.gain} {...gain} onChange={g => put({ gain: g }, 'mgain')} />
          <Slider
            {...{ label: t.fade, value: music.fade, min: 0, max: limits.fadeMs, per: 1000, step: 100, digits: 1 }}
            unit={t.seconds}
            onChange={fade => put({ fade: Math.round(fade) }, 'fade')}
          />
          <Slider
            {...{ label: t.musicIn, value: music.in, min: 0, max: now?.length ?? 60_000, per: 1000, step: 100, digits: 1 }}
            unit={t.seconds}
            onChange={at => put({ in: Math.round(at) }, 'min')}
          />
          {now && <p className="edit-hint">{said(now.credit)}</p>}
        </>
      )}
    </>
  )
}
