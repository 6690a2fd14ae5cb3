import type { Money } from '../../../base/kernel/index.ts'
import { goodsRules } from './check-goods.ts'
import { partyRules } from './check-parties.ts'
import { sumRules } from './check-sums.ts'
import { fieldWidthRules } from './check-width.ts'
import type { Body, Message } from './messages.ts'
import { type AnyMessage, messageFaults } from './messages.ts'

/** The self-check before a declaration is sent: everything that customs compares, compared here first. */
export interface CheckInput {
  readonly order: Message<311>
  readonly payment: Message<411>
  readonly waybill: Message<511>
  readonly list: Message<621>
  /** The platform's own calculation of the tax, CNY. */
  readonly ownTax: Money
  /** The limits of the day of the order, CNY: of one order, and of one person and year. */
  readonly limits: { readonly perOrder: Money; readonly perYear: Money }
  /** What the buyer has spent of this year's quota, without this order. */
  readonly spentThisYear: Money
  /** Tariff lines (eight digits) that may come in this way: the positive list of the day, minus what its remarks shut out. */
  readonly positiveList: ReadonlySet<string>
  readonly now: Date
}

export interface Check {
  readonly code: CheckCode
  readonly ok: boolean
  /** What was compared, to be shown beside the check. ID numbers, names and telephones are masked. */
  readonly values: Readonly<Record<string, string>>
}

/** The four heads and their lines, as rules read them. */
export interface Sheets {
  readonly order: Body<311>
  readonly payment: Body<411>
  readonly waybill: Body<511>
  readonly list: Body<621>
  readonly input: CheckInput
}
export type Finding = Omit<Check, 'code'>
export type CheckRule = (sheets: Sheets) => Finding

const rules = { ...sumRules, ...partyRules, ...goodsRules, ...fieldWidthRules } satisfies Record<string, CheckRule>

/** `fields`: each message fits its schema. `one_document`: each message holds one. The others carry the name of what they compare. */
export type CheckCode = 'fields' | 'one_document' | keyof typeof rules

/**
 * Checks a declaration before it is sent: every rule is run, so that a shop sees all that is wrong at once, and each says what it
 * compared. All of it green is needed to send. Exact arithmetic throughout; the tolerances are one fen for the tax and none elsewhere.
 */
export function checkDocuments(input: CheckInput): Check[] {
  const messages: readonly AnyMessage[] = [input.order, input.payment, input.waybill, input.list]
  const faults = messages.flatMap(m => messageFaults(m).map(f => `${m.code} ${f.path}: ${f.fault}`))
  const fields: Check = {
    code: 'fields',
    ok: faults.length === 0,
    values: Object.fromEntries(faults.map((f, i) => [String(i + 1), f])),
  }
  const counts = Object.fromEntries(messages.map(m => [String(m.code), String(m.bodies.length)]))
  const one: Check = { code: 'one_document', ok: messages.every(m => m.bodies.length === 1), values: counts }
  const [order, payment, waybill, list] = [
    input.order.bodies[0],
    input.payment.bodies[0],
    input.waybill.bodies[0],
    input.list.bodies[0],
  ]
  if (!order || !payment || !waybill || !list) return [fields, one]
  const sheets: Sheets = { order, payment, waybill, list, input }
  return [fields, one, ...Object.entries(rules).map(([code, rule]) => ({ code: code as CheckCode, ...rule(sheets) }))]
}

/** Whether every check is green. */
export const mayBeSent = (checks: readonly Check[]): boolean => checks.length > 0 && checks.every(c => c.ok)
