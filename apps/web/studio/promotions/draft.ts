import type { operations } from '../../client/schema.d.ts'
import type { Texts } from '../../client/types.ts'
import { momentOf, momentText } from '../../ui/core/index.ts'
import { digitsOf } from '../products/draft.ts'
import { hundredthsOf } from '../products/PriceForm.tsx'
import type { Offer } from './promotions-data.ts'

export type Body = operations['POST /v1/shops/{shop}/offers']['requestBody']['content']['application/json']
export type Kind = Body['kind']
export const kinds = ['percent', 'fixed', 'buy_get', 'free_shipping', 'flash'] as const satisfies readonly Kind[]
export type Scope = 'all' | 'products' | 'categories'
type Category = NonNullable<Body['categories']>[number]

/** A flash price as it is typed; amounts are minor units, null while they are none. */
export interface DraftItem {
  readonly variant: string
  readonly product: string
  readonly price: string | null
  readonly limit: string
}
/** A promotion as it is typed. Times are those of a datetime-local field, in the reader's zone. */
export interface Draft {
  readonly kind: Kind
  readonly name: Texts
  readonly percent: string
  readonly amount: string | null
  readonly buy: string
  readonly get: string
  readonly items: readonly DraftItem[]
  readonly scope: Scope
  readonly products: readonly string[]
  readonly categories: readonly Category[]
  readonly starts: string
  readonly ends: string
  readonly code: string
  readonly minimum: string | null
  readonly markets: string
  readonly campaign: boolean
  readonly uses: string
  readonly perPerson: string
  readonly budget: string | null
}

export const emptyDraft = (): Draft => ({
  kind: 'percent',
  name: {},
  percent: '',
  amount: '',
  buy: '2',
  get: '1',
  items: [],
  scope: 'all',
  products: [],
  categories: [],
  starts: momentText(new Date()),
  ends: '',
  code: '',
  minimum: '',
  markets: '',
  campaign: false,
  uses: '',
  perPerson: '',
  budget: '',
})
const typedOf = (n: number | null): string => (n === null ? '' : String(n))
export const draftOf = (o: Offer): Draft => ({
  kind: o.kind,
  name: o.name,
  percent: o.percent === null ? '' : String(o.percent / 100),
  amount: o.amount?.minor ?? '',
  buy: typedOf(o.buy),
  get: typedOf(o.get),
  items: o.items.map(i => ({ variant: i.variant, product: i.product, price: i.price.minor, limit: typedOf(i.limit) })),
  scope: o.products.length > 0 ? 'products' : o.categories.length > 0 ? 'categories' : 'all',
  products: o.products,
  categories: o.categories as Category[],
  starts: momentText(new Date(o.starts)),
  ends: o.ends ? momentText(new Date(o.ends)) : '',
  code: o.code ?? '',
  minimum: o.minimum?.minor ?? '',
  markets: o.markets.join(', '),
  campaign: o.layer === 'campaign',
  uses: typedOf(o.uses),
  perPerson: typedOf(o.perPerson),
  budget: o.budget?.minor ?? '',
})

export type Fault =
  | 'name'
  | 'percent'
  | 'amount'
  | 'buy'
  | 'get'
  | 'items'
  | 'scope'
  | 'starts'
  | 'ends'
  | 'code'
  | 'minimum'
  | 'markets'
  | 'uses'
  | 'perPerson'
  | 'budget'
const countries = (typed: string): string[] => [
  ...new Set(
    typed
      .normalize('NFKC')
      .toUpperCase()
      .split(/[\s,、]+/)
      .filter(Boolean),
  ),
]
const whole = (typed: string): number | null => (digitsOf(typed) === '' ? null : Number(digitsOf(typed).slice(0, 9)))
const some = (minor: string | null): boolean => minor !== null && minor !== '' && BigInt(minor) > 0n

/** What is wrong with a draft, field by field; the server looks again. */
export function faultsOf(d: Draft): ReadonlySet<Fault> {
  const [starts, ends] = [momentOf(d.starts), momentOf(d.ends)]
  const between = (typed: string, low: number, high: number) => {
    const n = whole(typed)
    return n !== null && n >= low && n <= high
  }
  const limits: Readonly<Record<'uses' | 'perPerson', number>> = { uses: 1_000_000, perPerson: 1000 }
  const wrong: Readonly<Record<Fault, boolean>> = {
    name: !Object.values(d.name).some(n => n?.trim()),
    percent: d.kind === 'percent' && !((hundredthsOf(d.percent) ?? 0) > 0 && (hundredthsOf(d.percent) ?? 0) <= 10_000),
    amount: d.kind === 'fixed' && !some(d.amount),
    buy: d.kind === 'buy_get' && !between(d.buy, 1, 50),
    get: d.kind === 'buy_get' && !between(d.get, 1, 50),
    items: d.kind === 'flash' && (d.items.length === 0 || d.items.some(i => !some(i.price))),
    scope:
      d.kind !== 'flash' &&
      (d.scope === 'products' ? d.products.length === 0 : d.scope === 'categories' && d.categories.length === 0),
    starts: starts === null,
    ends: d.ends !== '' && (ends === null || (starts !== null && ends <= starts)),
    code: d.code.trim() !== '' && !/^[\p{L}\p{N}_-]{3,32}$/u.test(d.code.normalize('NFKC').trim()),
    minimum: d.minimum !== '' && !some(d.minimum),
    markets: countries(d.markets).some(c => !/^[A-Z]{2}$/.test(c)),
    uses: d.uses !== '' && !between(d.uses, 1, limits.uses),
    perPerson: d.perPerson !== '' && !between(d.perPerson, 1, limits.perPerson),
    budget: d.budget !== '' && !some(d.budget),
  }
  return new Set((Object.keys(wrong) as Fault[]).filter(k => wrong[k]))
}

/** A draft without faults as the server takes it. `kept`: a start that was not touched keeps its seconds. */
export function bodyOf(d: Draft, kept?: Offer): Body {
  const at = (typed: string, was: string | null | undefined): string | null =>
    was && momentText(new Date(was)) === typed ? was : (momentOf(typed)?.toISOString() ?? null)
  const flash = d.kind === 'flash'
  return {
    kind: d.kind,
    name: Object.fromEntries(Object.entries(d.name).filter(([, v]) => v?.trim())),
    starts: at(d.starts, kept?.starts) ?? new Date().toISOString(),
    ends: at(d.ends, kept?.ends),
    campaign: d.campaign && !flash,
    code: flash ? null : d.code.trim() || null,
    markets: countries(d.markets),
    products: !flash && d.scope === 'products' ? [...d.products] : [],
    categories: !flash && d.scope === 'categories' ? [...d.categories] : [],
    minimum: d.minimum || null,
    percent: d.kind === 'percent' ? hundredthsOf(d.percent) : null,
    amount: d.kind === 'fixed' ? d.amount : null,
    buy: d.kind === 'buy_get' ? whole(d.buy) : null,
    get: d.kind === 'buy_get' ? whole(d.get) : null,
    items: flash ? d.items.map(i => ({ variant: i.variant, price: i.price ?? '', limit: whole(i.limit) })) : [],
    uses: whole(d.uses),
    perPerson: whole(d.perPerson),
    budget: d.budget || null,
  }
}
export const sameDraft = (a: Draft, b: Draft): boolean => JSON.stringify(bodyOf(a)) === JSON.stringify(bodyOf(b))
