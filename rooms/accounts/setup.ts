import { createHash } from 'node:crypto'
import { type Caller, newSecret } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import { openSession } from './identify.ts'
import { type RegistrationRefused, register } from './register.ts'
import type { Room } from './room.ts'
import { normalEmail } from './rules.ts'
import { setupIs, takeSetup, voidSetup, writeSetup } from './setup-store.ts'
import type { Entered } from './sign-up.ts'
import { hasOperator, makeOperator, personByEmail } from './store.ts'
import type { Tables } from './tables.ts'

const hashOf = (token: string) => createHash('sha256').update(token).digest('base64url')

/** The link by which the first operator comes in, or null when there is one. A new link voids the one before. */
export async function setupLink(room: Room): Promise<string | null> {
  if (await hasOperator(room.db)) return null
  const token = newSecret()
  await writeSetup(room.db, hashOf(token), room.house.clock.now())
  return `${room.house.config.publicUrl}/setup/${token}`
}

export interface NewOperator {
  readonly email: string
  readonly password: string
  readonly name: string
}
type Refused = RegistrationRefused | 'setup_token_invalid'
const invalid = () => refuse('setup_token_invalid', 'This link is not valid or was used')

/** Spends the link and makes the first operator, in one transaction: of two who open it at once, one comes in. */
export async function setUp(room: Room, caller: Caller, token: string, operator: NewOperator): Promise<Result<Entered, Refused>> {
  if (!(await setupIs(room.db, hashOf(token)))) return invalid()
  const person = room.newPerson()
  const { agent = '' } = room.arrivals.get(caller) ?? {}
  let spent = false
  const wish = { ...operator, person, language: caller.language, personalised: true, operator: true }
  const made = await register(room, wish, async trx => {
    spent = !(await takeSetup(trx, hashOf(token)))
    return spent ? refuse('wrong_state', 'spent') : ok(await openSession(room, trx, { person, epoch: 0, agent, bearer: false }))
  })
  if (spent) return invalid()
  if (!made.ok) return made
  return ok({ person, session: made.value.token.session, token: made.value.text, maxAge: made.value.maxAge })
}

/** An operator made by the server itself; an account with this address becomes one. Any setup link ends. */
export async function installOperator(room: Room, operator: NewOperator): Promise<Result<Id<'person'>, Refused>> {
  const person = room.newPerson()
  const wish = { ...operator, person, language: 'en' as const, personalised: true, operator: true }
  const made = await register(room, wish, async trx => {
    await voidSetup(trx)
    return ok(person)
  })
  if (made.ok || made.code !== 'email_taken') return made
  const known = await personByEmail(room.db, normalEmail(operator.email))
  if (!known) return made
  await room.house.db.transaction<Tables, void>(async trx => {
    await makeOperator(trx, known)
    await voidSetup(trx)
  })
  room.facts.drop(known)
  return ok(known)
}
