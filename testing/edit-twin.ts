import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { EditList } from '#engines/edit'
import type { Clip } from '../rooms/media/probe.ts'
import { createPrograms } from '../rooms/media/program.ts'
import { renderEdit } from '../rooms/media/render-edit.ts'

/** What the server makes of an edit list whose pieces all come from one clip; the path of the MP4. `overlays` are PNG files, in order. */
export async function renderTwin(list: EditList, source: string, clip: Clip, overlays: readonly string[]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'enishi-twin-'))
  const path = join(folder, 'twin.mp4')
  const programs = createPrograms()
  try {
    const sources = new Map(list.pieces.map(p => [p.source, { path: source, clip }]))
    const work = await mkdtemp(join(folder, 'w-'))
    await renderEdit(programs, 'ffmpeg', {
      list,
      sources,
      overlays,
      music: null,
      path,
      folder: work,
      nice: 0,
      onProgress: () => {},
    })
  } finally {
    await programs.stop()
  }
  return path
}
