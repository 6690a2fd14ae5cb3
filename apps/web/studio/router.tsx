import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { Gate } from './Gate.tsx'
import { Lost } from './Lost.tsx'

const root = createRootRoute({ component: Gate, notFoundComponent: Lost })
const words = (search: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(search).flatMap(([k, v]) => (v === undefined || v === null ? [] : [[k, String(v)]])))
const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => root, path, component, validateSearch: words })

const pages = [
  page(
    '/',
    lazyRouteComponent(() => import('./home/HomePage.tsx'), 'HomePage'),
  ),
  page(
    '/orders',
    lazyRouteComponent(() => import('./orders/OrdersPage.tsx'), 'OrdersPage'),
  ),
  page(
    '/orders/slips',
    lazyRouteComponent(() => import('./orders/SlipsPage.tsx'), 'SlipsPage'),
  ),
  page(
    '/orders/$order',
    lazyRouteComponent(() => import('./orders/OrderPage.tsx'), 'OrderPage'),
  ),
  page(
    '/returns',
    lazyRouteComponent(() => import('./returns/ReturnsPage.tsx'), 'ReturnsPage'),
  ),
  page(
    '/returns/$order',
    lazyRouteComponent(() => import('./returns/ReturnPage.tsx'), 'ReturnPage'),
  ),
  page(
    '/declarations',
    lazyRouteComponent(() => import('./declarations/DeclarationsPage.tsx'), 'DeclarationsPage'),
  ),
  page(
    '/declarations/$order',
    lazyRouteComponent(() => import('./declarations/DeclarationPage.tsx'), 'DeclarationPage'),
  ),
  page(
    '/products',
    lazyRouteComponent(() => import('./products/ProductsPage.tsx'), 'ProductsPage'),
  ),
  page(
    '/products/new',
    lazyRouteComponent(() => import('./products/NewProductPage.tsx'), 'NewProductPage'),
  ),
  page(
    '/products/import',
    lazyRouteComponent(() => import('./products/import/ImportPage.tsx'), 'ImportPage'),
  ),
  page(
    '/products/import/$run',
    lazyRouteComponent(() => import('./products/import/RunPage.tsx'), 'RunPage'),
  ),
  page(
    '/products/$product',
    lazyRouteComponent(() => import('./products/ProductPage.tsx'), 'ProductPage'),
  ),
  page(
    '/products/$product/stock',
    lazyRouteComponent(() => import('./stock/StockPage.tsx'), 'StockPage'),
  ),
  page(
    '/locations',
    lazyRouteComponent(() => import('./stock/LocationsPage.tsx'), 'LocationsPage'),
  ),
  page(
    '/promotions',
    lazyRouteComponent(() => import('./promotions/PromotionsPage.tsx'), 'PromotionsPage'),
  ),
  page(
    '/promotions/new',
    lazyRouteComponent(() => import('./promotions/NewPromotionPage.tsx'), 'NewPromotionPage'),
  ),
  page(
    '/promotions/$offer',
    lazyRouteComponent(() => import('./promotions/PromotionPage.tsx'), 'PromotionPage'),
  ),
  page(
    '/content',
    lazyRouteComponent(() => import('./content/ContentPage.tsx'), 'ContentPage'),
  ),
  page(
    '/customers',
    lazyRouteComponent(() => import('./customers/CustomersPage.tsx'), 'CustomersPage'),
  ),
  page(
    '/finance',
    lazyRouteComponent(() => import('./finance/FinancePage.tsx'), 'FinancePage'),
  ),
  page(
    '/finance/statement',
    lazyRouteComponent(() => import('./finance/StatementPage.tsx'), 'StatementPage'),
  ),
  page(
    '/reviews',
    lazyRouteComponent(() => import('./reviews/ReviewsPage.tsx'), 'ReviewsPage'),
  ),
  page(
    '/legal',
    lazyRouteComponent(() => import('./legal/LegalDesk.tsx'), 'LegalDesk'),
  ),
  page(
    '/staff',
    lazyRouteComponent(() => import('./staff/StaffPage.tsx'), 'StaffPage'),
  ),
  page(
    '/trade',
    lazyRouteComponent(() => import('./trade/TradePage.tsx'), 'TradePage'),
  ),
  page(
    '/trade/products',
    lazyRouteComponent(() => import('./trade/ReadyListPage.tsx'), 'ReadyListPage'),
  ),
  page(
    '/products/$product/trade',
    lazyRouteComponent(() => import('./trade/ProductTradePage.tsx'), 'ProductTradePage'),
  ),
  page(
    '/shop',
    lazyRouteComponent(() => import('./shop/ShopPage.tsx'), 'ShopPage'),
  ),
  // The gate itself draws this one: it is also what a member without a shop sees everywhere.
  createRoute({ getParentRoute: () => root, path: '/open', component: () => null }),
]
export const router = createRouter({
  basepath: '/studio',
  routeTree: root.addChildren(pages),
  defaultPreload: 'intent',
  scrollRestoration: true,
})
