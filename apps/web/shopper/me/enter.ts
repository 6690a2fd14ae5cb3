import { setMe } from '../../client/me.ts'
import { queryClient } from '../../client/query.ts'
import type { Me } from '../../client/types.ts'
import { setLanguage } from '../../i18n/core.ts'

/** Somebody came in: everything that depends on who is here is asked anew. */
export function enter(me: Me): void {
  queryClient.removeQueries({ predicate: q => q.queryKey[0] !== 'media-limits' && q.queryKey[0] !== 'me', type: 'inactive' })
  setMe(me)
  void queryClient.invalidateQueries()
  void setLanguage(me.language)
}
/** Only a path of this very site: a link can't send people elsewhere through the sign-in page. */
export const safePath = (next: string | undefined): string => (next && /^\/(?![/\\])/.test(next) ? next : '/me')
