import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Id } from '#base/kernel'
import { clipFrames } from '../clip-frames.ts'
import { shares } from '../look.ts'
import { keyOf } from '../medium.ts'
import { pointsOf } from '../picture.ts'
import { loadOne, type MediaRow, type MediaTables } from '../store.ts'
import { localFile, type Workshop } from '../workshop.ts'
import { mark, pictureSide } from './classify.ts'
import { type Classes, labelOf } from './safety-policy.ts'

const classifier = fileURLToPath(new URL('./classify.ts', import.meta.url))

/**
 * Has a medium that can be watched looked at by the classifier, in a program of its own at the lowest priority: its memory is given
 * back, and requests don't feel it. What is worth a look is kept and told to the log once; nothing is removed. Throws where the
 * classifier can't run, as when its packages are not installed: the job is tried again and then stands among the failed ones.
 */
export async function labelMedia(shop: Workshop, media: Id<'media'>, program = classifier): Promise<void> {
  const row = await loadOne(shop.db, media)
  if (!row?.kind || row.watchable === 'no') return
  await mkdir(shop.work, { recursive: true })
  const folder = await mkdtemp(join(shop.work, `${media}-label-`))
  try {
    const path = join(folder, 'pictures.rgb')
    if (!(await writePictures(shop, row, { folder, path }))) return
    await keep(shop, row, labelOf(await classesOf(shop, program, path)))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function classesOf(shop: Workshop, program: string, path: string): Promise<Classes[]> {
  // Node reserves address space for WebAssembly that a bounded program can't have, unless it is told not to.
  const args = ['--disable-wasm-trap-handler', program, path]
  const text = await shop.programs.run(process.execPath, args, { timeoutMs: 300_000, nice: 19 })
  const line = text.split('\n').find(l => l.startsWith(mark))
  if (!line) throw new Error('the classifier said nothing')
  return JSON.parse(line.slice(mark.length)) as Classes[]
}

/** False: its files are gone. */
async function writePictures(
  shop: Workshop,
  row: MediaRow,
  { folder, path }: { folder: string; path: string },
): Promise<boolean> {
  const isClip = row.kind === 'video'
  const local = await localFile(shop, keyOf(row.id, isClip ? 'low.mp4' : 'card.webp'), folder)
  if (!local) return false
  const clip = { rung: local, lengthMs: row.duration_ms ?? 0 }
  if (isClip) await clipFrames(shop.programs, shop.house.config.ffmpeg, clip, { shares, side: pictureSide, path })
  else await writeFile(path, await pointsOf(local, pictureSide))
  return true
}

async function keep(shop: Workshop, row: MediaRow, found: ReturnType<typeof labelOf>): Promise<void> {
  if (!found) return
  await shop.house.db.transaction<MediaTables, void>(async trx => {
    const first = await trx
      .insertInto('media.labels')
      .columns(['media', 'label', 'share'])
      .expression(e =>
        e
          .selectFrom('media.media')
          .select(s => ['id', s.val(found.label).as('label'), s.val(found.share).as('share')])
          .where('id', '=', row.id),
      )
      .onConflict(c => c.doNothing())
      .returning('media')
      .executeTakeFirst()
    if (!first) return
    await shop.house.log.append(trx, [
      {
        id: `media.labelled:${row.id}:${found.label}`,
        name: 'media.labelled',
        at: shop.house.clock.now(),
        person: null,
        subject: { kind: 'media', id: row.id },
        data: found,
      },
    ])
  })
}
