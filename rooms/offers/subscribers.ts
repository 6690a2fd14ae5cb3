import type { Id } from '#base/kernel'
import { forgetPerson, mergePeople } from './claim-store.ts'
import type { Room } from './room.ts'
import type { OfferTables } from './store.ts'

/** What a guest has used counts for the member that they became; an erased person leaves no trace. */
export async function subscribe(room: Room): Promise<void> {
  await room.house.log.subscribe<OfferTables>('offers', {
    names: ['person.merged', 'person.erased'],
    async handle(trx, events) {
      for (const e of events) {
        if (e.name === 'person.merged') await mergePeople(trx, e.data.from, e.subject.id as Id<'person'>)
        if (e.name === 'person.erased') await forgetPerson(trx, e.subject.id)
      }
    },
  })
}
