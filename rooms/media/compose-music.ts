import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { newId } from '#base/kernel'
import { credit, pieces } from './music/pieces.ts'
import { musicKey } from './music-piece.ts'
import { insertMusic, musicNames } from './music-store.ts'
import { convertSound } from './sound.ts'
import type { Workshop } from './workshop.ts'

const composer = fileURLToPath(new URL('./music/compose.ts', import.meta.url))
/** Shops whose pieces are all there: nothing is asked of the database again. */
const complete = new WeakSet<Workshop>()

/**
 * Makes one of the pieces of our own that are not there yet, unless `busy` says that somebody waits for a clip. One a job, so that none
 * runs for longer than the queue waits for it. The sums are done by a program of its own at the lowest priority: requests don't feel
 * them. False: there is nothing left to make.
 */
export async function composeMusic(shop: Workshop, busy: () => Promise<boolean>): Promise<boolean> {
  if (complete.has(shop)) return false
  const there = await musicNames(shop.db)
  const next = Object.keys(pieces).find(name => !there.has(name))
  if (next === undefined) {
    complete.add(shop)
    return false
  }
  if (shop.programs.stopped() || (await busy())) return true
  await mkdir(shop.composing, { recursive: true })
  const folder = await mkdtemp(join(shop.composing, 'piece-'))
  try {
    await composeOne(shop, next, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return true
}

async function composeOne(shop: Workshop, name: string, folder: string): Promise<void> {
  const { clock, config, storage } = shop.house
  const piece = pieces[name]
  if (!piece) return
  const path = join(folder, 'piece.wav')
  const made = join(folder, 'piece.m4a')
  await shop.programs.run(process.execPath, [composer, name, path], { timeoutMs: 300_000, nice: 19 })
  const sound = { path, container: 'wav' as const, ffmpeg: config.ffmpeg, ffprobe: config.ffprobe }
  const converted = await convertSound(shop.programs, sound, made)
  if ('refusal' in converted) throw new Error(`${name}: ${converted.refusal.message}`)
  const id = newId('music', clock.now())
  await storage.adopt(musicKey(id), made)
  const { title, mood } = piece
  const { lengthMs: length_ms } = converted.value
  const first = await insertMusic(shop.db, { id, name, title, mood, credit, length_ms, hidden: false, created: clock.now() })
  // Another server made it at the same time.
  if (!first) await storage.remove(`music/${id}`)
}
