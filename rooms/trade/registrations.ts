import { isEnterpriseCode } from '#engines/trade'

/**
 * What a shop is registered as, by the names that the rules and the documents use. Codes of the enterprises of China's scheme, numbers of
 * tax schemes elsewhere. A name that is missing is not registered.
 */
export const registrationNames = [
  'ioss',
  'gbVat',
  'sgGst',
  // China, who takes part
  'ebpCode',
  'ebpName',
  'ebcCode',
  'ebcName',
  'payCode',
  'payName',
  'logisticsCode',
  'logisticsName',
  'agentCode',
  'agentName',
  'guarantorCode',
  // China, how it is sent
  'senderCode',
  'senderName',
  'exchangeId',
  'customsCode',
  'portCode',
  'transport',
  // China, bonded stock
  'areaCode',
  'areaName',
  'ledgerNo',
  // who is paid, for Announcement 179
  'payeeAccount',
  'payeeCode',
  'payeeName',
] as const
export type RegistrationName = (typeof registrationNames)[number]
export type Registrations = Readonly<Partial<Record<RegistrationName, string>>>

/** What the four documents need, beyond what the law's row `cbec` names. */
export const documentNames: readonly RegistrationName[] = [
  'payName',
  'logisticsName',
  'guarantorCode',
  'senderCode',
  'senderName',
  'exchangeId',
  'customsCode',
  'portCode',
]
export const bondedNames: readonly RegistrationName[] = ['areaCode', 'areaName', 'ledgerNo']

const fits = (form: RegExp) => (value: string) => form.test(value)
const code = isEnterpriseCode
/** What a value must look like; names of companies and what a bank or an agency gives out are taken as they are. */
const forms: Readonly<Partial<Record<RegistrationName, (value: string) => boolean>>> = {
  ...{ ebpCode: code, ebcCode: code, payCode: code, logisticsCode: code, agentCode: code },
  ...{ guarantorCode: code, senderCode: code, areaCode: code },
  ioss: fits(/^IM\d{10}$/),
  gbVat: fits(/^GB(\d{9}|\d{12})$/),
  sgGst: fits(/^[A-Z0-9]{2}-?[A-Z0-9]{6,8}-?[A-Z0-9]$/),
  exchangeId: fits(/^DXP[A-Z0-9]{1,27}$/),
  customsCode: fits(/^\d{4}$/),
  portCode: fits(/^\d{4}$/),
  transport: fits(/^[0-9A-Z]$/),
  ledgerNo: fits(/^[A-Z0-9]{1,30}$/),
}
/** Names whose values can't be what they are said to be. Whether they are registered only the office can say. */
export const wrongForms = (names: Registrations): RegistrationName[] =>
  registrationNames.filter(n => names[n] !== undefined && forms[n]?.(names[n]) === false)
