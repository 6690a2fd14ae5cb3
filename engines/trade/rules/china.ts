import type { WireMoney } from '#base/kernel'
import { positiveSample } from './china-positive-list.ts'
import type { RuleRow, Threshold } from './rows.ts'

const cny = (minor: number): WireMoney => ({ minor: String(minor), currency: 'CNY' })
const fine: Threshold = { perMlOrG: cny(10_00), perPiece: cny(15_00) }
const cosmetics = ['3303', '330410', '330420', '330430', '330491', '330499']
const watches = ['9101', '9102']
const jewellery = ['7113', '7114', '7116']

/** China, cross-border retail import and personal post. Excise and duty lines are a sample: an operator adds what the shop sells. */
export const china: readonly RuleRow[] = [
  {
    jurisdiction: 'CN',
    rule: 'limits',
    from: '2019-01-01',
    to: null,
    source: 'Caiguanshui 2018 No. 49; confirmed by Ningbo Customs, November 2025 (cceeccic.org/1452613053.html)',
    params: { perOrder: cny(5_000_00), perYear: cny(26_000_00) },
  },
  {
    jurisdiction: 'CN',
    rule: 'cbec',
    from: '2019-01-01',
    to: null,
    source: 'Caiguanshui 2016 No. 18 and 2018 No. 49 (70 %); Shangcaifa 2018 No. 486, GACC 194/2018 (who must be registered)',
    params: {
      payablePercent: '70',
      registrations: ['ebpCode', 'ebpName', 'ebcCode', 'ebcName', 'agentCode', 'agentName', 'payCode', 'logisticsCode'],
    },
  },
  {
    jurisdiction: 'CN',
    rule: 'positive-list',
    from: '2022-03-01',
    to: null,
    source:
      'Announcement 7/2022 of eight ministries, 1,476 lines; this is a sample written by hand, replace it by the official list',
    params: { edition: '2022 (sample)', lines: positiveSample },
  },
  {
    jurisdiction: 'CN',
    rule: 'vat',
    from: '2019-04-01',
    to: null,
    source: 'Announcement 39/2019 of MOF, STA and GACC: 13 %, and 9 % for grain, edible oil, salt, books, feed and farm produce',
    params: {
      standard: '13',
      reduced: [
        '0401',
        '0409',
        '0703',
        '0713',
        '0801',
        '0802',
        '0803',
        '0804',
        '0805',
        '0806',
        '0810',
        '0813',
        '0902',
        '1001',
        '1006',
        '1101',
        '1102',
        '1103',
        '1507',
        '1508',
        '1509',
        '1510',
        '1511',
        '1512',
        '1513',
        '1514',
        '1515',
        '2309',
        '2501',
        '4901',
        '4902',
        '4903',
        '4904',
      ].map(hs => ({ hs, percent: '9' })),
    },
  },
  {
    jurisdiction: 'CN',
    rule: 'excise',
    from: '2016-10-01',
    to: null,
    source:
      'Caishui 2016 No. 103 (cosmetics from CNY 10 per ml or g, or 15 per piece); Provisional Regulations on Consumption Tax (wine, jewellery, watches, golf)',
    params: {
      classes: [
        { name: 'high-end cosmetics', hs: cosmetics, percent: '15', least: fine },
        { name: 'wine and other drinks', hs: ['2204', '2205', '2206'], percent: '10', least: null },
        { name: 'gold, silver, platinum jewellery', hs: ['7113'], percent: '5', least: null },
        { name: 'other jewellery and pearls', hs: ['7101', '7116'], percent: '10', least: null },
        { name: 'high-end watches', hs: watches, percent: '20', least: { perItem: cny(10_000_00) } },
        { name: 'golf balls and clubs', hs: ['950631', '950632'], percent: '10', least: null },
      ],
    },
  },
  {
    jurisdiction: 'CN',
    rule: 'duty',
    from: '2019-01-01',
    to: null,
    source: 'Customs tariff of China, most-favoured-nation rates: the rows needed by the examples; add those of the shop',
    params: {
      lines: [
        { hs: '4202', percent: '6' },
        { hs: '9101', percent: '8' },
        { hs: '9102', percent: '8' },
      ],
      otherwise: null,
    },
  },
  {
    jurisdiction: 'CN',
    rule: 'post',
    from: '2019-04-09',
    to: null,
    source:
      'Shuiweihui 2019 No. 17 (13, 20, 50 %); GACC 43/2010 (tax up to CNY 50 is not collected; CNY 1,000, and 800 from Hong Kong, Macao, Taiwan)',
    params: {
      classes: [
        {
          name: 'food, drinks',
          hs: ['02', '03', '04', '07', '08', '09', '10', '11', '12', '15', '16', '17', '18', '19', '20', '21', '2201', '2202'],
          percent: '13',
          least: null,
        },
        { name: 'books and printed matter', hs: ['49'], percent: '13', least: null },
        { name: 'computers, telephones, cameras', hs: ['8471', '8517', '8525'], percent: '13', least: null },
        { name: 'toys, games', hs: ['9503', '9504'], percent: '13', least: null },
        { name: 'furniture', hs: ['9401', '9403'], percent: '13', least: null },
        { name: 'gold and silver', hs: ['7106', '7108'], percent: '13', least: null },
        { name: 'tobacco', hs: ['24'], percent: '50', least: null },
        { name: 'alcohol', hs: ['2203', '2204', '2205', '2206', '2208'], percent: '50', least: null },
        { name: 'jewellery and stones', hs: ['7101', '7102', '7103', ...jewellery], percent: '50', least: null },
        { name: 'high-end watches', hs: watches, percent: '50', least: { perItem: cny(10_000_00) } },
        { name: 'high-end cosmetics', hs: cosmetics, percent: '50', least: fine },
        { name: 'golf balls and clubs', hs: ['950631', '950632'], percent: '50', least: null },
      ],
      otherwise: '20',
      exempt: cny(50_00),
      cap: cny(1_000_00),
      near: ['HK', 'MO', 'TW'],
      nearCap: cny(800_00),
      withFreight: false,
    },
  },
  {
    jurisdiction: 'CN',
    rule: 'prohibited',
    from: '2023-08-24',
    to: null,
    source:
      'GACC 103/2023 (aquatic products of Japan; eased and tightened since: check); lists of GACC 43/1993; CITES. Not complete',
    params: {
      facts: ['cites', 'dual_use', 'counterfeit', 'second_hand', 'drug', 'fresh', 'meat', 'seed'],
      bans: ['03', '1603', '1604', '1605'].map(hs => ({ hs, origin: 'JP', why: 'aquatic products of Japan' })),
    },
  },
]
