import type { Currency, WireMoney } from '#base/kernel'
import type { RuleRow } from './rows.ts'

const of = (minor: number, currency: Currency): WireMoney => ({ minor: String(minor), currency })
const spirits = ['2203', '2204', '2205', '2206', '2207', '2208']
const excised = [...spirits, '24']
/** Food and drink without alcohol: chapters as they are; 2209 is vinegar. */
const food = ['02', '03', '04', '07', '08', '09', '10', '11', '15', '16', '17', '18', '19', '20', '21', '2201', '2202', '2209']

const japanReliefExcept = ['4202', '4203', '61', '6403', ...excised]
const yenFree = of(10_000, 'JPY')
export const japan: readonly RuleRow[] = [
  {
    jurisdiction: 'JP',
    rule: 'relief',
    from: '1989-04-01',
    to: '2028-04-01',
    source:
      'Customs Tariff Act Art. 14 (18) and its order: customs value up to ¥10,000, except leather goods, knitwear, alcohol, tobacco',
    params: { dutyUpTo: yenFree, taxUpTo: yenFree, exceptHs: japanReliefExcept },
  },
  {
    jurisdiction: 'JP',
    rule: 'relief',
    from: '2028-04-01',
    to: null,
    source: 'Tax reform of 2026: consumption tax on mail-order sales up to ¥10,000 (skadvisory.jp, vatabout.com)',
    params: { dutyUpTo: yenFree, taxUpTo: null, exceptHs: japanReliefExcept },
  },
  {
    jurisdiction: 'JP',
    rule: 'valuation',
    from: '1989-04-01',
    to: null,
    source: 'Customs Tariff Act Art. 4-6 (2): personal imports at the wholesale level, 60 % of the retail price in practice',
    params: { individualPercent: '60', withFreight: false },
  },
  {
    jurisdiction: 'JP',
    rule: 'vat',
    from: '2019-10-01',
    to: null,
    source: 'Consumption Tax Act Art. 29 and Supplementary Provisions of 2016 Art. 34: food and drink except alcohol at 8 %',
    params: { standard: '10', reduced: food.map(hs => ({ hs, percent: '8' })) },
  },
  {
    jurisdiction: 'JP',
    rule: 'simple-duty',
    from: '1989-04-01',
    to: null,
    source:
      'Customs Tariff Act Art. 3-3: simplified tariff up to ¥200,000; what it leaves out needs the general rate (rule "duty")',
    params: {
      upTo: of(200_000, 'JPY'),
      lines: [
        ...['10', '11', '19', '17', ...excised, '4202', '4203', '61', '64'].map(hs => ({ hs, percent: null })),
        ...['2105', '43'].map(hs => ({ hs, percent: '20' })),
        ...['0901', '0902'].map(hs => ({ hs, percent: '15' })),
        { hs: '62', percent: '10' },
        ...['39', '70', '94', '85'].map(hs => ({ hs, percent: '3' })),
        ...['40', '48', '49', '69', '72', '73', '95'].map(hs => ({ hs, percent: '0' })),
      ],
      otherwise: '5',
    },
  },
]

/** Standard rates; books where a reduced one is well known. Other reduced rates (food, medicine) are rows that an operator adds. */
const memberVat: Record<string, readonly [standard: string, books?: string]> = {
  AT: ['20', '10'],
  BE: ['21', '6'],
  BG: ['20'],
  HR: ['25'],
  CY: ['19'],
  CZ: ['21'],
  DK: ['25'],
  EE: ['24'],
  FI: ['25.5'],
  FR: ['20', '5.5'],
  DE: ['19', '7'],
  GR: ['24'],
  HU: ['27'],
  IE: ['23', '0'],
  IT: ['22', '4'],
  LV: ['21'],
  LT: ['21'],
  LU: ['17'],
  MT: ['18'],
  NL: ['21', '9'],
  PL: ['23'],
  PT: ['23'],
  RO: ['21'],
  SK: ['23'],
  SI: ['22'],
  ES: ['21', '4'],
  SE: ['25', '6'],
}
export const union: readonly RuleRow[] = [
  {
    jurisdiction: 'EU',
    rule: 'union',
    from: '2021-07-01',
    to: null,
    source: 'Treaty on European Union; Regulation (EU) 952/2013 Art. 4',
    params: { members: Object.keys(memberVat) },
  },
  ...Object.entries(memberVat).map(
    ([jurisdiction, [standard, books]]): RuleRow => ({
      jurisdiction,
      rule: 'vat',
      from: '2025-08-01',
      to: null,
      source: 'Directive 2006/112/EC Art. 96–98; rates of the member states as of August 2025',
      params: { standard, reduced: books === undefined ? [] : [{ hs: '4901', percent: books }] },
    }),
  ),
  {
    jurisdiction: 'EU',
    rule: 'seller-collects',
    from: '2021-07-01',
    to: null,
    source: 'Directive 2006/112/EC Art. 369l (IOSS): intrinsic value up to €150, no excise goods',
    params: { scheme: 'IOSS', limit: of(150_00, 'EUR'), registration: 'ioss', mandatory: false, exceptHs: excised },
  },
  {
    jurisdiction: 'EU',
    rule: 'item-duty',
    from: '2021-07-01',
    to: '2026-07-01',
    source: 'Regulation (EC) 1186/2009 Art. 23: no duty up to €150',
    params: { perItem: of(0, 'EUR') },
  },
  {
    jurisdiction: 'EU',
    rule: 'item-duty',
    from: '2026-07-01',
    to: '2028-07-01',
    source:
      'Council decision of December 2025; Commission guidance of 2026-06-02: €3 per 6-digit item, VAT on it, until the reform of 2028',
    params: { perItem: of(3_00, 'EUR') },
  },
  {
    jurisdiction: 'EU',
    rule: 'relief',
    from: '2021-07-01',
    to: '2026-07-01',
    source: 'Regulation (EC) 1186/2009 Art. 23, 24: no duty up to €150, except alcohol, perfume, tobacco',
    params: { dutyUpTo: of(150_00, 'EUR'), taxUpTo: null, exceptHs: [...excised, '3303'] },
  },
  {
    jurisdiction: 'EU',
    rule: 'relief',
    from: '2026-07-01',
    to: null,
    source: 'Council decision of December 2025: the relief ends for what comes outside the scheme',
    params: { dutyUpTo: null, taxUpTo: null, exceptHs: [] },
  },
]

export const others: readonly RuleRow[] = [
  {
    jurisdiction: 'GB',
    rule: 'seller-collects',
    from: '2021-01-01',
    to: '2029-03-31',
    source: 'VATA 1994 s. 7AA; gov.uk "VAT and overseas goods sold directly to customers in the UK"; relief ends by March 2029',
    params: { scheme: 'UK VAT', limit: of(135_00, 'GBP'), registration: 'gbVat', mandatory: true, exceptHs: excised },
  },
  {
    jurisdiction: 'GB',
    rule: 'item-duty',
    from: '2021-01-01',
    to: '2029-03-31',
    source: 'Customs (Reliefs) 2020: no duty up to £135',
    params: { perItem: of(0, 'GBP') },
  },
  {
    jurisdiction: 'GB',
    rule: 'relief',
    from: '2021-01-01',
    to: '2029-03-31',
    source: 'Customs (Reliefs) 2020: no duty up to £135, except alcohol, perfume, tobacco',
    params: { dutyUpTo: of(135_00, 'GBP'), taxUpTo: null, exceptHs: [...excised, '3303'] },
  },
  {
    jurisdiction: 'GB',
    rule: 'vat',
    from: '2011-01-04',
    to: null,
    source:
      'VATA 1994 s. 2 and Sch. 8: 20 %, printed books 0 %; zero-rated food and children’s clothes are rows that an operator adds',
    params: { standard: '20', reduced: [{ hs: '4901', percent: '0' }] },
  },
  {
    jurisdiction: 'SG',
    rule: 'seller-collects',
    from: '2023-01-01',
    to: null,
    source: 'IRAS, overseas vendor registration for low-value goods: up to S$400',
    params: { scheme: 'OVR', limit: of(400_00, 'SGD'), registration: 'sgGst', mandatory: false, exceptHs: excised },
  },
  {
    jurisdiction: 'SG',
    rule: 'item-duty',
    from: '2023-01-01',
    to: null,
    source: 'Customs Act: no duty on these goods',
    params: { perItem: of(0, 'SGD') },
  },
  {
    jurisdiction: 'SG',
    rule: 'relief',
    from: '2023-01-01',
    to: null,
    source: 'GST (Imports Relief) Order: by air or post up to S$400, except liquor and tobacco',
    params: { dutyUpTo: of(400_00, 'SGD'), taxUpTo: of(400_00, 'SGD'), exceptHs: excised },
  },
  {
    jurisdiction: 'SG',
    rule: 'vat',
    from: '2024-01-01',
    to: null,
    source: 'GST Act s. 16: 9 %',
    params: { standard: '9', reduced: [] },
  },
  {
    jurisdiction: 'SG',
    rule: 'duty',
    from: '2023-01-01',
    to: null,
    source: 'Customs Duties Order: duty on liquor, tobacco, vehicles and petroleum only, by quantity',
    params: { lines: [...excised, '2709', '2710', '8703', '8711'].map(hs => ({ hs, percent: null })), otherwise: '0' },
  },
  {
    jurisdiction: 'US',
    rule: 'relief',
    from: '2025-08-29',
    to: null,
    source: 'Executive Order of 2025-07-30: de minimis suspended for all; goes on after the Supreme Court’s ruling of 2026-02-20',
    params: { dutyUpTo: null, taxUpTo: null, exceptHs: [] },
  },
  {
    jurisdiction: 'US',
    rule: 'vat',
    from: '2025-08-29',
    to: null,
    source: 'There is no federal VAT; sales taxes of the states are not quoted here',
    params: { standard: '0', reduced: [] },
  },
  {
    jurisdiction: 'US',
    rule: 'review',
    from: '2025-08-29',
    to: null,
    source:
      'Rates changed four times in a year; Section 122 lasts 150 days. The duty table is the operator’s to give and to renew',
    params: { rules: ['duty'], maxDays: 150 },
  },
]

export const priceClaims: readonly RuleRow[] = [
  {
    jurisdiction: 'EU',
    rule: 'price-claim',
    from: '2022-05-28',
    to: null,
    source:
      'Directive 98/6/EC Art. 6a (Omnibus 2019/2161); CJEU C-330/23 Aldi Süd. The 30 days that a reduction is shown are our policy',
    params: { kind: 'lowest-before', days: 30, progressive: true, shownDays: 30 },
  },
  {
    jurisdiction: 'JP',
    rule: 'price-claim',
    from: '2000-06-30',
    to: null,
    source: 'Consumer Affairs Agency, guideline on price display under the Act against Unjustifiable Premiums, part 4',
    params: { kind: 'recently-sold', windowDays: 56, morePercent: 50, leastDays: 14, lastDays: 14 },
  },
  {
    jurisdiction: 'CN',
    rule: 'price-claim',
    from: '2022-07-01',
    to: null,
    source: 'SAMR Order 56 (2022) Art. 16–18; the seven days of the earlier NDRC notice',
    params: { kind: 'lowest-executed', days: 7 },
  },
  {
    jurisdiction: '*',
    rule: 'price-claim',
    from: '2022-05-28',
    to: null,
    source: 'Our policy: where no rule is known, the strictest that is',
    params: { kind: 'lowest-before', days: 30, progressive: true, shownDays: 30 },
  },
]
