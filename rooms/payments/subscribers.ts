import type { Context } from './context.ts'
import { changePerson, type PaymentTables } from './store.ts'

/** A guest's payments follow the guest into the account; an erased person's stay as money, without a name. */
export async function subscribe(c: Context): Promise<void> {
  await c.house.log.subscribe<PaymentTables>('payments.people', {
    names: ['person.merged', 'person.erased'],
    async handle(trx, events) {
      for (const e of events) {
        if (e.name === 'person.merged' && e.person) await changePerson(trx, e.data.from, e.person)
        if (e.name === 'person.erased') await changePerson(trx, e.subject.id, null)
      }
    },
  })
}
