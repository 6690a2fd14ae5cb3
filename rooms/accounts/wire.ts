import { defineRoutes, done, flag, idOf, integer, languageWire, list, nullable, obj, oneOf, optional, pageQuery, pageWire, text, textsWire, timeWire } from '#base/http'

/** A person as others see them. Guests have no card. */
export const personCard = obj({ id: idOf('per'), handle: text(40), name: text(80), picture: nullable(text(400)), creator: flag })
export const shopCard = obj({ id: idOf('shp'), slug: text(60), name: textsWire(120), picture: nullable(text(400)), country: text(2), owner: idOf('per') })
/** The facts that law asks a seller to show (Japan: Specified Commercial Transactions Act, Art. 11; EU: CRD Art. 6). */
export const sellerFacts = obj({
  legalName: text(160), representative: text(120), address: text(300), phone: text(40), email: text(254), registration: text(80),
  returns: textsWire(2000), delivery: textsWire(2000), taxRegistered: flag,
})
export const shopWire = obj({
  id: idOf('shp'), slug: text(60), name: textsWire(120), about: textsWire(4000), picture: nullable(text(400)), cover: nullable(text(400)), country: text(2),
  currency: text(3), owner: personCard, seller: sellerFacts, opened: timeWire,
  /** What a buyer pays for delivery within the shop's country, in minor units, and free from. */
  shippingFee: text(18), freeShippingFrom: nullable(text(18)), dispatchDays: integer(0, 60), deliveryDays: obj({ from: integer(0, 90), to: integer(0, 90) }), returnDays: integer(0, 365),
})
export const me = obj({
  person: idOf('per'), member: flag, operator: flag, creator: flag, handle: nullable(text(40)), name: nullable(text(80)), email: nullable(text(254)), picture: nullable(text(400)),
  language: languageWire, personalised: flag, shops: list(obj({ shop: idOf('shp'), slug: text(60), name: textsWire(120), role: oneOf(['owner', 'staff']) })),
})
const profile = obj({ ...personCard.properties, about: text(500), joined: timeWire, shop: nullable(shopCard) })
const credentials = { email: text(254, 3), password: text(200, 1) }
const shopDraft = {
  slug: text(60, 2), name: textsWire(120), about: textsWire(4000), country: text(2, 2), currency: text(3, 3), seller: sellerFacts, picture: optional(nullable(idOf('med'))), cover: optional(nullable(idOf('med'))),
  shippingFee: text(18, 1), freeShippingFrom: nullable(text(18)), dispatchDays: integer(0, 60), deliveryDays: obj({ from: integer(0, 90), to: integer(0, 90) }), returnDays: integer(0, 365),
}

export const wire = defineRoutes({
  'GET /v1/me': { summary: 'Who I am: a guest or a member', who: 'guest', reply: me },
  'PATCH /v1/me': {
    summary: 'Change my profile and settings', who: 'guest', rate: 'write',
    body: obj({ name: optional(text(80, 1)), handle: optional(text(40, 2)), about: optional(text(500)), language: optional(languageWire), personalised: optional(flag), creator: optional(flag), picture: optional(nullable(idOf('med'))) }),
    reply: me,
  },
  'DELETE /v1/me': { summary: 'Delete my account and forget me', who: 'member', body: obj({ password: text(200, 1) }), reply: done, rate: 'sign_in' },
  'GET /v1/me/export': { summary: 'Everything the accounts room knows of me', who: 'member', reply: obj({ account: me, sessions: list(obj({ created: timeWire, agent: text(300) })) }) },
  'POST /v1/sign-up': { summary: 'Make an account; the guest keeps history, cart and orders', who: 'guest', rate: 'sign_in', body: obj({ ...credentials, name: text(80, 1), handle: optional(text(40, 2)) }), reply: me, status: 201 },
  'POST /v1/sign-in': { summary: 'Sign in; what the guest did is merged', who: 'guest', rate: 'sign_in', body: obj(credentials), reply: me },
  'POST /v1/sign-out': { summary: 'End this session', who: 'guest', reply: done },
  'POST /v1/tokens': { summary: 'A Bearer token for apps and scripts', who: 'guest', rate: 'sign_in', body: obj(credentials), reply: obj({ token: text(400), expires: timeWire }), status: 201 },
  'POST /v1/guests': { summary: 'A guest identity with its Bearer token, for apps and scripts', who: 'anyone', rate: 'write', reply: obj({ person: idOf('per'), token: text(400) }), status: 201 },
  'POST /v1/password-resets': { summary: 'Mail a reset link; the answer is the same whether the address is known', who: 'guest', rate: 'sign_in', body: obj({ email: text(254, 3) }), reply: done, status: 202 },
  'POST /v1/password-resets/{token}': { summary: 'Set a new password; all sessions end', who: 'guest', rate: 'sign_in', params: obj({ token: text(200, 8) }), body: obj({ password: text(200, 1) }), reply: done },
  'POST /v1/setup/{token}': { summary: 'First operator of an empty installation, by the one-time link', who: 'guest', rate: 'sign_in', params: obj({ token: text(200, 8) }), body: obj({ ...credentials, name: text(80, 1) }), reply: me, status: 201 },
  'GET /v1/people/{handle}': { summary: 'A public profile, by handle or id', who: 'anyone', params: obj({ handle: text(48, 2) }), reply: profile },
  'POST /v1/shops': { summary: 'Open a shop; the caller becomes its owner', who: 'member', rate: 'write', body: obj(shopDraft), reply: shopWire, status: 201 },
  'GET /v1/shops/{slug}': { summary: 'A shop with its legal facts, by slug or id', who: 'anyone', params: obj({ slug: text(60, 2) }), reply: shopWire },
  'PATCH /v1/shops/{slug}': {
    summary: 'Change a shop', who: 'staff', rate: 'write', params: obj({ slug: text(60, 2) }),
    body: obj(Object.fromEntries(Object.entries(shopDraft).filter(([k]) => k !== 'slug').map(([k, v]) => [k, optional(v)])) as { [K in Exclude<keyof typeof shopDraft, 'slug'>]: ReturnType<typeof optional<(typeof shopDraft)[K]>> }),
    reply: shopWire,
  },
  'POST /v1/shops/{slug}/staff': { summary: 'Give a member a role in the shop', who: 'staff', rate: 'write', params: obj({ slug: text(60, 2) }), body: obj({ handle: text(40, 2), role: oneOf(['staff']) }), reply: done, status: 201 },
  'GET /v1/people': { summary: 'Accounts, for operators', who: 'operator', query: obj({ ...pageQuery, words: optional(text(100)) }), reply: pageWire(obj({ ...personCard.properties, email: text(254), joined: timeWire })) },
})
