import { isId } from '#base/kernel'
import { folderOf } from './medium.ts'
import { changeOwner, forgetOwner, type MediaTables } from './store.ts'
import { dropSource, type Workshop } from './workshop.ts'

/** Guests' uploads follow them into the account; an erased person's files go; what can be watched is shown to the classifier where there is one. */
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
  if (!shop.house.config.safetyClassifier) return
  await shop.house.log.subscribe<MediaTables>('media.safety', {
    names: ['media.watchable'],
    async handle(_trx, events) {
      for (const e of events) await shop.house.jobs.send('media.safety', { media: e.subject.id }, { key: e.subject.id })
    },
  })
}
