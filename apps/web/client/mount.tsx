import { QueryClientProvider } from '@tanstack/react-query'
import { type AnyRouter, RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { firstLanguage, setLanguage } from '../i18n/core.ts'
import { island } from './island.ts'
import { loadMe } from './me.ts'
import { queryClient } from './query.ts'

/** Shows an app in the page, once the words of the person's language are there. */
export async function mount(router: AnyRouter): Promise<void> {
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
}
