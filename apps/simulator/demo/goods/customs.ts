/** What customs asks of a product, without its weight, which the variants have. */
interface Facts {
  readonly hs: string
  readonly origin: 'JP'
  readonly declaredName?: string
  readonly model?: string
  readonly materials?: string
  /** Customs' units: 007 a piece, 035 kilograms. */
  readonly unit?: '007'
  readonly legalUnit?: '035'
}
const pot = (declaredName: string, model: string): Facts => ({
  ...{ hs: '6912001000', origin: 'JP', declaredName, model, materials: '陶器', unit: '007', legalUnit: '035' },
})
const leaf = (declaredName: string, model: string): Facts => ({
  ...{ hs: '0902109000', origin: 'JP', declaredName, model, materials: '绿茶', unit: '007', legalUnit: '035' },
})
/** By post nobody declares more than a code and an origin. */
const posted = (hs: string): Facts => ({ hs, origin: 'JP' })

/**
 * Products whose facts are known. Sets and mixtures, whose code is arguable, are left open: the checklist of their shop says what is missing.
 */
export const tradeFacts: Readonly<Record<string, Facts>> = {
  'hagi-cup': pot('萩烧茶杯', '陶器|萩|180毫升'),
  'hagi-vase': pot('萩烧花瓶', '陶器|萩|高40厘米'),
  'hagi-bowl': pot('萩烧饭碗', '陶器|萩|直径12厘米'),
  'hagi-plate': pot('萩烧小碟', '陶器|萩|直径10厘米'),
  'hagi-mug': pot('萩烧马克杯', '陶器|萩|260毫升'),
  'uji-sencha': leaf('煎茶', '绿茶|宇治|100克罐装'),
  'uji-gyokuro': leaf('玉露', '绿茶|宇治|50克袋装'),
  'uji-hojicha': leaf('焙茶', '绿茶|宇治|袋装'),
  'uji-kyusu': pot('茶壶', '陶器|宇治|横柄'),
  'sumi-notebook': posted('482010'),
  'sumi-brush': posted('960330'),
  'sumi-ink': posted('321590'),
  'sumi-letters': posted('481720'),
}

/** Codes of the right form, plainly nobody's. */
const china = (own: string, name: string, account: string) => ({
  ebpCode: '3301000001',
  ebpName: '示例跨境平台',
  ebcCode: own,
  ebcName: name,
  payCode: '3301000003',
  payName: '示例支付',
  logisticsCode: '3301000004',
  logisticsName: '示例物流',
  agentCode: '3301000005',
  agentName: '示例报关',
  guarantorCode: own,
  senderCode: '3301000001',
  senderName: '示例跨境平台',
  exchangeId: 'DXPENT0000000001',
  customsCode: '2924',
  portCode: '2924',
  transport: '5',
  payeeAccount: account,
  payeeName: name,
})
/** Shops that may declare in China. */
export const registered = {
  'hagi-kiln': china('3301000002', '朝窑商贸（示例）', '6222000000000001'),
  'uji-leaf': china('3301000006', '叶音商贸（示例）', '6222000000000002'),
} as const

/** The price list of one shop for China, in fen; everything else is exchanged at the day's rate. */
export const chinaPrices: Readonly<Record<string, string>> = {
  'uji-sencha:100g': '7900',
  'uji-sencha:spring': '8900',
  'uji-gyokuro:50g': '15800',
  'uji-gyokuro:reserve': '25800',
  'uji-hojicha:200g': '6300',
}
