import { type Currency, type Money, money } from '#base/kernel'
import type { LandedInput, LandedLine, RuleRow } from './index.ts'

/** Builders, for tests only. */
export const yuan = (fen: number): Money => money(fen, 'CNY')
export const registered = {
  ebpCode: '4401',
  ebpName: 'Platform',
  ebcCode: '4402',
  ebcName: 'Shop',
  agentCode: '4403',
  agentName: 'Agent',
  payCode: '4404',
  logisticsCode: '4405',
}
export const line = (over: Partial<LandedLine> & Pick<LandedLine, 'hs' | 'unitPrice'>): LandedLine => ({
  id: 'a',
  quantity: 1,
  origin: 'FR',
  ...over,
})
/** A parcel of direct mail from France to China on a day of 2026; everything can be changed. */
export function order(lines: readonly LandedLine[], over: Partial<LandedInput> = {}): LandedInput {
  const currency: Currency = lines[0]?.unitPrice.currency ?? 'CNY'
  return {
    destination: 'CN',
    shipsFrom: { country: 'FR', bonded: false },
    at: new Date('2026-05-01T04:00:00Z'),
    mode: 'best',
    lines,
    freight: money(0, currency),
    insurance: money(0, currency),
    discount: money(0, currency),
    buyer: 'individual',
    registrations: registered,
    rates: [],
    ...over,
  }
}
export const dutyRow = (jurisdiction: string, from: string, otherwise: string, to: string | null = null): RuleRow => ({
  jurisdiction,
  rule: 'duty',
  from,
  to,
  source: 'an operator’s table',
  params: { lines: [], otherwise },
})
