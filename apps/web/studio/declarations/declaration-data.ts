import { useMutation } from '@tanstack/react-query'
import { api, ask, type Reply } from '../../client/api.ts'
import { ApiError, isCode } from '../../client/error.ts'
import { queryClient } from '../../client/query.ts'
import type { Order } from '../../client/types.ts'
import { type DeclarationMessages, declarations, useDeclarations } from '../../i18n/studio/declarations/index.ts'
import { toast } from '../../ui/core/index.ts'
import type { Tone } from '../../ui/desk/index.ts'

export type Declared = Reply<'GET /v1/declarations/{order}'>
export type Declaration = Declared['declaration']
export type Check = Declaration['checks'][number]
export type Parcel = Declaration['parcel']
export type Word = keyof DeclarationMessages['states']
export type DocumentCode = keyof DeclarationMessages['names']

export const views = ['todo', 'under_way', 'released', 'ended'] as const
/** How often a page looks again: customs answers while it is open. */
export const look = { list: 30_000, page: 15_000, underWay: 4000 } as const

/** Where it stands, in one word. `paid` is the shop's turn until the three documents have gone. */
export function wordOf(d: Declaration): Word {
  if (d.state !== 'paid') return d.state
  if (d.documents.some(x => x.code === 311)) return 'waiting'
  return d.checks.length === 0 ? 'todo' : d.sendable ? 'ready' : 'mend'
}
export const tones: Readonly<Record<Word, Tone>> = {
  created: 'quiet',
  todo: 'todo',
  mend: 'warn',
  ready: 'todo',
  waiting: 'todo',
  rejected: 'danger',
  matched: 'warn',
  sent: 'todo',
  list_rejected: 'danger',
  cancelling: 'todo',
  cancelled: 'quiet',
  released: 'ok',
  delivered: 'ok',
  returning: 'todo',
  returned: 'quiet',
  closed: 'quiet',
}
export const isUnderWay = (word: Word): boolean => ['waiting', 'matched', 'sent', 'cancelling', 'returning'].includes(word)
/** The parcel and the documents can still change. */
export const isOpen = (word: Word): boolean => ['todo', 'mend', 'ready', 'rejected', 'list_rejected'].includes(word)

/** Whether an order is declared at all: cross-border retail import, in CNY. */
export const isDeclared = (o: Order): boolean =>
  (o.trade?.mode === '9610' || o.trade?.mode === '1210') && o.total.currency === 'CNY' && o.payment !== 'none'

export const declarationQuery = (order: string) => ({
  queryKey: ['declaration', order],
  queryFn: () => ask(api.GET('/v1/declarations/{order}', { params: { path: { order } } })),
})
export type Step =
  | { readonly what: 'check' | 'send' }
  | { readonly what: 'parcel'; readonly parcel: Parcel }
  | { readonly what: 'cancel'; readonly reason: string }
  | { readonly what: 'return'; readonly reason: string; readonly lines: { line: number; quantity: number }[] | null }

function take(order: string, s: Step): Promise<Declaration> {
  const params = { path: { order } }
  switch (s.what) {
    case 'parcel':
      return ask(api.PUT('/v1/declarations/{order}/parcel', { params, body: s.parcel }))
    case 'check':
      return ask(api.POST('/v1/declarations/{order}/check', { params }))
    case 'send':
      return ask(api.POST('/v1/declarations/{order}/send', { params }))
    case 'cancel':
      return ask(api.POST('/v1/declarations/{order}/cancel', { params, body: { reason: s.reason } }))
    case 'return': {
      const body = { reason: s.reason, ...(s.lines && { lines: s.lines }) }
      return ask(api.POST('/v1/declarations/{order}/return', { params, body }))
    }
  }
}
const done = (): Readonly<Record<Step['what'], string>> => {
  const t = declarations()
  return { check: t.checked, parcel: t.parcelSaved, send: t.sent, cancel: t.cancelled, return: t.applied }
}

/** Never optimistic: the page shows a new state when the server has said so, and fetches it anew when a step no longer fits. */
export function useStep(order: string) {
  const again = () => {
    for (const key of [['declaration', order], ['declarations'], ['declaration-counts']])
      void queryClient.invalidateQueries({ queryKey: key })
  }
  return useMutation({
    mutationFn: (step: Step) => take(order, step),
    onSuccess: (declaration, step) => {
      queryClient.setQueryData<Declared>(['declaration', order], old => old && { ...old, declaration })
      again()
      toast(done()[step.what])
    },
    onError: error => {
      if (isCode(error, 'wrong_state', 'trade_refused')) again()
    },
  })
}

/** What customs’ rules refuse has words of its own; the rest is said as everywhere. */
export function useRefusal(error: unknown): string | null {
  const t = useDeclarations()
  if (!(error instanceof ApiError) || error.code !== 'trade_refused') return null
  const words: Readonly<Record<string, string>> = t.refusals
  return words[String(error.details.reason)] ?? null
}
