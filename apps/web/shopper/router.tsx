import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { Lost } from './shell/Lost.tsx'
import { Shell } from './shell/Shell.tsx'

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}

const root = createRootRoute({ component: Shell, notFoundComponent: Lost })
/** Watch is drawn by the shell itself, which keeps it alive behind other pages; these routes only name its addresses. */
const nothing = () => null
/** Keeps the named words of an address and drops the rest: an address is typed by anyone. */
const words =
  <K extends string>(...names: readonly K[]) =>
  (search: Record<string, unknown>): { [key in K]?: string } => {
    const kept: { [key in K]?: string } = {}
    for (const name of names) {
      const value = search[name]
      if (typeof value === 'string') kept[name] = value
      else if (typeof value === 'number') kept[name] = String(value)
    }
    return kept
  }
/** The share link that led here. */
const shared = words('share')

const parent = { getParentRoute: () => root }
const home = createRoute({ ...parent, path: '/', component: nothing })
const post = createRoute({ ...parent, path: '/p/$post', component: nothing, validateSearch: shared })
const share = createRoute({
  ...parent,
  path: '/s/$share',
  component: lazyRouteComponent(() => import('./watch/OpenShare.tsx'), 'OpenShare'),
})
const product = createRoute({
  ...parent,
  path: '/product/$product',
  validateSearch: shared,
  component: lazyRouteComponent(() => import('./product/ProductPage.tsx'), 'ProductPage'),
})
const checkout = createRoute({
  ...parent,
  path: '/checkout/$checkout',
  component: lazyRouteComponent(() => import('./checkout/CheckoutPage.tsx'), 'CheckoutPage'),
})
const mall = createRoute({
  ...parent,
  path: '/mall',
  validateSearch: words('category', 'sort'),
  component: lazyRouteComponent(() => import('./mall/MallPage.tsx'), 'MallPage'),
})
const search = createRoute({
  ...parent,
  path: '/search',
  validateSearch: words('q', 'tab'),
  component: lazyRouteComponent(() => import('./search/SearchPage.tsx'), 'SearchPage'),
})
const cart = createRoute({
  ...parent,
  path: '/cart',
  component: lazyRouteComponent(() => import('./cart/CartPage.tsx'), 'CartPage'),
})
const orders = createRoute({
  ...parent,
  path: '/orders',
  component: lazyRouteComponent(() => import('./orders/OrdersPage.tsx'), 'OrdersPage'),
})
const order = createRoute({
  ...parent,
  path: '/orders/$order',
  validateSearch: words('key'),
  component: lazyRouteComponent(() => import('./orders/OrderPage.tsx'), 'OrderPage'),
})
const create = createRoute({
  ...parent,
  path: '/create',
  validateSearch: words('line', 'product', 'post', 'shop'),
  component: lazyRouteComponent(() => import('./compose/ComposePage.tsx'), 'ComposePage'),
})
const edit = createRoute({
  ...parent,
  path: '/create/edit',
  validateSearch: words('line', 'product', 'shop', 'from'),
  component: lazyRouteComponent(() => import('./edit/EditPage.tsx'), 'EditPage'),
})
const person = createRoute({
  ...parent,
  path: '/u/$handle',
  component: lazyRouteComponent(() => import('./people/PersonPage.tsx'), 'PersonPage'),
})
const shop = createRoute({
  ...parent,
  path: '/shop/$slug',
  validateSearch: shared,
  component: lazyRouteComponent(() => import('./people/ShopPage.tsx'), 'ShopPage'),
})
const legal = createRoute({
  ...parent,
  path: '/shop/$slug/legal',
  component: lazyRouteComponent(() => import('./people/LegalPage.tsx'), 'LegalPage'),
})
const me = createRoute({
  ...parent,
  path: '/me',
  validateSearch: words('tab', 'kind', 'in'),
  component: lazyRouteComponent(() => import('./me/MePage.tsx'), 'MePage'),
})
const settings = createRoute({
  ...parent,
  path: '/me/settings',
  component: lazyRouteComponent(() => import('./me/SettingsPage.tsx'), 'SettingsPage'),
})
const taste = createRoute({
  ...parent,
  path: '/me/taste',
  component: lazyRouteComponent(() => import('./me/TastePage.tsx'), 'TastePage'),
})
const notices = createRoute({
  ...parent,
  path: '/me/notices',
  component: lazyRouteComponent(() => import('./notices/NoticesPage.tsx'), 'NoticesPage'),
})
const noticeSettings = createRoute({
  ...parent,
  path: '/me/notices/settings',
  component: lazyRouteComponent(() => import('./notices/NoticeSettingsPage.tsx'), 'NoticeSettingsPage'),
})
const alerts = createRoute({
  ...parent,
  path: '/me/alerts',
  component: lazyRouteComponent(() => import('./notices/AlertsPage.tsx'), 'AlertsPage'),
})
const decisions = createRoute({
  ...parent,
  path: '/me/decisions',
  component: lazyRouteComponent(() => import('./me/DecisionsPage.tsx'), 'DecisionsPage'),
})
const postPage = createRoute({
  ...parent,
  path: '/me/posts/$post',
  component: lazyRouteComponent(() => import('./me/post-page/PostPage.tsx'), 'PostPage'),
})
const signIn = createRoute({
  ...parent,
  path: '/sign-in',
  validateSearch: words('next', 'new', 'email'),
  component: lazyRouteComponent(() => import('./me/SignInPage.tsx'), 'SignInPage'),
})
const reset = createRoute({
  ...parent,
  path: '/reset/$token',
  component: lazyRouteComponent(() => import('./me/TokenPages.tsx'), 'ResetPage'),
})
const join = createRoute({
  ...parent,
  path: '/join/$token',
  component: lazyRouteComponent(() => import('./me/JoinPage.tsx'), 'JoinPage'),
})
const setup = createRoute({
  ...parent,
  path: '/setup/$token',
  component: lazyRouteComponent(() => import('./me/TokenPages.tsx'), 'SetupPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    post,
    share,
    product,
    checkout,
    mall,
    search,
    cart,
    orders,
    order,
    create,
    edit,
    person,
    shop,
    legal,
    me,
    settings,
    taste,
    notices,
    noticeSettings,
    alerts,
    decisions,
    postPage,
    signIn,
    reset,
    join,
    setup,
  ]),
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  // A feed knows its place itself (FeedView.tsx); one that is made anew begins with its first slide, whatever an earlier page showed.
  scrollRestoration: ({ location }) => location.pathname !== '/' && !location.pathname.startsWith('/p/'),
  defaultStructuralSharing: true,
})
