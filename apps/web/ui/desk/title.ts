import { createContext, useContext, useEffect } from 'react'

/** The app's name, the end of every page's title. */
export const AppName = createContext('')
/** What the tab, the history and a screen reader call this page. */
export function usePageTitle(title: string): void {
  const app = useContext(AppName)
  useEffect(() => {
    document.title = [title, app, 'Enishi'].filter(Boolean).join(' · ')
  }, [title, app])
}
