import type { Static } from 'typebox'
import type { Caller } from '#base/http'
import { days, type Result, refuse } from '#base/kernel'
import type { AppealRow } from './appeal-store.ts'
import type { DecisionRow } from './store.ts'
import type { Owner } from './subject.ts'
import type { appealStanding, wire } from './wire.ts'

export type AppealStanding = Static<typeof appealStanding>
export type AppealPage = Static<(typeof wire)['GET /v1/moderation/appeals']['reply']>
export type MyDecisionPage = Static<(typeof wire)['GET /v1/me/decisions']['reply']>

/** How long a removal can be appealed: the six months of DSA Art. 20(1). */
export const appealWithin = days(183)

/** Whether it is theirs, or of a shop of theirs. */
export const concerns = (owner: Owner | null, caller: Caller): boolean =>
  owner !== null && (owner.person === caller.person || caller.shops.some(s => s.shop === owner.shop))

export const appealableUntil = (decision: Pick<DecisionRow, 'at'>): Date => new Date(decision.at.getTime() + appealWithin)

/** Where the appeal against a removal stands: until when there can be one, and the one that was made. */
export const standingOf = (decision: DecisionRow, appeal: AppealRow | undefined): AppealStanding => ({
  until: appealableUntil(decision).toISOString(),
  made: appeal
    ? {
        id: appeal.id,
        text: appeal.text,
        at: appeal.at.toISOString(),
        outcome: appeal.outcome,
        explanation: appeal.explanation,
        answered: appeal.answered?.toISOString() ?? null,
      }
    : null,
})

/**
 * Who made a decision does not answer the appeal against it (DSA Art. 20(6) asks for a diligent and non-arbitrary answer). With a single
 * operator there is nobody else, so they may, and the console says so.
 */
export const mayAnswer = (decidedBy: string, caller: Caller, operators: number): Result<true, 'own_decision'> =>
  decidedBy === caller.person && operators > 1
    ? refuse('own_decision', 'Another operator answers the appeal against your decision')
    : { ok: true, value: true }
