import type { NewEvent } from '#base/catalogue'
import type { Trx } from '#base/db'
import type { Id, Language, Refusal } from '#base/kernel'
import { ok, type Result, refuse } from '#base/kernel'
import { hashPassword } from './passwords.ts'
import type { Room } from './room.ts'
import { checkEmail, checkHandle, checkPassword, handleFrom } from './rules.ts'
import { insertPerson, takenHandles } from './store.ts'
import type { Tables } from './tables.ts'

export interface Registration {
  readonly person: Id<'person'>
  readonly email: string
  readonly password: string
  readonly name: string
  readonly handle?: string | undefined
  readonly language: Language
  readonly personalised: boolean
  readonly operator: boolean
}
type Checks = ReturnType<typeof checkEmail> | ReturnType<typeof checkPassword> | ReturnType<typeof checkHandle>
export type RegistrationRefused =
  | Extract<Checks, Refusal>['code']
  | 'email_taken'
  | 'handle_taken'
  | 'invalid_request'
  | 'wrong_state'

/** Thrown inside the transaction to undo it; becomes the refusal again outside. */
class Undo extends Error {
  readonly refusal: Refusal<RegistrationRefused>
  constructor(refusal: Refusal<RegistrationRefused>) {
    super(refusal.message)
    this.refusal = refusal
  }
}

/**
 * Makes an account with everything that belongs to it in one transaction. `also` runs inside it (the first session, a spent setup link)
 * and may refuse, which undoes all. Who takes an address or a handle at the same moment is decided by the unique indexes.
 */
export async function register<T>(
  room: Room,
  wish: Registration,
  also: (trx: Trx<Tables>) => Promise<Result<T, RegistrationRefused>>,
): Promise<Result<T, RegistrationRefused>> {
  const email = checkEmail(wish.email)
  if (!email.ok) return email
  const password = checkPassword(wish.password)
  if (!password.ok) return password
  const wished = wish.handle === undefined ? null : checkHandle(wish.handle)
  if (wished && !wished.ok) return wished
  const name = wish.name.trim()
  if (name === '') return refuse('invalid_request', 'A name is needed', { fields: { name: ['must not be empty'] } })
  const hash = await hashPassword(wish.password)
  for (let attempt = 0; ; attempt++) {
    const handle = wished ? wished.value : await freeHandle(room, name, attempt)
    const made = await attemptOnce(room, { ...wish, email: email.value, name, handle, hash }, also)
    if (made.ok || made.code !== 'handle_taken' || wished || attempt >= 4) return made
  }
}

async function freeHandle(room: Room, name: string, attempt: number): Promise<string> {
  const candidates = [handleFrom(name, attempt), handleFrom(name, attempt + 1), handleFrom(name, attempt + 2)]
  const taken = await takenHandles(room.db, candidates)
  return candidates.find(c => !taken.has(c)) ?? handleFrom(name, 9)
}

async function attemptOnce<T>(
  room: Room,
  { person, email, name, handle, hash, language, personalised, operator }: Registration & { handle: string; hash: string },
  also: (trx: Trx<Tables>) => Promise<Result<T, RegistrationRefused>>,
): Promise<Result<T, RegistrationRefused>> {
  const joined = room.house.clock.now()
  const event: NewEvent<'person.registered'> = {
    name: 'person.registered',
    at: joined,
    person,
    subject: { kind: 'person', id: person },
    data: { creator: false },
  }
  try {
    return ok(
      await room.house.db.transaction<Tables, T>(async trx => {
        await room.auth.create(trx, { person, email, name, hash })
        await insertPerson(trx, { person, handle, name, language, operator, joined }, personalised)
        const more = await also(trx)
        if (!more.ok) throw new Undo(more)
        await room.house.log.append(trx, [event])
        return more.value
      }),
    )
  } catch (error) {
    if (error instanceof Undo) return error.refusal
    const taken = takenBy(error)
    if (taken) return taken
    throw error
  } finally {
    room.facts.drop(person)
  }
}

function takenBy(error: unknown): Refusal<RegistrationRefused> | null {
  const { code, constraint } = error as { code?: string; constraint?: string }
  if (code !== '23505') return null
  if (constraint === 'user_email_key') return refuse('email_taken', 'There is an account with this address')
  if (constraint === 'people_handle') return refuse('handle_taken', 'This handle is taken')
  if (constraint === 'user_pkey' || constraint === 'people_pkey')
    return refuse('wrong_state', 'This guest has an account already')
  return null
}
