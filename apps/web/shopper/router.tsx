import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { Shell } from './shell/Shell.tsx'
import { Lost } from './shell/Lost.tsx'

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

const root = createRootRoute({ component: Shell, notFoundComponent: Lost })
/** Watch is drawn by the shell itself, which keeps it alive behind other pages; these routes only name its addresses. */
const nothing = () => null
interface Shared {
  /** The share link that led here. */
  readonly share?: string
}
const shared = (search: Record<string, unknown>): Shared => (typeof search['share'] === 'string' ? { share: search['share'] } : {})

const home = createRoute({ getParentRoute: () => root, path: '/', component: nothing })
const post = createRoute({ getParentRoute: () => root, path: '/p/$post', component: nothing, validateSearch: shared })
const share = createRoute({ getParentRoute: () => root, path: '/s/$share', component: lazyRouteComponent(() => import('./watch/OpenShare.tsx'), 'OpenShare') })
const product = createRoute({ getParentRoute: () => root, path: '/product/$product', validateSearch: shared, component: lazyRouteComponent(() => import('./product/ProductPage.tsx'), 'ProductPage') })
const checkout = createRoute({ getParentRoute: () => root, path: '/checkout/$checkout', component: lazyRouteComponent(() => import('./checkout/CheckoutPage.tsx'), 'CheckoutPage') })
const me = createRoute({ getParentRoute: () => root, path: '/me', component: lazyRouteComponent(() => import('./me/MePage.tsx'), 'MePage') })

// Pages to come. Replace `soon` by the page, as above.
const soon = lazyRouteComponent(() => import('./shell/Soon.tsx'), 'Soon')
const text = (search: Record<string, unknown>, ...names: string[]) => Object.fromEntries(names.filter(n => typeof search[n] === 'string').map(n => [n, String(search[n])]))
const mall = createRoute({ getParentRoute: () => root, path: '/mall', component: soon })
const search = createRoute({ getParentRoute: () => root, path: '/search', component: soon, validateSearch: (s: Record<string, unknown>): { q?: string; tab?: string } => text(s, 'q', 'tab') })
const cart = createRoute({ getParentRoute: () => root, path: '/cart', component: soon })
const orders = createRoute({ getParentRoute: () => root, path: '/orders', component: soon })
const order = createRoute({ getParentRoute: () => root, path: '/orders/$order', component: soon, validateSearch: (s: Record<string, unknown>): { key?: string } => text(s, 'key') })
const create = createRoute({ getParentRoute: () => root, path: '/create', component: soon })
const person = createRoute({ getParentRoute: () => root, path: '/u/$handle', component: soon })
const shop = createRoute({ getParentRoute: () => root, path: '/shop/$slug', component: soon, validateSearch: shared })
const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', component: soon, validateSearch: (s: Record<string, unknown>): { next?: string } => text(s, 'next') })

export const router = createRouter({
  routeTree: root.addChildren([home, post, share, product, checkout, me, mall, search, cart, orders, order, create, person, shop, signIn]),
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  scrollRestoration: true,
  defaultStructuralSharing: true,
})
