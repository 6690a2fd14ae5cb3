import { type Money, ok, type Result, refuse } from '../../../base/kernel/index.ts'
import { beijingTime, endOfBeijingDay } from './beijing-time.ts'
import { parseDecimal, timesToFen, toCny } from './decimal.ts'
import type { Body, Message, Transfer } from './messages.ts'

/** Returns of cross-border retail goods, GACC Announcement 45/2020: asked for within 30 days of release, back within 45. */
export const returnDays = { apply: 30, back: 45 } as const

/** The last instants, in whole Beijing days after the day of release: to apply, and for the goods to be back in the zone of release. */
export const returnDeadlines = (releasedAt: Date): { readonly applyBy: Date; readonly backBy: Date } => ({
  applyBy: endOfBeijingDay(releasedAt, returnDays.apply),
  backBy: endOfBeijingDay(releasedAt, returnDays.back),
})

export type ReturnCode = 'return_too_late' | 'return_not_released' | 'return_lines_invalid'

export interface ReturnRequest {
  /** The list that was released, and the number that customs gave it. */
  readonly list: Message<621>
  readonly invtNo: string | null
  readonly preNo: string | null
  readonly releasedAt: Date | null
  /** Line of the list and pieces, of what comes back now. */
  readonly lines: readonly { readonly gnum: string; readonly quantity: bigint }[]
  /** What came back before, by line: a line can't come back more often than it went. */
  readonly returnedBefore: Readonly<Record<string, bigint>>
  readonly reason: string
  readonly guid: string
  /** The agent's number of this application, at most 20 characters. */
  readonly applicationNo: string
}

export interface ReturnApplication {
  readonly message: Message<625>
  /** Price of what comes back: by so much the buyer's yearly quota is restored. Tax comes back by its own calculation. */
  readonly value: Money
  readonly backBy: Date
}

/**
 * The return application (625). Refuses `return_not_released`, `return_too_late` (after `applyBy`) and `return_lines_invalid` (no line,
 * an unknown or doubled one, or more pieces than are left).
 */
export function applyForReturn(request: ReturnRequest, now: Date): Result<ReturnApplication, ReturnCode> {
  const { releasedAt, invtNo } = request
  if (releasedAt === null || invtNo === null) return refuse('return_not_released', 'Customs has not released these goods')
  const { applyBy, backBy } = returnDeadlines(releasedAt)
  if (now > applyBy)
    return refuse('return_too_late', 'A return is applied for within 30 days of release', { applyBy: applyBy.toISOString() })
  const body = request.list.bodies[0]
  const chosen = body && chosenLines(request, body)
  if (!chosen) return refuse('return_lines_invalid', 'Lines come back once each, with no more pieces than are left')
  const value = chosen.reduce((total, line) => total + line.value, 0n)
  const { list, guid } = request
  const lines = chosen.map((line, i) => ({
    gnum: String(i + 1),
    gcode: line.gcode,
    gname: line.gname,
    qty: line.qty,
    unit: line.unit,
  }))
  const application = { ...headOf(body.head, request, invtNo, now) }
  const message: Message<625> = {
    code: 625,
    guid,
    version: '1.0',
    bodies: [{ head: application, lines }],
    transfer: list.transfer as Transfer,
  }
  return ok({ message, value: toCny(value), backBy })
}

function chosenLines(request: ReturnRequest, body: Body<621>) {
  const numbers = new Set(request.lines.map(l => l.gnum))
  if (numbers.size === 0 || numbers.size !== request.lines.length) return null
  const chosen = request.lines.map(({ gnum, quantity }) => {
    const line = body.lines.find(l => l.gnum === gnum)
    const sold = parseDecimal(line?.qty ?? '')
    const price = parseDecimal(line?.price ?? '')
    const before = request.returnedBefore[gnum] ?? 0n
    const left = sold === null ? 0n : sold / 100_000n - before
    if (!line || price === null || quantity < 1n || quantity > left) return null
    return { ...line, qty: quantity.toString(), value: timesToFen(price, quantity * 100_000n) }
  })
  return chosen.includes(null) ? null : chosen.filter(line => line !== null)
}

type ListHead = Body<621>['head']

/** What 623 and 625 repeat of the list. */
const withdrawn = (head: ListHead) => {
  const { customsCode, orderNo, ebpCode, ebpName, ebcCode, ebcName, logisticsNo, logisticsCode, logisticsName } = head
  const { buyerIdType, buyerIdNumber, buyerName, buyerTelephone, agentCode, agentName } = head
  const parties = { ebpCode, ebpName, ebcCode, ebcName, logisticsNo, logisticsCode, logisticsName }
  return { customsCode, orderNo, ...parties, buyerIdType, buyerIdNumber, buyerName, buyerTelephone, agentCode, agentName }
}

const headOf = (list: ListHead, request: ReturnRequest, invtNo: string, now: Date): Body<625>['head'] => ({
  guid: request.guid,
  appType: '1',
  appTime: beijingTime(now),
  appStatus: '2',
  ...withdrawn(list),
  copNo: request.applicationNo,
  preNo: request.preNo ?? undefined,
  invtNo,
  reason: request.reason,
})

export interface CancelRequest {
  readonly list: Message<621>
  readonly invtNo: string
  readonly preNo: string | null
  readonly reason: string
  readonly guid: string
  readonly applicationNo: string
}

/** The application to cancel a list that is not released (623). */
export function applyForCancel(request: CancelRequest, now: Date): Message<623> {
  const body = request.list.bodies[0]
  if (!body) throw new Error('a list has a document')
  const { guid, invtNo, preNo, reason } = request
  const head: Body<623>['head'] = {
    guid,
    appType: '1',
    appTime: beijingTime(now),
    appStatus: '2',
    ...withdrawn(body.head),
    copNo: request.applicationNo,
    preNo: preNo ?? undefined,
    invtNo,
    reason,
  }
  return { code: 623, guid, version: '1.0', bodies: [{ head, lines: [] }], transfer: request.list.transfer as Transfer }
}
