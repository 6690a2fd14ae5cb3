import { bind, type ErrorCode, type RouteSet } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import type { Accounts } from './accounts.ts'
import { heldCookie, heldSeconds } from './held.ts'
import { cookieName } from './identify.ts'
import type { Me } from './person.ts'
import { type Shop, type ShopWire, shopToWire } from './shop.ts'
import type { Entered } from './sign-up.ts'
import { wire } from './wire.ts'

type SetCookie = (name: string, value: string, maxAge: number) => void

/** Binds the table of routes to the actions. */
export function accountsRoutes(accounts: Accounts): RouteSet {
  const { actions } = accounts
  /** Comes in: the cookie, and who the person now is. */
  const enter = async (entered: Result<Entered, ErrorCode>, setCookie: SetCookie): Promise<Result<Me, ErrorCode>> => {
    if (!entered.ok) return entered
    setCookie(cookieName, entered.value.token, entered.value.maxAge)
    return ok(await accounts.me(await accounts.callerFor(entered.value.person)))
  }
  const shown = async (shop: Shop): Promise<Result<ShopWire, ErrorCode>> =>
    ok(shopToWire(shop, (await accounts.people([shop.owner])).get(shop.owner)))
  const showing = async (shop: Result<Shop, ErrorCode>): Promise<Result<ShopWire, ErrorCode>> =>
    shop.ok ? shown(shop.value) : shop
  return bind('accounts', wire, {
    'GET /v1/me': async ({ caller }) => ok(await accounts.me(caller)),
    'PATCH /v1/me': ({ caller, body }) => actions.change(caller, body),
    'DELETE /v1/me': async ({ caller, body, setCookie }) => {
      const erased = await actions.erase(caller, body.password)
      if (erased.ok) setCookie(cookieName, '', 0)
      return erased
    },
    'GET /v1/me/export': ({ caller }) => actions.export(caller),
    'GET /v1/me/sessions': ({ caller }) => actions.sessions(caller),
    'DELETE /v1/me/sessions/{id}': ({ caller, params }) => actions.endSession(caller, params.id),
    'POST /v1/sign-up': async ({ caller, body, setCookie }) => enter(await actions.signUp(caller, body), setCookie),
    'POST /v1/sign-in': async ({ caller, body, setCookie }) => enter(await actions.signIn(caller, body), setCookie),
    'POST /v1/sign-out': async ({ caller, setCookie }) => {
      const held = await actions.heldNote(caller)
      if (held) setCookie(heldCookie, held, heldSeconds)
      setCookie(cookieName, '', 0)
      return actions.signOut(caller)
    },
    'POST /v1/tokens': ({ caller, body }) => actions.token(caller, body),
    'POST /v1/guests': async () => actions.guest(),
    'POST /v1/password-resets': ({ caller, body }) => actions.requestReset(caller, body.email),
    'POST /v1/password-resets/{token}': ({ params, body }) => actions.resetPassword(params.token, body.password),
    'POST /v1/setup/{token}': async ({ caller, params, body, setCookie }) =>
      enter(await actions.setUp(caller, params.token, body), setCookie),
    'GET /v1/people/{handle}': ({ params }) => actions.profile(params.handle),
    'POST /v1/shops': async ({ caller, body }) => showing(await actions.openShop(caller, body)),
    'GET /v1/shops/{slug}': async ({ params }) => {
      const shop = await accounts.shop(params.slug)
      return shop ? shown(shop) : refuse('not_found', 'There is no such shop')
    },
    'PATCH /v1/shops/{slug}': async ({ caller, params, body }) => showing(await actions.changeShop(caller, params.slug, body)),
    'DELETE /v1/people/{id}/sessions': ({ caller, params }) => actions.endSessions(caller, params.id),
    'GET /v1/shops/{slug}/staff': ({ caller, params, query }) => actions.staff(caller, params.slug, query),
    'POST /v1/shops/{slug}/staff': ({ caller, params, body }) => actions.addStaff(caller, params.slug, body),
    'PATCH /v1/shops/{slug}/staff/{person}': ({ caller, params, body }) =>
      actions.changeRole(caller, params.slug, params.person as Id<'person'>, body.role),
    'DELETE /v1/shops/{slug}/staff/{person}': ({ caller, params }) =>
      actions.removeStaff(caller, params.slug, params.person as Id<'person'>),
    'GET /v1/shops/{slug}/invitations': ({ caller, params, query }) => actions.invitations(caller, params.slug, query),
    'POST /v1/shops/{slug}/invitations': ({ caller, params, body }) => actions.invite(caller, params.slug, body),
    'POST /v1/shops/{slug}/invitations/{id}/send': ({ caller, params }) => actions.inviteAgain(caller, params.slug, params.id),
    'DELETE /v1/shops/{slug}/invitations/{id}': ({ caller, params }) =>
      actions.withdrawInvitation(caller, params.slug, params.id),
    'GET /v1/invitations/{token}': ({ params }) => actions.offer(params.token),
    'POST /v1/invitations/{token}/accept': ({ caller, params }) => actions.accept(caller, params.token),
    'GET /v1/audit': ({ caller, query }) => actions.audit(caller, query),
    'GET /v1/people': ({ caller, query }) => actions.accounts(caller, query),
  })
}
