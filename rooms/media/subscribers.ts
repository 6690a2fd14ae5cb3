import { isId } from '#base/kernel'
import { folderOf } from './medium.ts'
import { changeOwner, forgetOwner, type MediaTables } from './store.ts'
import { dropSource, type Workshop } from './workshop.ts'

/** A guest's uploads follow the guest into the account; an erased person's files go. */
export async function subscribe(shop: Workshop): Promise<void> {
  await shop.house.log.subscribe<MediaTables>('media.people', {
    names: ['person.merged', 'person.erased'],
    async handle(trx, events) {
      for (const e of events) {
        if (e.name === 'person.merged' && e.person) await changeOwner(trx, e.data.from, e.person)
        if (e.name !== 'person.erased' || !isId('person', e.subject.id)) continue
        for (const media of await forgetOwner(trx, e.subject.id)) {
          await shop.house.storage.remove(folderOf(media))
          await dropSource(shop, media)
        }
      }
    },
  })
}
