import type { House } from '#base/house'
import type { Caller, ErrorCode } from '#base/http'
import { type Id, ok, type Result } from '#base/kernel'
import type { Accounts } from '#rooms/accounts'
import { answerAppeal, readAppeals, readMyDecisions } from './answer-appeal.ts'
import type { AppealPage, AppealStanding, MyDecisionPage } from './appeal.ts'
import { countOpenAppeals } from './appeal-store.ts'
import { fileReport, type Report } from './file-report.ts'
import { Hidden } from './hidden.ts'
import { makeAppeal } from './make-appeal.ts'
import { type Decision, makeDecision } from './make-decision.ts'
import { readDecisions, readQueue, readStatement } from './read-queue.ts'
import type { Room } from './room.ts'
import { countOpen, latestDecision, type Tables } from './store.ts'
import type { DecisionPage, DecisionWire, ModeratedSubject, QueuePage, State, Statement } from './subject.ts'
import { subscribe } from './subscribers.ts'

type Named = { readonly kind: string; readonly id: string }
type Paged = { readonly cursor?: string | undefined; readonly limit?: number | undefined }

/** Reports and decisions on subjects known as `{kind, id}`. */
export interface Moderation {
  /** Loads what is removed and opens the subscriptions; call once after migrating. */
  start(): Promise<void>
  /** Keys `kind:id` of those of the given subjects that are removed. From memory: no statement. */
  hidden(subjects: readonly Named[]): Promise<Set<string>>
  /**
   * The same by the table, for who follows the log and keeps what it says: an event can be heard before the memory of this process
   * has learned of it.
   */
  hiddenNow(subjects: readonly Named[]): Promise<Set<string>>
  /** Why it is removed; null when it is not. */
  decisionOn(subject: Named): Promise<{ reason: string; explanation: string } | null>
  fileReport(caller: Caller, report: Report): Promise<Result<{ id: Id<'report'> }, ErrorCode>>
  decide(caller: Caller, decision: Decision): Promise<Result<DecisionWire, ErrorCode>>
  queue(caller: Caller, query: Paged & { state?: State | undefined }): Promise<Result<QueuePage, ErrorCode>>
  decisions(
    caller: Caller,
    query: Paged & { kind?: string | undefined; id?: string | undefined },
  ): Promise<Result<DecisionPage, ErrorCode>>
  statement(caller: Caller, subject: Named): Promise<Result<Statement, ErrorCode>>
  /** What was removed or restored of the caller's, with where an appeal stands. */
  mine(caller: Caller, query: Paged): Promise<Result<MyDecisionPage, ErrorCode>>
  /** Against a removal of what is the caller's: once, within six months. */
  appeal(caller: Caller, wish: { subject: ModeratedSubject; text: string }): Promise<Result<AppealStanding, ErrorCode>>
  appeals(caller: Caller, query: Paged & { state?: 'open' | 'answered' | undefined }): Promise<Result<AppealPage, ErrorCode>>
  /** `own_decision` for who made the decision, unless they are the only operator. A reversal restores the subject. */
  answer(
    caller: Caller,
    id: string,
    answer: { outcome: 'upheld' | 'reversed'; explanation: string },
  ): Promise<Result<AppealStanding, ErrorCode>>
  /** Subjects with open reports, and appeals that wait: two statements. Operators only. */
  waiting(caller: Caller): Promise<Result<{ reports: number; appeals: number }, ErrorCode>>
}

export function createModeration(house: House, doors: { accounts: Pick<Accounts, 'may' | 'operators' | 'note'> }): Moderation {
  const db = house.db.tables<Tables>()
  const room: Room = {
    house,
    db,
    may: doors.accounts.may,
    operators: doors.accounts.operators,
    note: doors.accounts.note,
    hidden: new Hidden(db),
  }
  return {
    start: () => subscribe(room),
    hidden: subjects => room.hidden.of(subjects),
    async hiddenNow(subjects) {
      await room.hidden.refresh(subjects)
      return room.hidden.of(subjects)
    },
    async decisionOn(subject) {
      const decision = await latestDecision(db, subject)
      return decision?.action === 'remove' ? { reason: decision.reason, explanation: decision.explanation } : null
    },
    fileReport: (caller, report) => fileReport(room, caller, report),
    decide: (caller, decision) => makeDecision(room, caller, decision),
    queue: (caller, query) => readQueue(room, caller, query),
    decisions: (caller, query) => readDecisions(room, caller, query),
    statement: (caller, subject) => readStatement(room, caller, subject),
    mine: (caller, query) => readMyDecisions(room, caller, query),
    appeal: (caller, wish) => makeAppeal(room, caller, wish),
    appeals: (caller, query) => readAppeals(room, caller, query),
    answer: (caller, id, answer) => answerAppeal(room, caller, id, answer),
    async waiting(caller) {
      const allowed = room.may(caller, 'moderate')
      if (!allowed.ok) return allowed
      return ok({ reports: await countOpen(db), appeals: await countOpenAppeals(db) })
    },
  }
}
