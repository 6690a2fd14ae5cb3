import type { Id } from '#base/kernel'

export const moods = ['calm', 'bright', 'warm', 'lively', 'dreamy'] as const
export type Mood = (typeof moods)[number]
export interface Words {
  readonly en: string
  readonly ja: string
  readonly zh: string
}
export interface MusicTable {
  id: Id<'music'>
  /** Of our own pieces: what they are composed by. */
  name: string | null
  title: Words
  mood: Mood
  credit: Words
  length_ms: number
  hidden: boolean
  created: Date
}

export interface MusicWire {
  id: string
  title: Words
  mood: Mood
  /** Milliseconds. */
  length: number
  url: string
  credit: Words
  hidden: boolean
}
export const musicWireOf = (row: Omit<MusicTable, 'name' | 'created'>): MusicWire => ({
  id: row.id,
  title: row.title,
  mood: row.mood,
  length: row.length_ms,
  url: `/media/${row.id}/sound.m4a`,
  credit: row.credit,
  hidden: row.hidden,
})

export const musicKey = (id: string): string => `music/${id}/sound.m4a`
