import type { PaymentProvider } from './provider.ts'

/** Where a way to pay is wanted: the currency of the total, and the country that the order goes to. Null: anywhere. */
export interface PayingWhere {
  readonly currency?: string | undefined
  readonly country?: string | undefined
}
export interface OfferedMethod {
  readonly key: string
  readonly provider: string
  readonly test: 'yes' | 'no'
}

/** What people of a country reach for first; a way that is not named comes after these, in the order of the settings. */
const firstIn: Readonly<Record<string, readonly string[]>> = {
  CN: ['alipay', 'wechat_pay', 'card'],
  other: ['card', 'alipay', 'wechat_pay'],
}

/** `wechat_pay=CN alipay=CN,HK`: the countries of the ways that are not offered everywhere. Throws at what it can't read. */
export function readMarkets(setting: string): ReadonlyMap<string, ReadonlySet<string>> {
  const rules = setting.split(/\s+/).filter(Boolean)
  return new Map(
    rules.map(rule => {
      const parts = /^([a-z_]+)=([A-Z]{2}(?:,[A-Z]{2})*)$/.exec(rule)
      if (!parts) throw new Error(`ENISHI_PAYMENT_MARKETS: "${rule}" is not like alipay=CN,HK`)
      return [parts[1] as string, new Set((parts[2] as string).split(','))]
    }),
  )
}

/** Each way once, by the first provider that takes it there. */
export function offeredMethods(
  providers: readonly PaymentProvider[],
  markets: ReadonlyMap<string, ReadonlySet<string>>,
  { currency, country }: PayingWhere,
): readonly OfferedMethod[] {
  const all = providers.flatMap(p =>
    p.methods
      .filter(key => currency === undefined || p.traits.takes(key, currency))
      .map(key => ({ key, provider: p.name, test: p.test ? ('yes' as const) : ('no' as const) })),
  )
  const here = all.filter(
    (m, i) => all.findIndex(o => o.key === m.key) === i && (country === undefined || (markets.get(m.key)?.has(country) ?? true)),
  )
  const order = firstIn[country ?? ''] ?? (firstIn.other as readonly string[])
  const rank = (key: string) => (order.includes(key) ? order.indexOf(key) : order.length)
  return here.toSorted((a, b) => rank(a.key) - rank(b.key))
}
