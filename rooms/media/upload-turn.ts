import { CodedError } from '#base/http'
import { openUploads } from './limits.ts'

const queues = new Map<string, { waiting: number; last: Promise<void> }>()

/**
 * Beginnings of one person come one after the other, so that each is counted before the next is judged. A crowd doesn't wait: it is
 * refused at once and costs neither a connection nor a statement. It is the turn of one process: with several servers as many beginnings
 * of a person as there are servers may be judged at once, so a limit can be passed by one less than that, once. Call what is returned when the beginning is counted or has failed.
 */
export async function uploadTurn(person: string): Promise<() => void> {
  const queue = queues.get(person) ?? { waiting: 0, last: Promise.resolve() }
  if (queue.waiting >= openUploads)
    throw new CodedError('too_many_uploads', 'Too many uploads begin at once; send some, then the others')
  const before = queue.last
  let leave = () => {}
  queue.last = new Promise(resolve => {
    leave = resolve
  })
  queue.waiting++
  queues.set(person, queue)
  await before
  let left = false
  return () => {
    if (left) return
    left = true
    queue.waiting--
    if (queue.waiting === 0) queues.delete(person)
    leave()
  }
}
