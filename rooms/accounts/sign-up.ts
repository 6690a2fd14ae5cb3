import type { Caller } from '#base/http'
import { ok, type Result } from '#base/kernel'
import { endSession } from './end-session.ts'
import { openSession } from './identify.ts'
import { type RegistrationRefused, register } from './register.ts'
import type { Room } from './room.ts'

/** A cookie to set, and whose it is. */
export interface Entered {
  readonly person: Caller['person']
  readonly session: string
  readonly token: string
  readonly maxAge: number
}

/** The guest becomes a member under the same person id, so history, cart and orders stay. A member who signs up again is somebody new. */
export async function signUp(
  room: Room,
  caller: Caller,
  body: { email: string; password: string; name: string; handle?: string | undefined },
): Promise<Result<Entered, RegistrationRefused>> {
  const person = caller.member ? room.newPerson() : caller.person
  const { agent = '' } = room.arrivals.get(caller) ?? {}
  const { language, personalised } = caller
  let forget = () => {}
  const made = await register(room, { ...body, person, language, personalised, operator: false }, async trx => {
    forget = await endSession(room, trx, caller)
    return ok(await openSession(room, trx, { person, epoch: 0, agent, bearer: false }))
  })
  if (!made.ok) return made
  forget()
  const { token, text, maxAge } = made.value
  return ok({ person, session: token.session, token: text, maxAge })
}
