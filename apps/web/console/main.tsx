import './console.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { island } from '../client/island.ts'
import { loadMe } from '../client/me.ts'
import { queryClient } from '../client/query.ts'
import { firstLanguage, setLanguage } from '../i18n/core.ts'
import '../i18n/shared/index.ts'
import '../i18n/desk/index.ts'
import '../i18n/console/index.ts'
import { applyTheme, type Theme } from '../ui/desk/index.ts'
import { router } from './router.tsx'

function storedTheme(): Theme {
  try {
    return (localStorage.getItem('enishi.console.theme') as Theme | null) ?? 'dark'
  } catch {
    return 'dark'
  }
}
applyTheme(storedTheme())
const said = island.language ?? island.me?.language
await setLanguage(firstLanguage(said))
createRoot(document.getElementById('root') as HTMLElement).render(
  <QueryClientProvider client={queryClient}>
    <RouterProvider router={router} />
  </QueryClientProvider>,
)
// Without the data island (vite dev) the person's language arrives a little later.
if (!said)
  loadMe().then(
    me => setLanguage(me.language),
    () => undefined,
  )
