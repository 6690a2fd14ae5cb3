import { useQuery } from '@tanstack/react-query'
import { api, ask, type Reply } from '../../client/api.ts'
import { wish } from '../../client/outbox.ts'
import { queryClient } from '../../client/query.ts'
import { onRefused } from '../../client/refused.ts'
import { errorText } from '../../i18n/shared/index.ts'
import { toast } from '../../ui/core/index.ts'

export type Alert = Reply<'GET /v1/me/alerts'>['items'][number]
/** What an alert is set on: a variant that is sold out, or a product whose price may fall. */
export type AlertOn =
  | { readonly kind: 'restock'; readonly product: string; readonly variant: string }
  | { readonly kind: 'price_drop'; readonly product: string }

const key = ['alerts', 'set']
const aboutOf = (on: AlertOn) => (on.kind === 'restock' ? `restock:${on.variant}` : `price_drop:${on.product}`)
const ofAlert = (a: Alert) => (a.kind === 'restock' ? `restock:${a.variant}` : `price_drop:${a.product}`)

/** The alerts that wait, as a set of what they are on. */
export function useAlertSet(): ReadonlySet<string> {
  const { data } = useQuery({
    queryKey: key,
    queryFn: async () =>
      (await ask(api.GET('/v1/me/alerts', { params: { query: { limit: 100 } } }))).items.filter(a => !a.fired).map(ofAlert),
    staleTime: 60_000,
  })
  return new Set(data)
}
export const isSet = (alerts: ReadonlySet<string>, on: AlertOn): boolean => alerts.has(aboutOf(on))

onRefused(({ about }, error) => {
  if (!/^(restock|price_drop):/.test(about)) return
  void queryClient.invalidateQueries({ queryKey: ['alerts'] })
  toast(errorText(error))
})

/** Shown at once; sent now, or when the network is back. True: the wish was taken. */
export async function setAlert(on: AlertOn, wanted: boolean): Promise<boolean> {
  const about = aboutOf(on)
  const before = queryClient.getQueryData<string[]>(key)
  const rest = (before ?? []).filter(a => a !== about)
  queryClient.setQueryData(key, wanted ? [about, ...rest] : rest)
  const path = on.kind === 'restock' ? `/v1/variants/${on.variant}/restock-alert` : `/v1/products/${on.product}/price-alert`
  try {
    await wish({ about, method: wanted ? 'PUT' : 'DELETE', path })
    void queryClient.invalidateQueries({ queryKey: ['alerts', 'list'] })
    return true
  } catch (error) {
    queryClient.setQueryData(key, before)
    toast(errorText(error))
    return false
  }
}
