import type { House } from '#base/house'
import { days, must, newId } from '#base/kernel'
import { acceptInvitation, readOffer } from './accept-invitation.ts'
import type { AccountActions, Accounts } from './accounts.ts'
import { auditPage, note } from './audit.ts'
import { changeMe } from './change-me.ts'
import { changeShop } from './change-shop.ts'
import { signOut } from './end-session.ts'
import { accountFacts, endSessionsOf } from './end-sessions.ts'
import { eraseMe } from './erase-me.ts'
import { accountsPage, cardsOf, personByHandle, profileOf } from './find-people.ts'
import { findShop, shopCardsOf, shopsOf } from './find-shops.ts'
import { heldNote, signedOutOf } from './held.ts'
import { callerOf, guestToken, identify } from './identify.ts'
import { defineInvitationLetter } from './invitation-letter.ts'
import { sweepInvitations } from './invitation-store.ts'
import { invitationsPage, invite, inviteAgain, withdrawInvitation } from './invitations.ts'
import { shopsPage } from './list-shops.ts'
import { exportMe, meOf } from './me.ts'
import { endMySession, mySessions } from './my-sessions.ts'
import { openShop } from './open-shop.ts'
import { may } from './permissions.ts'
import { defineResetLetter, requestReset, resetPassword } from './reset-password.ts'
import { createRoom, type Ports, type Room } from './room.ts'
import { sweepSessions } from './session-store.ts'
import { installOperator, setUp, setupLink } from './setup.ts'
import { allShopCards } from './shop-store.ts'
import { makeToken, signIn } from './sign-in.ts'
import { signUp } from './sign-up.ts'
import { addStaff, changeRole, removeStaff, staffPage } from './staff.ts'
import { listStaff } from './staff-store.ts'
import { contactOf, countOperators, peopleByHandles } from './store.ts'

const nothing: Ports = { ownsMedia: async () => false, isSuspended: async () => false }
export function createAccounts(house: House, ports: Partial<Ports> = {}): Accounts {
  const room = createRoom(house, { ...nothing, ...ports })
  defineResetLetter(room)
  defineInvitationLetter(room)
  house.jobs.every('accounts.sweep', '41 4 * * *', async () => {
    await sweepSessions(room.db, house.clock.now())
    // A month after its end nobody sends it again.
    await sweepInvitations(room.db, new Date(house.clock.now().getTime() - days(30)))
  })
  return {
    start: room.ready,
    identify: (request, reply, create) => identify(room, request, reply, create),
    callerFor: async person => callerOf(person, newId('session', house.clock.now()), await room.facts.get(person), 'en'),
    signedOutOf: caller => signedOutOf(room, caller),
    may,
    people: ids => cardsOf(room, ids),
    personByHandle: handle => personByHandle(room, handle),
    peopleByHandles: handles => peopleByHandles(room.db, handles),
    shops: ids => shopCardsOf(room, ids),
    shop: idOrSlug => findShop(room, idOrSlug),
    shopsOf: person => shopsOf(room, person),
    staffOf: shop => listStaff(room.db, shop, null, 100),
    listShops: (caller, query) => shopsPage(room, caller, query),
    allShops: () => allShopCards(room.db),
    contact: person => contactOf(room.db, person),
    personalised: async person => (await room.facts.get(person)).personalised,
    me: caller => meOf(room, caller),
    setupLink: () => setupLink(room),
    makeOperator: async operator => must(await installOperator(room, operator)),
    facts: person => accountFacts(room, person),
    operators: () => countOperators(room.db),
    note: (caller, action, about, detail) => note(room, caller, action, about, detail),
    actions: actionsOf(room),
  }
}

const actionsOf = (room: Room): AccountActions => ({
  change: (caller, wishes) => changeMe(room, caller, wishes),
  erase: (caller, password) => eraseMe(room, caller, password),
  export: caller => exportMe(room, caller),
  sessions: caller => mySessions(room, caller),
  endSession: (caller, session) => endMySession(room, caller, session),
  signUp: (caller, body) => signUp(room, caller, body),
  signIn: (caller, body) => signIn(room, caller, body),
  heldNote: caller => heldNote(room, caller),
  signOut: caller => signOut(room, caller),
  token: (caller, body) => makeToken(room, caller, body),
  guest() {
    const token = guestToken(room, room.house.clock.now())
    return { person: token.person, token: room.tokens.sign(token) }
  },
  requestReset: (caller, email) => requestReset(room, caller, email),
  resetPassword: (token, password) => resetPassword(room, token, password),
  setUp: (caller, token, operator) => setUp(room, caller, token, operator),
  profile: handleOrId => profileOf(room, handleOrId),
  accounts: (caller, query) => accountsPage(room, caller, query),
  endSessions: (caller, person) => endSessionsOf(room, caller, person),
  audit: (caller, query) => auditPage(room, caller, query),
  openShop: (caller, draft) => openShop(room, caller, draft),
  changeShop: (caller, idOrSlug, change) => changeShop(room, caller, idOrSlug, change),
  staff: (caller, idOrSlug, query) => staffPage(room, caller, idOrSlug, query),
  addStaff: (caller, idOrSlug, wish) => addStaff(room, caller, idOrSlug, wish),
  changeRole: (caller, idOrSlug, person, role) => changeRole(room, caller, idOrSlug, person, role),
  removeStaff: (caller, idOrSlug, person) => removeStaff(room, caller, idOrSlug, person),
  invitations: (caller, idOrSlug, query) => invitationsPage(room, caller, idOrSlug, query),
  invite: (caller, idOrSlug, wish) => invite(room, caller, idOrSlug, wish),
  inviteAgain: (caller, idOrSlug, id) => inviteAgain(room, caller, idOrSlug, id),
  withdrawInvitation: (caller, idOrSlug, id) => withdrawInvitation(room, caller, idOrSlug, id),
  offer: token => readOffer(room, token),
  accept: (caller, token) => acceptInvitation(room, caller, token),
})
