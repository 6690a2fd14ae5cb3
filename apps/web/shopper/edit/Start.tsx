import { useSearch } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { limits } from '#engines/edit'
import { ago } from '../../i18n/format.ts'
import { useEdit } from '../../i18n/shopper/edit/index.ts'
import { Plus, Video, X } from '../../ui/core/icons.tsx'
import { Button, IconButton, Spinner, toast } from '../../ui/core/index.ts'
import { pick, useDraft } from '../compose/draft.ts'
import { keptFile } from '../upload/kept-files.ts'
import { uploadOf } from '../upload/uploads.ts'
import { addClip, editing } from './editing.ts'
import { forgetEdit, keptEdit } from './kept-edit.ts'
import { Recorder } from './Recorder.tsx'
import { takeUp, useOffered } from './use-kept.ts'

/** What to edit: a clip of this device, a recording, the one that lies in the composer, or what was being edited. */
export function Start({ close }: { close: () => void }) {
  const t = useEdit()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<File | null>(null)
  const [recording, setRecording] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const open = async (file: File) => {
    setBusy(true)
    setFailed(null)
    await forgetEdit()
    if (!(await addClip(file)) && !editing().list) setFailed(file)
    const { list, sources } = editing()
    if (list && [...sources.values()].some(x => x.length > limits.totalMs)) toast(t.tooLong)
    setBusy(false)
  }
  useFromComposer(open)
  if (recording)
    return (
      <Recorder
        onClip={file => {
          setRecording(false)
          void open(file)
        }}
        onClose={() => setRecording(false)}
      />
    )
  return (
    <>
      <header className="edit-top">
        <IconButton label={t.close} onClick={close}>
          <X />
        </IconButton>
      </header>
      <div className="edit-start">
        {busy ? (
          <p role="status" className="flex items-center gap-3">
            <Spinner />
            {t.opening}
          </p>
        ) : (
          <>
            <Kept />
            <Choose failed={failed} choose={() => picker.current?.click()} record={() => setRecording(true)} close={close} />
            <input
              ref={picker}
              type="file"
              accept="video/*,.mov,.mkv"
              aria-label={t.choose}
              hidden
              onChange={event => {
                const file = event.target.files?.[0]
                event.target.value = ''
                if (file) void open(file)
              }}
            />
          </>
        )}
      </div>
    </>
  )
}

interface ChooseProps {
  /** What this browser could not open. */
  readonly failed: File | null
  readonly choose: () => void
  readonly record: () => void
  readonly close: () => void
}
function Choose({ failed, choose, record, close }: ChooseProps) {
  const t = useEdit()
  return (
    <>
      <h2 className="text-heading font-semibold">{t.start}</h2>
      <p className="text-ink-2">{t.startText}</p>
      {failed && (
        <p role="alert" className="text-danger">
          {t.cantOpen}
        </p>
      )}
      <div className="edit-start-acts">
        <Button kind="act" size="big" onClick={choose}>
          <Plus size={20} />
          {t.choose}
        </Button>
        <Button size="big" onClick={record}>
          <Video size={20} />
          {t.record}
        </Button>
        {failed && (
          <Button
            kind="quiet"
            onClick={() => {
              pick([failed])
              close()
            }}
          >
            {t.asIs}
          </Button>
        )}
      </div>
    </>
  )
}

/** What was being edited when the page was left. */
function Kept() {
  const t = useEdit()
  const { edit, forget } = useOffered()
  const [lost, setLost] = useState(false)
  if (!edit) return null
  return (
    <section className="edit-kept">
      <h2 className="text-lead font-semibold">{t.kept}</h2>
      <p className="text-ink-2">{lost ? t.lost : t.keptText(ago(new Date(edit.saved).toISOString()))}</p>
      <div className="flex flex-wrap gap-2">
        {!lost && (
          <Button kind="act" onClick={async () => setLost(!(await takeUp(edit)))}>
            {t.goOn}
          </Button>
        )}
        <Button onClick={forget}>{t.throwAway}</Button>
      </div>
    </section>
  )
}

/** /create/edit?from=: the clip that lies in the composer. */
function useFromComposer(open: (file: File) => Promise<void>): void {
  const { from } = useSearch({ from: '/create/edit' })
  const begun = useRef(false)
  useEffect(() => {
    if (!from || begun.current) return
    begun.current = true
    const kept = useDraft.getState().files.find(f => f.id === from)
    const preview = uploadOf(from)?.preview
    void keptFile(from).then(async file => {
      // Its pieces and texts, where the clip was made here; else the clip itself.
      const edit = await keptEdit()
      if (edit?.made === from && (await takeUp(edit))) return
      const blob =
        file ??
        (preview
          ? await fetch(preview).then(
              a => a.blob(),
              () => null,
            )
          : null)
      if (blob) await open(new File([blob], kept?.name ?? 'clip', { type: blob.type }))
    })
  }, [from, open])
}
