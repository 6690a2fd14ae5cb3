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
