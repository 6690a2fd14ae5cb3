import type { Caller } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import { endSession } from './end-session.ts'
import { openSession } from './identify.ts'
import type { Room } from './room.ts'
import { normalEmail } from './rules.ts'
import type { Entered } from './sign-up.ts'
import type { Tables } from './tables.ts'

export interface Credentials {
  readonly email: string
  readonly password: string
}

/** The person whom these credentials belong to. The refusal does not tell whether the address is known. */
async function authenticate(room: Room, { email, password }: Credentials): Promise<Result<Id<'person'>, 'wrong_credentials'>> {
  const person = await room.auth.check(normalEmail(email), password)
  return person ? ok(person) : refuse('wrong_credentials', 'The address or the password is wrong')
}

/** Signs in. What a guest did before becomes the account's, by `person.merged`; the session of before ends. */
export async function signIn(
  room: Room,
  caller: Caller,
  credentials: Credentials,
): Promise<Result<Entered, 'wrong_credentials'>> {
  const who = await authenticate(room, credentials)
  if (!who.ok) return who
  const person = who.value
  const arrival = room.arrivals.get(caller)
  const { epoch } = await room.facts.get(person)
  let forget = () => {}
  const opened = await room.house.db.transaction<Tables, Awaited<ReturnType<typeof openSession>>>(async trx => {
    forget = await endSession(room, trx, caller)
    if (!caller.member && !arrival?.fresh)
      await room.house.log.append(trx, [
        {
          name: 'person.merged',
          at: room.house.clock.now(),
          person,
          session: caller.session,
          subject: { kind: 'person', id: person },
          data: { from: caller.person },
        },
      ])
    return openSession(room, trx, { person, epoch, agent: arrival?.agent ?? '', bearer: false })
  })
  forget()
  return ok({ person, session: opened.token.session, token: opened.text, maxAge: opened.maxAge })
}

/** A token for an app or a script. It merges nothing: a program that signs in is not a guest who came back. */
export async function makeToken(
  room: Room,
  caller: Caller,
  credentials: Credentials,
): Promise<Result<{ token: string; expires: string }, 'wrong_credentials'>> {
  const who = await authenticate(room, credentials)
  if (!who.ok) return who
  const { epoch } = await room.facts.get(who.value)
  const agent = room.arrivals.get(caller)?.agent ?? ''
  const opened = await openSession(room, room.db, { person: who.value, epoch, agent, bearer: true })
  return ok({ token: opened.text, expires: new Date(opened.token.expires).toISOString() })
}
