import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useShallow } from 'zustand/react/shallow'
import { type EditList, lengthOf, limits } from '#engines/edit'
import { type Language, languages } from '../../i18n/core.ts'
import { said, textIn } from '../../i18n/format.ts'
import { useEdit } from '../../i18n/shopper/edit/index.ts'
import { Plus, Trash2 } from '../../ui/core/icons.tsx'
import { Button, Chip, Field, IconButton, SelectField, Switch, TextArea, toast } from '../../ui/core/index.ts'
import type { Tagged } from '../compose/draft.ts'
import { ProductPicker } from '../compose/ProductPicker.tsx'
import { useCaptionLanguage } from './caption-language.ts'
import { addOverlay, change, editing, settle, spanHere, useEditing } from './editing.ts'
import { Choices, NumberField, Slider, SpanFields, time } from './parts.tsx'
import { player } from './player.ts'
import { musicLibrary } from './server-edit.ts'

const useList = () => useEditing(s => s.list)
const share = { min: 0, max: 1, per: 0.01, unit: '%' } as const

/** Products, each pinned to its time. */
export function ProductPanel() {
  const t = useEdit()
  const { list, products } = useEditing(useShallow(s => ({ list: s.list, products: s.products })))
  const [open, setOpen] = useState(false)
  if (!list) return null
  const put = (product: string, by: Partial<EditList['tags'][number]>, key: string | null = null) =>
    change(l => ({ ...l, tags: l.tags.map(g => (g.product === product ? { ...g, ...by } : g)) }), key)
  const drop = (product: string) => change(l => ({ ...l, tags: l.tags.filter(g => g.product !== product) }))
  const chosen = list.tags.flatMap(g => products.find(p => p.id === g.product) ?? [])
  return (
    <>
      <p className="edit-hint">{t.productHint}</p>
      {list.tags.map(tag => {
        const card = products.find(p => p.id === tag.product)
        const name = card ? textIn(card.name).text : tag.product
        return (
          <fieldset key={tag.product} className="edit-part">
            <legend>{name}</legend>
            <SpanFields from={tag.from} to={tag.to} onChange={span => put(tag.product, span)} />
            <div className="edit-row">
              <NumberField label={t.acrossAt} value={tag.x} {...share} onChange={x => put(tag.product, { x })} />
              <NumberField label={t.downAt} value={tag.y} {...share} onChange={y => put(tag.product, { y })} />
              <Button size="small" aria-label={t.untag(name)} onClick={() => drop(tag.product)}>
                <Trash2 size={16} />
                {t.remove}
              </Button>
            </div>
          </fieldset>
        )
      })}
      {list.tags.length < limits.tags && (
        <Button className="justify-self-start" onClick={() => setOpen(true)}>
          <Plus size={18} />
          {t.addProduct}
        </Button>
      )}
      {open && (
        <ProductPicker
          chosen={chosen}
          onToggle={card => (list.tags.some(g => g.product === card.id) ? drop(card.id) : tagProduct(card))}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  )
}
/** Shown over the whole clip, until its time is narrowed. */
export function tagProduct(card: Tagged): void {
  const { products } = editing()
  if (products.every(p => p.id !== card.id)) useEditing.setState({ products: [...products, card] })
  settle()
  change(l =>
    l.tags.some(g => g.product === card.id) || l.tags.length >= limits.tags
      ? l
      : { ...l, tags: [...l.tags, { product: card.id, x: 0.44, y: 0.7, from: 0, to: lengthOf(l) }] },
  )
}

export function SoundPanel() {
  const t = useEdit()
  const list = useList()
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

const tongues: Readonly<Record<Language, string>> = { en: 'English', ja: '日本語', zh: '中文' }
export function CaptionsPanel() {
  const t = useEdit()
  const list = useList()
  const language = useCaptionLanguage()
  if (!list) return null
  const put = (i: number, by: Partial<EditList['cues'][number]>) =>
    change(l => ({ ...l, cues: l.cues.map((c, k) => (k === i ? { ...c, ...by } : c)) }), `cue:${i}:${Object.keys(by).join()}`)
  const add = () => change(l => ({ ...l, cues: [...l.cues, { words: '', ...spanHere(l, editing().t, 2500) }] }))
  return (
    <>
      <p className="edit-hint">{t.captionsHint}</p>
      {list.cues.map((cue, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: captions have no name but their place
        <fieldset key={i} className="edit-part">
          <legend>{t.cue(i + 1)}</legend>
          <div className="flex items-end gap-2">
            <Field
              className="flex-1"
              label={t.words}
              value={cue.words}
              maxLength={200}
              onChange={event => put(i, { words: event.target.value })}
              onFocus={() => player.seek(cue.from)}
            />
            <IconButton label={t.remove} onClick={() => change(l => ({ ...l, cues: l.cues.filter((_, k) => k !== i) }))}>
              <Trash2 size={18} />
            </IconButton>
          </div>
          <SpanFields from={cue.from} to={cue.to} onChange={span => put(i, span)} />
        </fieldset>
      ))}
      <Button className="justify-self-start" disabled={list.cues.length >= limits.cues} onClick={add}>
        <Plus size={18} />
        {t.addCue}
      </Button>
      {list.cues.length > 0 && (
        <SelectField
          label={t.captionsLanguage}
          value={language}
          options={languages.map(value => ({ value, label: tongues[value] }))}
          onChange={value => useCaptionLanguage.setState(value as Language, true)}
        />
      )}
    </>
  )
}

const templates = { review: ['what', 'best', 'but', 'who'], compare: ['before', 'after', 'how'] } as const
type Template = keyof typeof templates
type Prompt = (typeof templates)[Template][number]
/** Questions; each answer becomes a text over its part of the clip. */
export function TemplatePanel() {
  const t = useEdit()
  const [template, setTemplate] = useState<Template>('review')
  const [answers, setAnswers] = useState<Partial<Record<Prompt, string>>>({})
  const prompts = templates[template]
  const filled = prompts.filter(p => answers[p]?.trim())
  const putIn = () => {
    const length = lengthOf(editing().list ?? { pieces: [] })
    for (const [i, p] of filled.entries()) {
      const span = { from: Math.round((length * i) / filled.length), to: Math.round((length * (i + 1)) / filled.length) }
      addOverlay(
        { kind: 'text', words: answers[p]?.trim() ?? '', style: i === 0 ? 'box.gold' : 'box.white' },
        { x: 0.44, y: 0.2 },
        span,
      )
    }
    setAnswers({})
    player.seek(0)
    toast(t.putDone)
  }
  return (
    <>
      <p className="edit-hint">{t.templateHint}</p>
      <div className="edit-row">
        {(Object.keys(templates) as Template[]).map(name => (
          <Chip key={name} on={name === template} onClick={() => setTemplate(name)}>
            {t.templates[name]}
          </Chip>
        ))}
      </div>
      {prompts.map(p => (
        <TextArea
          key={p}
          label={t.prompts[p]}
          rows={1}
          maxLength={60}
          value={answers[p] ?? ''}
          onChange={event => setAnswers({ ...answers, [p]: event.target.value })}
        />
      ))}
      <Button className="justify-self-start" disabled={filled.length === 0} onClick={putIn}>
        <Plus size={18} />
        {t.putIn}
      </Button>
    </>
  )
}
