import { createRootRoute, createRoute, createRouter, Outlet } from '@tanstack/react-router'
import { useT } from '../i18n/console/index.ts'
import { Empty, Toasts } from '../ui/core/index.ts'

function Shell() {
  return (
    <>
      <Outlet />
      <Toasts />
    </>
  )
}
function Home() {
  const t = useT()
  return <Empty title={t.title} text={t.soon} />
}
const root = createRootRoute({ component: Shell })
const home = createRoute({ getParentRoute: () => root, path: '/', component: Home })

/** Types of the links come from this router only: `Link` in this app is `from: '/'` under /console. */
export const router = createRouter({ basepath: '/console', routeTree: root.addChildren([home]), defaultPreload: 'intent' })
