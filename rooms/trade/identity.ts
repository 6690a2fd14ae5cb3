import { days, type Id, type Language, ok, type Result, refuse } from '#base/kernel'
import { maskId, maskName, type ResidentId, readResidentId } from '#engines/trade'
import { consentVersion } from './consent.ts'
import * as store from './identity-store.ts'
import { yearLimit, yearNow } from './quota.ts'
import type { Room } from './room.ts'

export interface IdentityWish {
  readonly name: string
  /** Resident ID, 18 characters. */
  readonly idNumber: string
  /** Version of the text that was agreed to. */
  readonly consent: string
}
/** What of an identity may be shown: masked. */
export interface MaskedIdentity {
  readonly name: string
  readonly idNumber: string
}
/** Who the buyer is, in clear; `id` prints itself masked. */
export interface OpenIdentity {
  readonly name: string
  readonly id: ResidentId
}
/** Without an order the identity goes after a week: late money may still come. */
const unpaidKept = days(7)
/** After the declaration's end. */
export const keptAfterEnd = days(30)

const nameForm = /^[\p{L}\p{M}·•.' -]{2,60}$/u

/**
 * Takes the real name and ID number for a checkout, with the consent, in the place of what was given before. Refuses `identity_invalid`
 * ({reason}: name_form, or the engine's id_form, id_birth, id_checksum …) and `consent_needed` for another text than the one of now.
 * No refusal carries the number. `of` is checked first: the caller owns the checkout.
 */
export async function giveIdentity(
  room: Room,
  of: { checkout: Id<'checkout'>; person: Id<'person'>; language: Language; wanted: bigint },
  wish: IdentityWish,
): Promise<Result<MaskedIdentity, 'identity_invalid' | 'consent_needed' | 'trade_refused'>> {
  const now = room.house.clock.now()
  const name = wish.name.normalize('NFKC').trim().replace(/\s+/g, ' ')
  if (!nameForm.test(name)) return refuse('identity_invalid', 'A name as it stands on the ID card', { reason: 'name_form' })
  const id = readResidentId(wish.idNumber, now)
  if (!id.ok) return refuse('identity_invalid', id.message, { reason: id.code })
  if (wish.consent !== consentVersion)
    return refuse('consent_needed', 'Agree to the text as it is now', { version: consentVersion })
  const key = room.seals.key(id.value.reveal())
  const over = await overYear(room, key, of.wanted)
  if (over) return over
  const masked = { name: maskName(name), idNumber: maskId(id.value.reveal()) }
  await store.writeIdentity(room.db, {
    ...of,
    key,
    sealed: room.seals.seal(JSON.stringify({ name, id: id.value.reveal() }), of.checkout),
    masked,
    version: wish.consent,
    eraseAfter: new Date(now.getTime() + unpaidKept),
    at: now,
  })
  return ok(masked)
}

async function overYear(room: Room, key: string, wanted: bigint) {
  const [{ perYear }, used] = [await yearLimit(room), await store.usedOf(room.db, key, yearNow(room))]
  if (used + wanted <= perYear) return null
  return refuse('trade_refused' as const, 'Over the yearly allowance of this person', {
    reason: 'over_year_limit',
    alternatives: [],
    used: used.toString(),
    value: wanted.toString(),
    perYear: perYear.toString(),
  })
}

/** What was given for a checkout, masked; null when nothing is there. */
export const maskedIdentity = (room: Room, checkout: string): Promise<MaskedIdentity | null> =>
  store.readMasked(room.db, checkout)

/** Opens an identity, and writes down who read it and why before it is handed out. Null when it was erased or never given. */
export async function openIdentity(
  room: Room,
  checkout: string,
  reader: { by: string; why: string },
): Promise<OpenIdentity | null> {
  const now = room.house.clock.now()
  const sealed = await store.readSealed(room.db, checkout, { ...reader, at: now })
  if (sealed === null) return null
  const { name, id } = JSON.parse(room.seals.open(sealed, checkout)) as { name: string; id: string }
  const read = readResidentId(id, now)
  if (!read.ok) throw new Error(`the identity of ${checkout} does not hold any more: ${read.code}`)
  return { name, id: read.value }
}
