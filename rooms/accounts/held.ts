import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import type { Caller } from '#base/http'
import { type Id, isId } from '#base/kernel'
import type { Room } from './room.ts'
import { guestLife } from './token.ts'

/**
 * A browser in which a suspended person was signed in last keeps this cookie when the session ends, so that a new guest there is not
 * somebody whom nobody knows. It names the person and nothing of the browser; who deletes it, or takes another browser, is free of it.
 */
export const heldCookie = 'enishi_held'
export const heldSeconds = Math.floor(guestLife / 1000)

/** Whether somebody is suspended now. That is a decision of moderation, so the answer is handed in where all rooms are made. */
export type IsSuspended = (person: Id<'person'>) => Promise<boolean>

export interface HeldNotes {
  sign(person: Id<'person'>): string
  /** Null when the text is not one of ours: nobody can ask about a person by naming them. */
  read(text: string | undefined): Id<'person'> | null
}

/** Signed by a key of its own: such a note is no session of anybody. */
export function createHeldNotes(secret: string): HeldNotes {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'enishi held v1', 32))
  const mac = (person: string) => createHmac('sha256', key).update(person).digest()
  return {
    sign: person => `${person}.${mac(person).toString('base64url')}`,
    read(text) {
      const [person, signature, ...rest] = (text ?? '').split('.')
      if (!isId('person', person) || !signature || rest.length > 0) return null
      const [given, right] = [Buffer.from(signature, 'base64url'), mac(person)]
      return given.length === right.length && timingSafeEqual(given, right) ? person : null
    },
  }
}

/** What the browser keeps when the caller's session ends; null unless they are a member who is suspended. */
export async function heldNote(room: Room, caller: Pick<Caller, 'person' | 'member'>): Promise<string | null> {
  return caller.member && (await room.isSuspended(caller.person)) ? room.held.sign(caller.person) : null
}

/** Whose account this guest's browser was signed in to last, if it was suspended when the session ended. Null for members. */
export const signedOutOf = (room: Room, caller: Caller): Id<'person'> | null =>
  caller.member ? null : (room.arrivals.get(caller)?.held ?? null)
