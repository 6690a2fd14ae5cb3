import { machine, ok, type Result, refuse } from '../../../base/kernel/index.ts'
import type { SentCode } from './messages.ts'
import type { Receipt, Standing } from './receipts.ts'

export type DeclarationState =
  | 'created'
  | 'paid'
  | 'rejected'
  | 'matched'
  | 'sent'
  | 'list_rejected'
  | 'cancelling'
  | 'cancelled'
  | 'released'
  | 'delivered'
  | 'returning'
  | 'returned'
  | 'closed'

type Action =
  | 'pay'
  | 'match'
  | 'reject'
  | 'mend'
  | 'send'
  | 'reject_list'
  | 'resend'
  | 'reopen'
  | 'release'
  | 'deliver'
  | 'ask_cancel'
  | 'cancel'
  | 'keep'
  | 'abandon'
  | 'ask_return'
  | 'return'
  | 'return_part'
  | 'close'

/**
 * The life of a declaration. `matched` is order, payment and waybill accepted; only then the list (621) may go. `rejected` is one of the
 * three refused, `list_rejected` the list. Cancelling (623) is for a list that is not released, returning (625) for one that is. After a
 * return that leaves something with the buyer another can follow; `returned` is all of it.
 */
export const declarationMachine = machine<DeclarationState, Action>(
  'declaration',
  'created',
  ['cancelled', 'returned', 'closed'],
  {
    created: { pay: 'paid', abandon: 'cancelled' },
    paid: { match: 'matched', reject: 'rejected', abandon: 'cancelled' },
    rejected: { mend: 'paid', match: 'matched', abandon: 'cancelled' },
    matched: { send: 'sent', reject: 'rejected', reopen: 'paid', abandon: 'cancelled' },
    sent: { release: 'released', reject_list: 'list_rejected', ask_cancel: 'cancelling' },
    list_rejected: { resend: 'sent', release: 'released', reopen: 'paid', abandon: 'cancelled' },
    cancelling: { cancel: 'cancelled', keep: 'sent', release: 'released', reject_list: 'list_rejected' },
    released: { deliver: 'delivered', ask_return: 'returning', close: 'closed' },
    delivered: { ask_return: 'returning', close: 'closed' },
    returning: { return: 'returned', return_part: 'released', keep: 'released' },
    cancelled: {},
    returned: {},
    closed: {},
  },
)

/** In which states a document may be sent, the first time or again. */
const maySend: Readonly<Record<SentCode, readonly DeclarationState[]>> = {
  311: ['paid', 'rejected', 'list_rejected'],
  411: ['paid', 'rejected', 'list_rejected'],
  511: ['paid', 'rejected', 'list_rejected'],
  621: ['matched', 'list_rejected'],
  623: ['sent'],
  625: ['released', 'delivered'],
}

interface DocumentState {
  readonly key: string
  readonly attempts: number
  readonly standing: Standing | 'sent'
  /** Time and status of the newest receipt, by customs' clock. Older ones are stale, of earlier attempts too. */
  readonly at: string
  readonly status: string | null
  readonly reason: string | null
  /** Of a return: something stays with the buyer. */
  readonly leaves?: boolean
}

export interface Declaration {
  readonly state: DeclarationState
  readonly documents: Readonly<Partial<Record<SentCode, DocumentState>>>
  readonly delivered: boolean
  /** Numbers that the port and customs gave the list. */
  readonly preNo: string | null
  readonly invtNo: string | null
  /** The earliest release that was told, `YYYYMMDDhhmmssSSS` in Beijing: from it the 30 days of a return run. */
  readonly releasedAt: string | null
}

export type DeclarationEvent =
  | { readonly kind: 'paid' }
  | { readonly kind: 'sent'; readonly code: SentCode; readonly key: string; readonly leaves?: boolean }
  | { readonly kind: 'receipt'; readonly receipt: Receipt }
  | { readonly kind: 'delivered' }
  | { readonly kind: 'abandoned' }
  | { readonly kind: 'closed' }

/** What became of an event: a receipt can be a `duplicate`, `stale`, of a `foreign` document, or of a status that is `unknown`. */
export type Outcome = 'applied' | 'unchanged' | 'duplicate' | 'stale' | 'foreign' | 'unknown'
export interface Applied {
  readonly declaration: Declaration
  readonly outcome: Outcome
}

export const newDeclaration = (): Declaration => ({
  state: declarationMachine.start,
  documents: {},
  delivered: false,
  preNo: null,
  invtNo: null,
  releasedAt: null,
})

/**
 * Applies an event. Receipts are never refused: they come late, twice and in any order, and the newest by customs' clock wins. What we do
 * ourselves (`sent`, `abandoned`, `closed`) is refused with `wrong_state` where the table has no way.
 */
export function applyToDeclaration(declaration: Declaration, event: DeclarationEvent): Result<Applied, 'wrong_state'> {
  switch (event.kind) {
    case 'paid':
      return declaration.state === 'created' ? act(declaration, 'pay') : ok({ declaration, outcome: 'unchanged' })
    case 'delivered':
      if (declaration.delivered) return ok({ declaration, outcome: 'unchanged' })
      return ok({ declaration: settle({ ...declaration, delivered: true }), outcome: 'applied' })
    case 'abandoned':
      return act(declaration, 'abandon')
    case 'closed':
      return act(declaration, 'close')
    case 'sent':
      return send(declaration, event)
    case 'receipt':
      return ok(receive(declaration, event.receipt))
  }
}

function act(declaration: Declaration, action: Action): Result<Applied, 'wrong_state'> {
  const next = declarationMachine.next(declaration.state, action)
  return next.ok ? ok({ declaration: settle({ ...declaration, state: next.value }), outcome: 'applied' }) : next
}

type Sent = Extract<DeclarationEvent, { kind: 'sent' }>
function send(declaration: Declaration, { code, key, leaves = false }: Sent): Result<Applied, 'wrong_state'> {
  const { state } = declaration
  if (!maySend[code].includes(state))
    return refuse('wrong_state', `declaration: can't send ${code} when ${state}`, { state, action: `send ${code}` })
  // Another key is another document of that kind: a second return.
  const last = declaration.documents[code]
  const old = last?.key === key ? last : undefined
  const document: DocumentState = {
    key,
    attempts: (old?.attempts ?? 0) + 1,
    standing: 'sent',
    at: old?.at ?? '',
    status: null,
    reason: null,
    ...(leaves && { leaves }),
  }
  const documents = { ...declaration.documents, [code]: document }
  return ok({ declaration: settle({ ...declaration, documents }), outcome: 'applied' })
}

/** Of two receipts with one time, the one further along counts. */
const further: Readonly<Record<Standing | 'sent', number>> = {
  sent: 0,
  pending: 1,
  held: 2,
  refused: 3,
  accepted: 4,
  released: 5,
}

function receive(before: Declaration, receipt: Receipt): Applied {
  const old = before.documents[receipt.of]
  if (!old || old.key !== receipt.key) return { declaration: before, outcome: 'foreign' }
  if (receipt.standing === null) return { declaration: before, outcome: 'unknown' }
  const declaration = noted(before, receipt)
  if (receipt.at === old.at && receipt.status === old.status) return { declaration, outcome: 'duplicate' }
  const isOlder = receipt.at < old.at || (receipt.at === old.at && further[receipt.standing] <= further[old.standing])
  const isOfEarlierAttempt = receipt.at === old.at && old.status === null
  if (isOlder || isOfEarlierAttempt) return { declaration, outcome: 'stale' }
  const { standing, at, status, reason } = receipt
  const documents = { ...declaration.documents, [receipt.of]: { ...old, standing, at, status, reason } }
  return { declaration: settle({ ...declaration, documents }), outcome: 'applied' }
}

/** Numbers and the release are facts whenever they arrive, a stale receipt's as well. */
function noted(declaration: Declaration, receipt: Receipt): Declaration {
  if (receipt.of !== 621) return declaration
  const { preNo, invtNo, releasedAt } = declaration
  const isEarlier = receipt.standing === 'released' && (releasedAt === null || receipt.at < releasedAt)
  return {
    ...declaration,
    preNo: preNo ?? receipt.preNo,
    invtNo: invtNo ?? receipt.invtNo,
    releasedAt: isEarlier ? receipt.at : releasedAt,
  }
}

/** Takes every step that the facts ask for. */
function settle(declaration: Declaration): Declaration {
  let settled = declaration
  for (let action = due(settled); action !== null; action = due(settled)) {
    const next = declarationMachine.next(settled.state, action)
    if (!next.ok) throw new Error(next.message)
    settled = { ...settled, state: next.value }
  }
  return settled
}

const isUnderWay = (document: DocumentState | undefined): boolean => document !== undefined && document.standing !== 'refused'
const isGranted = (document: DocumentState | undefined): boolean =>
  document?.standing === 'accepted' || document?.standing === 'released'

/** A granted return that leaves something is over. */
const isReturning = (document: DocumentState | undefined): boolean =>
  isUnderWay(document) && !(isGranted(document) && document?.leaves)
/** Whether customs has granted the return that was asked for last. */
export const isReturnGranted = ({ documents }: Declaration): boolean => isGranted(documents[625])

function due({ state, documents, delivered }: Declaration): Action | null {
  const three = [documents[311], documents[411], documents[511]]
  const refused = three.some(d => d?.standing === 'refused')
  const accepted = three.every(isGranted)
  const list = documents[621]
  switch (state) {
    case 'paid':
      return refused ? 'reject' : accepted ? 'match' : null
    case 'rejected':
      return refused ? null : accepted ? 'match' : 'mend'
    case 'matched':
      return isUnderWay(list) ? 'send' : refused ? 'reject' : accepted ? null : 'reopen'
    case 'sent':
      return listStep(list) ?? (isUnderWay(documents[623]) ? 'ask_cancel' : null)
    case 'list_rejected':
      return list?.standing === 'released' ? 'release' : isUnderWay(list) ? 'resend' : accepted ? null : 'reopen'
    case 'cancelling':
      return isGranted(documents[623]) ? 'cancel' : (listStep(list) ?? (isUnderWay(documents[623]) ? null : 'keep'))
    case 'released':
      return isReturning(documents[625]) ? 'ask_return' : delivered ? 'deliver' : null
    case 'delivered':
      return isReturning(documents[625]) ? 'ask_return' : null
    case 'returning':
      if (isGranted(documents[625])) return documents[625]?.leaves ? 'return_part' : 'return'
      return isUnderWay(documents[625]) ? null : 'keep'
    default:
      return null
  }
}

const listStep = (list: DocumentState | undefined): Action | null =>
  list?.standing === 'released' ? 'release' : list?.standing === 'refused' ? 'reject_list' : null
