import type { Static } from 'typebox'
import type { House } from '#base/house'
import type { Caller, ErrorCode } from '#base/http'
import { type Id, ok, type Result, refuse } from '#base/kernel'
import type { Accounts } from '#rooms/accounts'
import type { Brain } from './brain.ts'
import { decimal } from './heart.ts'
import type { tasteWire } from './wire.ts'

export type MyTaste = Static<typeof tasteWire>

interface Mirror {
  readonly house: House
  readonly brain: Brain
  readonly doors: { readonly accounts: Pick<Accounts, 'people' | 'shops'> }
}

/** As long as forgetting waits for the recommender, so that whoever asks for the next page gets it without what was forgotten. */
const patienceMs = 2000

/** What the feed would use of the caller now, and nobody else's: there is no way to ask for another person's. */
export async function readTaste({ brain, doors }: Mirror, caller: Caller): Promise<Result<MyTaste, ErrorCode>> {
  if (!caller.personalised) return ok({ profiled: false, tags: [], authors: [] })
  const { tags, authors } = await brain.ask({ kind: 'taste', person: caller.person })
  const ids = authors.map(a => a.author)
  const [people, shops] = await Promise.all([
    doors.accounts.people(ids.filter((id): id is Id<'person'> => id.startsWith('per_'))),
    doors.accounts.shops(ids.filter((id): id is Id<'shop'> => id.startsWith('shp_'))),
  ])
  return ok({
    profiled: true,
    tags: tags.map(({ tag, weight }) => ({ tag, weight: decimal(weight) })),
    // Who has left has no name to show, and makes nothing any more.
    authors: authors.flatMap(({ author, weight }) => {
      const [person, shop] = [people.get(author) ?? null, shops.get(author) ?? null]
      return person || shop ? [{ person, shop, weight: decimal(weight) }] : []
    }),
  })
}

/**
 * Anybody may, also while personalisation is off: turning it on again must not bring back what was forgotten. Null: everything.
 * A topic that nothing has is refused, so that the log holds no words of people's own.
 */
export async function forgetTaste(
  { house, brain }: Mirror,
  caller: Caller,
  tag: string | null,
): Promise<Result<{ position: string }, ErrorCode>> {
  if (tag !== null && !(await brain.ask({ kind: 'knowsTag', tag }))) return refuse('not_found', 'There is no such topic')
  await house.log.append(house.db.tables(), [
    {
      name: 'person.taste_forgotten',
      at: house.clock.now(),
      person: caller.person,
      session: caller.session,
      subject: { kind: 'person', id: caller.person },
      data: { tag },
    },
  ])
  const position = await house.log.flush()
  await brain.reached(position, patienceMs)
  return ok({ position: position.toString() })
}
