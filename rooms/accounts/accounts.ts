import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Caller, ErrorCode } from '#base/http'
import type { Id, Language, Page, Result } from '#base/kernel'
import type { InvitationOffer } from './accept-invitation.ts'
import type { AuditLine } from './audit.ts'
import type { Wishes } from './change-me.ts'
import type { AccountFacts } from './end-sessions.ts'
import type { AccountsPage, Profile } from './find-people.ts'
import type { InvitationsPage, InvitationView } from './invitations.ts'
import type { ListedShop, ShopsQuery } from './list-shops.ts'
import type { SessionView } from './my-sessions.ts'
import type { About, Permission } from './permissions.ts'
import type { Me, PersonCard, ShopCard } from './person.ts'
import type { NewOperator } from './setup.ts'
import type { Shop, ShopChange, ShopDraft } from './shop.ts'
import type { Credentials } from './sign-in.ts'
import type { Entered } from './sign-up.ts'
import type { Role, StaffPage } from './staff.ts'

/** People, shops and staff: who somebody is and what they may do. */
export interface Accounts {
  /** Loads ended sessions into memory; call once after migrating. */
  start(): Promise<void>
  /**
   * Who calls: Bearer, else cookie, else a guest made now (with a cookie when `create`). A Bearer that is not good throws
   * `sign_in_required`; a cookie that is not good is a new guest. No SQL while the person's facts are in memory.
   */
  identify(request: FastifyRequest, reply: FastifyReply, create: boolean): Promise<Caller>
  /** The caller that this person would be, with a session that nothing knows of. For tests and the server's own work. */
  callerFor(person: Id<'person'>): Promise<Caller>
  /** Whose account this guest's browser was signed in to last, if it was suspended when the session ended; null for members. */
  signedOutOf(caller: Caller): Id<'person'> | null
  /** Pure: the table in permissions.ts. */
  may(caller: Caller, permission: Permission, about?: About): Result<true, 'forbidden' | 'sign_in_required'>

  /** Cards by person id, from memory where they are; guests and erased people are missing. */
  people(ids: readonly string[]): Promise<Map<string, PersonCard>>
  personByHandle(handle: string): Promise<Id<'person'> | null>
  /** One statement, however many handles. */
  peopleByHandles(handles: readonly string[]): Promise<Map<string, Id<'person'>>>
  /** Cards by shop id, from memory where they are; unknown shops are missing. */
  shops(ids: readonly string[]): Promise<Map<string, ShopCard>>
  /** All facts of a shop, by id or slug. */
  shop(idOrSlug: string): Promise<Shop | null>
  shopsOf(person: Id<'person'>): Promise<readonly { readonly shop: Id<'shop'>; readonly role: 'owner' | 'staff' }[]>
  /** Who works in a shop, longest here first; at most 100. */
  staffOf(shop: Id<'shop'>): Promise<readonly { readonly person: Id<'person'>; readonly role: 'owner' | 'staff' }[]>
  allShops(): Promise<ShopCard[]>
  /** For operators, the newest first. */
  listShops(
    caller: Caller,
    query: ShopsQuery,
  ): Promise<Result<Page<ListedShop>, 'sign_in_required' | 'forbidden' | 'invalid_cursor'>>
  /** Where a member can be written to, in which language; null for guests and erased people. */
  contact(person: Id<'person'>): Promise<{ email: string; language: Language } | null>
  personalised(person: Id<'person'>): Promise<boolean>
  /** The caller to themselves, as GET /v1/me answers. */
  me(caller: Pick<Caller, 'person' | 'member' | 'language' | 'personalised'>): Promise<Me>

  /** The one-time link of an installation without an operator, else null. Each call voids the link before. */
  setupLink(): Promise<string | null>
  /** For the server's seeding only: no route leads here. An account with this address becomes an operator. Throws when refused. */
  makeOperator(operator: NewOperator): Promise<Id<'person'>>
  /** What an account may do and how often it is signed in; null when there is none. For the operators' desk. */
  facts(person: string): Promise<AccountFacts | null>
  /** How many operators there are. */
  operators(): Promise<number>
  /** Writes down what an operator did, or an owner to the staff: what, to what, with which figures. Append-only; GET /v1/audit shows it. */
  note(caller: Caller, action: string, about: string, detail: object): Promise<void>
  readonly actions: AccountActions
}

/** What the routes of this room do; other rooms have no use for it. */
export interface AccountActions {
  change(caller: Caller, wishes: Wishes): Promise<Result<Me, ErrorCode>>
  erase(caller: Caller, password: string): Promise<Result<{ ok: true }, ErrorCode>>
  export(caller: Caller): Promise<Result<{ account: Me; sessions: { created: string; agent: string }[] }, ErrorCode>>
  sessions(caller: Caller): Promise<Result<{ items: SessionView[] }, ErrorCode>>
  endSession(caller: Caller, session: string): Promise<Result<{ ok: true }, ErrorCode>>
  signUp(caller: Caller, body: Credentials & { name: string; handle?: string | undefined }): Promise<Result<Entered, ErrorCode>>
  signIn(caller: Caller, body: Credentials): Promise<Result<Entered, ErrorCode>>
  /** What the browser keeps of a suspended caller whose session ends; null for everybody else. */
  heldNote(caller: Caller): Promise<string | null>
  signOut(caller: Caller): Promise<{ ok: true }>
  token(caller: Caller, body: Credentials): Promise<Result<{ token: string; expires: string }, ErrorCode>>
  guest(): { person: Id<'person'>; token: string }
  requestReset(caller: Caller, email: string): Promise<Result<{ ok: true }, ErrorCode>>
  resetPassword(token: string, password: string): Promise<Result<{ ok: true }, ErrorCode>>
  setUp(caller: Caller, token: string, operator: NewOperator): Promise<Result<Entered, ErrorCode>>
  profile(handleOrId: string): Promise<Result<Profile, ErrorCode>>
  accounts(
    caller: Caller,
    query: { cursor?: string | undefined; limit?: number | undefined; words?: string | undefined },
  ): Promise<Result<AccountsPage, ErrorCode>>
  endSessions(caller: Caller, person: string): Promise<Result<{ ok: true }, ErrorCode>>
  audit(
    caller: Caller,
    query: { cursor?: string | undefined; limit?: number | undefined; action?: string | undefined },
  ): Promise<Result<{ items: AuditLine[]; next: string | null }, ErrorCode>>
  openShop(caller: Caller, draft: ShopDraft): Promise<Result<Shop, ErrorCode>>
  changeShop(caller: Caller, idOrSlug: string, change: ShopChange): Promise<Result<Shop, ErrorCode>>
  staff(
    caller: Caller,
    idOrSlug: string,
    query: { cursor?: string | undefined; limit?: number | undefined },
  ): Promise<Result<StaffPage, ErrorCode>>
  addStaff(caller: Caller, idOrSlug: string, wish: { handle: string; role: Role }): Promise<Result<{ ok: true }, ErrorCode>>
  changeRole(caller: Caller, idOrSlug: string, person: Id<'person'>, role: Role): Promise<Result<{ ok: true }, ErrorCode>>
  removeStaff(caller: Caller, idOrSlug: string, person: Id<'person'>): Promise<Result<{ ok: true }, ErrorCode>>
  invitations(
    caller: Caller,
    idOrSlug: string,
    query: { cursor?: string | undefined; limit?: number | undefined },
  ): Promise<Result<InvitationsPage, ErrorCode>>
  invite(caller: Caller, idOrSlug: string, wish: { email: string; role: Role }): Promise<Result<InvitationView, ErrorCode>>
  inviteAgain(caller: Caller, idOrSlug: string, id: string): Promise<Result<InvitationView, ErrorCode>>
  withdrawInvitation(caller: Caller, idOrSlug: string, id: string): Promise<Result<{ ok: true }, ErrorCode>>
  offer(token: string): Promise<Result<InvitationOffer, ErrorCode>>
  accept(caller: Caller, token: string): Promise<Result<{ shop: Id<'shop'>; slug: string }, ErrorCode>>
}
