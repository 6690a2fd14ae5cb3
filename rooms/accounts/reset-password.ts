import type { Caller } from '#base/http'
import { type Id, type Language, ok, type Result, refuse } from '#base/kernel'
import { resetLetter } from './letters.ts'
import type { Room } from './room.ts'
import { checkEmail, checkPassword } from './rules.ts'
import { raiseEpoch } from './store.ts'
import type { Tables } from './tables.ts'

const job = 'accounts.reset-letter'
interface Asked {
  readonly email: string
  readonly language: Language
}

/** The letter is written by a job: the answer takes as long for a known address as for an unknown one, and a mail server may be away. */
export function defineResetLetter(room: Room): void {
  room.house.jobs.define<Asked>(job, { retries: 5 }, asked => sendResetLetter(room, asked))
}

export async function requestReset(room: Room, caller: Caller, email: string): Promise<Result<{ ok: true }, 'email_invalid'>> {
  const checked = checkEmail(email)
  if (!checked.ok) return checked
  await room.house.jobs.send<Asked>(job, { email: checked.value, language: caller.language }, { key: checked.value })
  return ok({ ok: true })
}

/** Nobody's address: nothing. A second try after a failed mail makes another token; the unsent one ends by itself. */
export async function sendResetLetter(room: Room, { email, language }: Asked): Promise<void> {
  const made = await room.auth.resetToken(email)
  if (!made) return
  const facts = await room.facts.get(made.person)
  await room.house.mail.send(resetLetter(email, `${room.house.config.publicUrl}/reset/${made.token}`, facts.language ?? language))
}

type Refused = 'reset_token_invalid' | 'password_too_short' | 'password_too_long'
/** Sets the password and ends every session of the person, tokens of apps included. The token works once. */
export async function resetPassword(room: Room, token: string, password: string): Promise<Result<{ ok: true }, Refused>> {
  const checked = checkPassword(password)
  if (!checked.ok) return checked
  const person = await room.house.db.transaction<Tables, Id<'person'> | null>(async trx => {
    const owner = await room.auth.reset(trx, token, password)
    if (owner) await raiseEpoch(trx, owner)
    return owner
  })
  if (!person) return refuse('reset_token_invalid', 'This link is not valid, was used or is older than one hour')
  room.facts.drop(person)
  return ok({ ok: true })
}
