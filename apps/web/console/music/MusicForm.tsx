import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { queryClient } from '../../client/query.ts'
import { useMusicWords } from '../../i18n/console/music/index.ts'
import { percent } from '../../i18n/format.ts'
import { Button, Field, SelectField, toast } from '../../ui/core/index.ts'
import { Modal, Problem, type Texts, TextsField } from '../../ui/desk/index.ts'
import type { MusicPiece } from './MusicPage.tsx'
import { uploadSound } from './upload-sound.ts'

const moods = ['calm', 'bright', 'warm', 'lively', 'dreamy'] as const
const isEmpty = (texts: Texts): boolean => !Object.values(texts).some(text => text?.trim())
/** Every language says something: what was left out is said as another one says it. */
function inAll(texts: Texts): { en: string; ja: string; zh: string } {
  const any = [texts.en, texts.ja, texts.zh].find(text => text?.trim()) ?? ''
  const of = (text: string | undefined) => (text?.trim() ? text.trim() : any.trim())
  return { en: of(texts.en), ja: of(texts.ja), zh: of(texts.zh) }
}

/** A new piece from a file, or other names for one that is there. What was typed and what was uploaded stays when the server refuses. */
export function MusicForm({ piece, onClose }: { piece: MusicPiece | null; onClose: () => void }) {
  const t = useMusicWords()
  const [title, setTitle] = useState<Texts>(piece?.title ?? {})
  const [credit, setCredit] = useState<Texts>(piece?.credit ?? {})
  const [mood, setMood] = useState<MusicPiece['mood']>(piece?.mood ?? 'calm')
  const [file, setFile] = useState<File | null>(null)
  const [uploaded, setUploaded] = useState<{ file: File; id: string } | null>(null)
  const [sent, setSent] = useState(0)
  const [tried, setTried] = useState(false)
  const save = useMutation({
    mutationFn: async () => {
      const words = { title: inAll(title), credit: inAll(credit), mood }
      if (piece) return ask(api.PATCH('/v1/music/{id}', { params: { path: { id: piece.id } }, body: words }))
      const upload = uploaded && uploaded.file === file ? uploaded.id : await uploadSound(file as File, setSent)
      setUploaded({ file: file as File, id: upload })
      return ask(api.POST('/v1/music', { body: { upload, ...words } }))
    },
    onSuccess: () => {
      void queryClient.invalidateQueries({ queryKey: ['music'] })
      toast(piece ? t.changed : t.added)
      onClose()
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (!isEmpty(title) && !isEmpty(credit) && (piece || file)) save.mutate()
  }
  const missing = (texts: Texts) => (tried && isEmpty(texts) ? t.wrongWords : null)
  return (
    <Modal title={piece ? t.change : t.add} onClose={onClose} wide>
      <form onSubmit={submit} noValidate className="grid gap-4">
        {!piece && (
          <Field
            label={t.file}
            hint={save.isPending && !uploaded ? t.progress(percent(sent)) : t.fileHint}
            type="file"
            accept="audio/*,.mp3,.m4a,.wav,.flac,.ogg,.webm"
            wrong={tried && !file ? t.wrongFile : null}
            onChange={e => setFile(e.target.files?.[0] ?? null)}
          />
        )}
        <TextsField
          label={t.name}
          hint={t.oneIsEnough}
          maxLength={120}
          value={title}
          wrong={missing(title)}
          onChange={setTitle}
        />
        <TextsField
          label={t.credit}
          hint={t.creditHint}
          maxLength={120}
          value={credit}
          wrong={missing(credit)}
          onChange={setCredit}
        />
        <SelectField
          label={t.mood}
          value={mood}
          options={moods.map(value => ({ value, label: t.moods[value] }))}
          onChange={value => setMood(value as MusicPiece['mood'])}
        />
        <Problem error={save.error} />
        <div className="flex justify-end">
          <Button type="submit" kind="act" busy={save.isPending}>
            {t.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
