import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { api, ask } from '../../client/api.ts'
import { isCode } from '../../client/error.ts'
import { queryClient } from '../../client/query.ts'
import { useT } from '../../i18n/console/index.ts'
import { useWeights } from '../../i18n/console/weights/index.ts'
import { number } from '../../i18n/format.ts'
import { Button, Field, SelectField, toast } from '../../ui/core/index.ts'
import { Problem, useToFault } from '../../ui/desk/index.ts'
import { type Heart, wordFor } from './heart-data.ts'
import { WeightsPreview } from './WeightsPreview.tsx'
import { type Draft, draftOf, fieldOf, partsOf, type Scene, scenes, settingsOf, wrongFields } from './weights-data.ts'

/** The weights of one table after the other; they are put in force only after one has seen what changes. */
export function WeightsForm({ weights, onDone }: { weights: Heart['weights']; onDone: () => void }) {
  const w = useWeights()
  // As it was opened: the page is read again every few seconds.
  const [opened] = useState(weights)
  const [draft, setDraft] = useState<Draft>(() => draftOf(weights))
  const [scene, setScene] = useState<Scene | null>(null)
  const [tries, setTries] = useState(0)
  const form = useToFault<HTMLFormElement>(tries)
  const preview = useMutation({
    mutationFn: (wish: Draft) => ask(api.POST('/v1/feed/weights/preview', { body: { weights: settingsOf(wish) } })),
    onError: error => {
      const [first] = wrongFields(error)
      if (first !== undefined) setScene(partsOf(first).scene)
      setTries(n => n + 1)
    },
  })
  const save = useMutation({
    mutationFn: () => ask(api.PUT('/v1/feed/weights', { body: { weights: settingsOf(draft), version: opened.version } })),
    onSuccess: () => {
      toast(w.saved)
      void queryClient.invalidateQueries({ queryKey: ['heart'] })
      void queryClient.invalidateQueries({ queryKey: ['audit'] })
      onDone()
    },
  })
  const wrong = wrongFields(preview.error)
  const seen = preview.data && preview.variables === draft ? preview.data : null
  return (
    <form
      ref={form}
      className="grid gap-4"
      noValidate
      onSubmit={e => {
        e.preventDefault()
        preview.mutate(draft)
      }}
    >
      <Fields opened={opened} scene={scene} setScene={setScene} draft={draft} setDraft={setDraft} wrong={wrong} />
      {preview.error && wrong.size === 0 ? <Problem error={preview.error} /> : null}
      {seen && <WeightsPreview preview={seen} />}
      {isCode(save.error, 'version_conflict') ? (
        <p role="alert" className="text-danger">
          {w.conflict}
        </p>
      ) : (
        <Problem error={save.error} />
      )}
      <div className="flex flex-wrap gap-2">
        {seen && seen.changes.length > 0 ? (
          <Button kind="act" busy={save.isPending} onClick={() => save.mutate()}>
            {w.save}
          </Button>
        ) : (
          <Button kind="act" type="submit" busy={preview.isPending}>
            {w.preview}
          </Button>
        )}
        <Button kind="quiet" onClick={onDone}>
          {w.cancel}
        </Button>
      </div>
    </form>
  )
}

interface FieldsProps {
  readonly opened: Heart['weights']
  readonly scene: Scene | null
  readonly setScene: (next: Scene | null) => void
  readonly draft: Draft
  readonly setDraft: (next: Draft) => void
  readonly wrong: ReadonlySet<string>
}
/** One table at a time: the common one, or what a scene weighs otherwise. */
function Fields({ opened, scene, setScene, draft, setDraft, wrong }: FieldsProps) {
  const w = useWeights()
  const t = useT().heart
  return (
    <>
      <SelectField
        label={w.table}
        hint={scene === null ? w.commonText : w.sceneText}
        value={scene ?? ''}
        options={[{ value: '', label: w.common }, ...scenes.map(s => ({ value: s, label: t.explain.scenes[s] }))]}
        onChange={v => setScene(v === '' ? null : (v as Scene))}
      />
      <div className="grid gap-x-6 gap-y-3 desk:grid-cols-2">
        {opened.table.map(({ name }) => {
          const field = fieldOf(scene, name)
          return (
            <Field
              key={field}
              label={wordFor(t.weights.names, name)}
              hint={wordFor(w.about, name)}
              wrong={wrong.has(field) ? w.wrong : null}
              autoComplete="off"
              maxLength={24}
              value={draft[field] ?? ''}
              {...(scene !== null && { placeholder: w.asEverywhere(number(Number(draft[name]))) })}
              onChange={e => setDraft({ ...draft, [field]: e.target.value })}
            />
          )
        })}
      </div>
    </>
  )
}
