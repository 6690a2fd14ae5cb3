import { create } from 'zustand'

export type PlayState = 'loading' | 'playing' | 'waiting' | 'paused' | 'blocked' | 'failed' | 'still'
/** What the controls show of the one clip that is active. */
export const usePlayer = create<{ readonly state: PlayState; readonly cue: string; readonly duration: number }>(() => ({
  state: 'loading',
  cue: '',
  duration: 0,
}))
export const speeds = [0.5, 1, 1.5, 2] as const
export type Speed = (typeof speeds)[number]
/** Speed belongs to the session, as sound does. */
export const useSpeed = create<{ readonly speed: Speed }>(() => ({ speed: 1 }))
/** Sound belongs to the session, not to a clip and not to storage: muted until the first tap. */
export const useSound = create<{ readonly muted: boolean; readonly asked: boolean }>(() => ({ muted: true, asked: false }))
