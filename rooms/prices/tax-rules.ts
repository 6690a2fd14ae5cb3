/** A row of law: consumption tax that is contained in shown prices. Dated, with its source; the newest row that has begun counts. */
export interface TaxRule {
  readonly country: string
  readonly from: string
  readonly standard: bigint
  readonly reduced: bigint
  /** Categories at the reduced rate. */
  readonly reducedCategories: readonly string[]
  readonly source: string
}
export const taxRules: readonly TaxRule[] = [
  {
    country: 'JP',
    from: '2019-10-01',
    standard: 10n,
    reduced: 8n,
    reducedCategories: ['tea', 'sweets'],
    source: 'Consumption Tax Act, Art. 29 and Supplementary Provisions of 2016 Art. 34: food and drink except alcohol at 8 %',
  },
]

/** Percent of tax within a price there, then, for this category; 0 where no row is known or the seller is not registered. */
export function taxPercent(country: string, category: string, at: Date, registered: boolean): bigint {
  if (!registered) return 0n
  const rule = taxRules
    .filter(r => r.country === country && new Date(`${r.from}T00:00:00+09:00`) <= at)
    .sort((a, b) => (a.from < b.from ? 1 : -1))[0]
  if (!rule) return 0n
  return rule.reducedCategories.includes(category) ? rule.reduced : rule.standard
}
