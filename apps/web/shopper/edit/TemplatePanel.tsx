import { useState } from 'react'
import { lengthOf } from '#engines/edit'
import { useEdit } from '../../i18n/shopper/edit/index.ts'
import { Plus } from '../../ui/core/icons.tsx'
import { Button, Chip, TextArea, toast } from '../../ui/core/index.ts'
import { addOverlay, editing } from './editing.ts'
import { player } from './player.ts'

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
