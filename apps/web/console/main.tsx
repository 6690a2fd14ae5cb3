import './console.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { island } from '../client/island.ts'
import { queryClient } from '../client/query.ts'
import { firstLanguage, setLanguage } from '../i18n/core.ts'
import '../i18n/shared/index.ts'
import '../i18n/console/index.ts'
import { router } from './router.tsx'

document.documentElement.dataset['theme'] = 'dark'
await setLanguage(firstLanguage(island.language ?? island.me?.language))
createRoot(document.getElementById('root') as HTMLElement).render(
  <QueryClientProvider client={queryClient}>
    <RouterProvider router={router} />
  </QueryClientProvider>,
)
