import { useEffect, useState } from 'react'
import { useOutgoing } from '../compose/outgoing.ts'
import { editing, keepable, resume, useEditing } from './editing.ts'
import { readySound } from './export-clip.ts'
import { maker, sendSource } from './finish.ts'
import { forgetEdit, type KeptEdit, keepClip, keepEdit, keptClips, keptEdit } from './kept-edit.ts'
import { type Opened, openSource } from './open-source.ts'

/** Keeps the edit on this device a moment after every change, and each clip once. */
export function useKept(): void {
  useEffect(() => {
    const kept = new Set<string>()
    let timer: ReturnType<typeof setTimeout> | undefined
    const save = () => {
      if (editing().list) void keepEdit(keepable())
    }
    const stop = useEditing.subscribe((now, before) => {
      if (now.sources !== before.sources)
        for (const [id, { file }] of now.sources)
          if (!kept.has(id)) {
            kept.add(id)
            if (!taken.has(id)) void keepClip(id, file)
            void prepare(id)
          }
      if (now.list === before.list || !now.list) return
      clearTimeout(timer)
      timer = setTimeout(save, 400)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [])
}

/** What making the clip will need is got while the person edits; where the server will make it, the clip goes up. */
async function prepare(id: string): Promise<void> {
  const who = await maker()
  if (who === 'browser') void readySound()
  if (who !== 'server') return
  await sendSource(id, editing().sources.get(id))
}

/** Clips that came from what was kept; they lie there already. */
const taken = new Set<string>()
export async function takeUp(edit: KeptEdit): Promise<boolean> {
  const files = await keptClips(edit)
  if (!files) return false
  const sources = new Map<string, Opened>()
  for (const [id, file] of files) {
    const opened = await openSource(file)
    if (!opened) return false
    taken.add(id)
    sources.set(id, opened)
  }
  resume(edit.list, sources, edit.products)
  return true
}

export function useOffered(): { readonly edit: KeptEdit | null; readonly forget: () => void } {
  const [edit, setEdit] = useState<KeptEdit | null>(null)
  useEffect(() => {
    // One whose clip is on its way is kept in case that gets lost; it is not under way any more.
    const sent = useOutgoing.getState().items.flatMap(o => (o.phase === 'failed' ? [] : o.draft.files.map(f => f.id)))
    void keptEdit().then(kept => setEdit(kept?.made && sent.includes(kept.made) ? null : kept))
  }, [])
  return {
    edit,
    forget: () => {
      setEdit(null)
      void forgetEdit()
    },
  }
}
