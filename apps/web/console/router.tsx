import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import { Gate } from './Gate.tsx'
import { Lost } from './Lost.tsx'

const root = createRootRoute({ component: Gate, notFoundComponent: Lost })
const words = (search: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(Object.entries(search).flatMap(([k, v]) => (v === undefined || v === null ? [] : [[k, String(v)]])))
const page = <P extends string>(path: P, component: ReturnType<typeof lazyRouteComponent>) =>
  createRoute({ getParentRoute: () => root, path, component, validateSearch: words })

export const router = createRouter({
  basepath: '/console',
  routeTree: root.addChildren([
    page(
      '/',
      lazyRouteComponent(() => import('./home/HomePage.tsx'), 'HomePage'),
    ),
    page(
      '/reports',
      lazyRouteComponent(() => import('./queue/QueuePage.tsx'), 'QueuePage'),
    ),
    page(
      '/reports/appeals',
      lazyRouteComponent(() => import('./queue/AppealsPage.tsx'), 'AppealsPage'),
    ),
    page(
      '/reports/decisions',
      lazyRouteComponent(() => import('./queue/DecisionsPage.tsx'), 'DecisionsPage'),
    ),
    page(
      '/people',
      lazyRouteComponent(() => import('./people/PeoplePage.tsx'), 'PeoplePage'),
    ),
    page(
      '/shops',
      lazyRouteComponent(() => import('./shops/ShopsPage.tsx'), 'ShopsPage'),
    ),
    page(
      '/rates',
      lazyRouteComponent(() => import('./rates/RatesPage.tsx'), 'RatesPage'),
    ),
    page(
      '/rules',
      lazyRouteComponent(() => import('./rules/RulesPage.tsx'), 'RulesPage'),
    ),
    page(
      '/payouts',
      lazyRouteComponent(() => import('./payouts/PayoutsPage.tsx'), 'PayoutsPage'),
    ),
    page(
      '/fees',
      lazyRouteComponent(() => import('./fees/FeesPage.tsx'), 'FeesPage'),
    ),
    page(
      '/music',
      lazyRouteComponent(() => import('./music/MusicPage.tsx'), 'MusicPage'),
    ),
    page(
      '/loop',
      lazyRouteComponent(() => import('./loop/PlatformLoopPage.tsx'), 'PlatformLoopPage'),
    ),
    page(
      '/health',
      lazyRouteComponent(() => import('./health/HealthPage.tsx'), 'HealthPage'),
    ),
    page(
      '/heart',
      lazyRouteComponent(() => import('./heart/HeartPage.tsx'), 'HeartPage'),
    ),
  ]),
  defaultPreload: 'intent',
})
