import type { Caller } from '#base/http'
import { type Id, newId } from '#base/kernel'

/** A caller as routes see it; a signed-in shopper unless said. */
export function callerOf(parts: Partial<Caller> = {}): Caller {
  return {
    person: newId('person', new Date()),
    session: newId('session', new Date()),
    member: true,
    operator: false,
    creator: false,
    shops: [],
    language: 'en',
    personalised: true,
    ...parts,
  }
}
export const guest = (): Caller => callerOf({ member: false })
export const staffOf = (shop: Id<'shop'>): Caller => callerOf({ shops: [{ shop, role: 'owner' }] })
export const operator = (): Caller => callerOf({ operator: true })
