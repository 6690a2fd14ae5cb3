import { forgetPerson, movePerson } from './identity-store.ts'
import type { Room } from './room.ts'
import type { TradeTables } from './store.ts'

/** A guest's identity follows into the account; an erased person's goes at once, but for what a declaration still needs. */
export async function subscribe(room: Room): Promise<void> {
  await room.house.log.subscribe<TradeTables>('trade', {
    names: ['person.merged', 'person.erased'],
    async handle(trx, events) {
      for (const e of events) {
        if (e.name === 'person.merged') await movePerson(trx, e.data.from, e.subject.id)
        if (e.name === 'person.erased') await forgetPerson(trx, e.subject.id)
      }
    },
  })
}
