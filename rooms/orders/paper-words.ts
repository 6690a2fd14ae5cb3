import type { Language } from '#base/kernel'

interface Words {
  readonly invoice: string
  readonly qualified: string
  readonly slip: string
  readonly number: string
  readonly issued: string
  readonly supplied: string
  readonly registration: string
  readonly goods: string
  readonly quantity: string
  readonly unit: string
  readonly amount: string
  readonly discount: string
  readonly shipping: string
  readonly importTax: string
  readonly total: string
  readonly refunded: string
  readonly reduced: string
  readonly to: string
  readonly from: string
  readonly honorific: string
  readonly band: (percent: number) => string
  readonly tax: string
}
/** Words of the papers; the buyer's language on what goes to the buyer. */
export const paperWords: Readonly<Record<Language, Words>> = {
  en: {
    invoice: 'Invoice',
    qualified: 'Qualified invoice',
    slip: 'Packing slip',
    number: 'Order',
    issued: 'Issued',
    supplied: 'Supplied',
    registration: 'Registration number',
    goods: 'Goods',
    quantity: 'Pieces',
    unit: 'Price',
    amount: 'Amount',
    discount: 'Offers',
    shipping: 'Delivery',
    importTax: 'Import taxes',
    total: 'Total',
    refunded: 'Refunded',
    reduced: '※ Reduced tax rate',
    to: 'To',
    from: 'From',
    honorific: '',
    band: percent => `Taxed at ${percent}%, tax included`,
    tax: 'of which tax',
  },
  ja: {
    invoice: '請求書',
    qualified: '適格請求書',
    slip: '納品書',
    number: '注文番号',
    issued: '発行日',
    supplied: '取引年月日',
    registration: '登録番号',
    goods: '品名',
    quantity: '数量',
    unit: '単価（税込）',
    amount: '金額（税込）',
    discount: '値引き',
    shipping: '送料',
    importTax: '輸入税等',
    total: '合計',
    refunded: '返金済み',
    reduced: '※ は軽減税率対象',
    to: 'お届け先',
    from: 'ご依頼主',
    honorific: ' 様',
    band: percent => `${percent}%対象（税込）`,
    tax: 'うち消費税',
  },
  zh: {
    invoice: '账单',
    qualified: '合格账单（日本）',
    slip: '装箱单',
    number: '订单号',
    issued: '开具日期',
    supplied: '交易日期',
    registration: '登记号码',
    goods: '商品',
    quantity: '数量',
    unit: '单价（含税）',
    amount: '金额（含税）',
    discount: '优惠',
    shipping: '运费',
    importTax: '进口税费',
    total: '合计',
    refunded: '已退款',
    reduced: '※ 适用减轻税率',
    to: '收件人',
    from: '寄件人',
    honorific: '',
    band: percent => `税率 ${percent}%（含税）`,
    tax: '其中税额',
  },
}
