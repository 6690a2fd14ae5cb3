import { api, ask, type Reply } from '../../client/api.ts'
import { ApiError } from '../../client/error.ts'
import type { operations } from '../../client/schema.d.ts'
import { intlTag } from '../../i18n/core.ts'
import { euMembers } from '../markets.ts'

export type Readiness = Reply<'GET /v1/shops/{shop}/trade/readiness'>
export type Requirement = Readiness['requirements'][number]
export type Names = Reply<'GET /v1/shops/{shop}/trade/registrations'>
export type Name = Names['names'][number]['name']
export type ProductRow = Reply<'GET /v1/shops/{shop}/trade/readiness/products'>['items'][number]
export type Way = NonNullable<operations['GET /v1/shops/{shop}/trade/readiness/products']['parameters']['query']>['way']
export type Verdict = Reply<'GET /v1/products/{id}/trade-readiness'>['items'][number]

/** What the shop of these pages sends by, in the order in which a merchant meets them. */
export const ways: readonly Way[] = ['9610', '1210', 'post', 'seller_collects', 'import']
/** Countries that the set-up speaks of, whether the shop sends there or not; the states of the EU stand as one. */
const first = ['CN', 'EU', 'US', 'GB', 'SG', 'JP'] as const

export const askReadiness = (shop: string, market: string) => ({
  queryKey: ['trade-readiness', shop, market],
  queryFn: () => ask(api.GET('/v1/shops/{shop}/trade/readiness', { params: { path: { shop }, query: { market } } })),
})
export const askNames = (shop: string) => ({
  queryKey: ['trade-names', shop],
  queryFn: () => ask(api.GET('/v1/shops/{shop}/trade/registrations', { params: { path: { shop } } })),
})
export const askShop = (slug: string) => ({
  queryKey: ['shop', slug],
  queryFn: () => ask(api.GET('/v1/shops/{slug}', { params: { path: { slug } } })),
  staleTime: 10 * 60_000,
})

export const isEu = (country: string): boolean => euMembers.includes(country)
export const nameOf = (country: string): string => new Intl.DisplayNames(intlTag(), { type: 'region' }).of(country) ?? country
/** The tabs: the usual countries and every other one that the shop sends to, without its own. */
export function tabsOf(home: string, sentTo: readonly string[]): readonly string[] {
  const others = sentTo.filter(c => !isEu(c) && !(first as readonly string[]).includes(c))
  return [...new Set([...first, ...others])].filter(m => m !== home && !(m === 'EU' && isEu(home)))
}
/** The country that is asked about for a tab: for the EU one of its states, best one that the shop sends to. */
export const countryOf = (tab: string, sentTo: readonly string[]): string => (tab === 'EU' ? (sentTo.find(isEu) ?? 'DE') : tab)

/** Fields that the server refused, by name. */
export function refusedFields(error: unknown): Readonly<Record<string, string>> {
  const fields = error instanceof ApiError ? error.details.fields : undefined
  if (typeof fields !== 'object' || fields === null) return {}
  return Object.fromEntries(
    Object.entries(fields as Record<string, unknown>).map(([k, v]) => [
      k.replace(/^(body[./]?)?(facts[./])?/, '').replace(/^\//, ''),
      Array.isArray(v) ? String(v[0]) : String(v),
    ]),
  )
}
