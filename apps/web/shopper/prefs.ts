import { create } from 'zustand'
import { persist } from 'zustand/middleware'

export interface Prefs {
  readonly theme: 'system' | 'dark' | 'light'
  readonly dataSaver: boolean
  readonly captions: 'muted' | 'always' | 'never'
  /** Single-key shortcuts can be turned off (WCAG 2.1.4). */
  readonly keys: boolean
  readonly tapToPlay: boolean
}
/** Settings of this device; the language and the choice of feed belong to the person and live on the server. */
export const usePrefs = create<Prefs>()(
  persist<Prefs>(() => ({ theme: 'system', dataSaver: false, captions: 'muted', keys: true, tapToPlay: false }), {
    name: 'enishi.prefs',
  }),
)
export function setPref(change: Partial<Prefs>): void {
  usePrefs.setState(change)
}
export const applyTheme = ({ theme }: Prefs): void => {
  if (theme === 'system') delete document.documentElement.dataset.theme
  else document.documentElement.dataset.theme = theme
}
