import type { NewEvent } from '#base/catalogue'
import type { Caller } from '#base/http'
import { type Language, ok, type Result, refuse } from '#base/kernel'
import { checkPictures } from './check-pictures.ts'
import { meOf } from './me.ts'
import { membersOnly } from './permissions.ts'
import type { Me } from './person.ts'
import type { Room } from './room.ts'
import { checkHandle } from './rules.ts'
import { type Change, changePerson, saveGuestSettings } from './store.ts'
import type { Tables } from './tables.ts'

export interface Wishes {
  readonly name?: string | undefined
  readonly handle?: string | undefined
  readonly about?: string | undefined
  readonly language?: Language | undefined
  readonly personalised?: boolean | undefined
  readonly creator?: boolean | undefined
  readonly picture?: string | null | undefined
}
type Refused = 'sign_in_required' | 'not_found' | 'handle_invalid' | 'handle_taken' | 'invalid_request'

/** Language and personalisation are anybody's to choose; a profile needs an account. */
export async function changeMe(room: Room, caller: Caller, wishes: Wishes): Promise<Result<Me, Refused>> {
  const { language, personalised, ...profile } = wishes
  if (Object.values(profile).some(v => v !== undefined)) {
    const allowed = membersOnly(caller)
    if (!allowed.ok) return allowed
  }
  const change = checked(wishes)
  if (!change.ok) return change
  const pictures = await checkPictures(room, caller, [wishes.picture])
  if (!pictures.ok) return pictures
  try {
    await room.house.db.transaction<Tables, void>(async trx => {
      if (caller.member && Object.keys(change.value).length > 0) await changePerson(trx, caller.person, change.value)
      if (!caller.member && (language !== undefined || personalised !== undefined))
        await saveGuestSettings(
          trx,
          caller.person,
          { ...(language !== undefined && { language }), ...(personalised !== undefined && { personalised }) },
          room.house.clock.now(),
        )
      if (personalised !== undefined && personalised !== caller.personalised)
        await room.house.log.append(trx, [personalisationSet(room, caller, personalised)])
    })
  } catch (error) {
    const { code, constraint } = error as { code?: string; constraint?: string }
    if (code === '23505' && constraint === 'people_handle') return refuse('handle_taken', 'This handle is taken')
    throw error
  } finally {
    room.facts.drop(caller.person)
  }
  const facts = await room.facts.get(caller.person)
  return ok(await meOf(room, { ...caller, language: facts.language ?? caller.language, personalised: facts.personalised }))
}

const personalisationSet = (room: Room, caller: Caller, on: boolean): NewEvent<'person.personalisation_set'> => ({
  name: 'person.personalisation_set',
  at: room.house.clock.now(),
  person: caller.person,
  session: caller.session,
  subject: { kind: 'person', id: caller.person },
  data: { on },
})

/** The columns to set: only what was named. */
function checked(wishes: Wishes): Result<Change, 'handle_invalid' | 'invalid_request'> {
  const change: Change = {}
  for (const key of ['about', 'language', 'personalised', 'creator', 'picture'] as const)
    if (wishes[key] !== undefined) Object.assign(change, { [key]: wishes[key] })
  if (wishes.name !== undefined) {
    change.name = wishes.name.trim()
    if (change.name === '') return refuse('invalid_request', 'A name is needed', { fields: { name: ['must not be empty'] } })
  }
  if (wishes.handle !== undefined) {
    const handle = checkHandle(wishes.handle)
    if (!handle.ok) return handle
    change.handle = handle.value
  }
  return ok(change)
}
