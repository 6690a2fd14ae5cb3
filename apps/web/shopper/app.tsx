import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { island } from '../client/island.ts'
import { loadMe } from '../client/me.ts'
import { queryClient } from '../client/query.ts'
import { firstLanguage, setLanguage } from '../i18n/core.ts'
import '../i18n/shared/index.ts'
import '../i18n/shopper/index.ts'
import { applyTheme, usePrefs } from './prefs.ts'
import { router } from './router.tsx'
import { revealFocus } from './shell/focus.ts'

applyTheme(usePrefs.getState())
usePrefs.subscribe(applyTheme)
revealFocus()

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
