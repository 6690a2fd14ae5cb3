import type { Mood, Words } from '../music-piece.ts'
import { Band } from './band.ts'
import { finish } from './mix.ts'
import { bicycle, marketDay, morningTea, paperLanterns, windowSeat } from './scores.ts'
import type { Loop } from './synth.ts'

/** A piece of our own: what it is called, and how it is played. It lasts `bars` of four beats. */
export interface Piece {
  readonly title: Words
  readonly mood: Mood
  readonly tempo: number
  readonly bars: number
  readonly score: (band: Band) => Loop
}

/** By the name that a row of the table remembers. */
export const pieces: Readonly<Record<string, Piece>> = {
  'morning-tea': {
    ...{ title: { en: 'Morning Tea', ja: '朝のお茶', zh: '晨茶' }, mood: 'calm', tempo: 80, bars: 8, score: morningTea },
  },
  'window-seat': {
    ...{ title: { en: 'Window Seat', ja: '窓ぎわの席', zh: '靠窗的位子' }, mood: 'warm', tempo: 78, bars: 8, score: windowSeat },
  },
  bicycle: { title: { en: 'Bicycle', ja: '自転車', zh: '骑车去' }, mood: 'bright', tempo: 108, bars: 12, score: bicycle },
  'market-day': {
    ...{ title: { en: 'Market Day', ja: '市の日', zh: '赶集' }, mood: 'lively', tempo: 118, bars: 12, score: marketDay },
  },
  'paper-lanterns': {
    ...{
      title: { en: 'Paper Lanterns', ja: '紙の灯り', zh: '纸灯笼' },
      mood: 'dreamy',
      tempo: 66,
      bars: 8,
      score: paperLanterns,
    },
  },
}

/** Who made them: this project. */
export const credit: Words = {
  en: 'Enishi, free to use in your clips',
  ja: 'Enishi（投稿に自由に使えます）',
  zh: 'Enishi（可在你的视频中自由使用）',
}

/** The piece as samples. Takes a second or some of one processor: not for a process that answers requests. */
export const playPiece = (piece: Piece): Loop => finish(piece.score(new Band(piece.tempo, piece.bars)))
