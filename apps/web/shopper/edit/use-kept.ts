import { useEffect, useState } from 'react'
import { editing, keepable, resume, useEditing } from './editing.ts'
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
            void sendAhead(id)
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

/** Where the server will have to make the clip, what it needs goes up while the person edits. */
async function sendAhead(id: string): Promise<void> {
  if ((await maker()) !== 'server') return
  const source = editing().sources.get(id)
  if (source) sendSource(id, source)
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
    void keptEdit().then(setEdit)
  }, [])
  return {
    edit,
    forget: () => {
      setEdit(null)
      void forgetEdit()
    },
  }
}
