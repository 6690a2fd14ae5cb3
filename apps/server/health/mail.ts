import type { QueueState } from '#base/jobs'

/** Letters that no room keeps a table of: they live as jobs alone. */
const jobLetters = 'accounts.reset-letter'

interface Unsent {
  readonly waiting: number
  readonly oldest: Date | null
}
/**
 * Pure: the mail that is to go out, over all its ways. `oldest` in seconds. `failed` are tries that were given up; a letter about an
 * order or a notice is handed to its queue again every minute, a link to a new password is not.
 */
export function outboxOf(unsent: Unsent, queues: readonly QueueState[], mailQueues: readonly string[], now: Date) {
  const letters = queues.filter(q => q.queue === jobLetters)
  const waits = [
    ...(unsent.oldest ? [Math.max(0, Math.floor((now.getTime() - unsent.oldest.getTime()) / 1000))] : []),
    ...letters.flatMap(q => (q.oldest === null ? [] : [q.oldest])),
  ]
  const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0)
  return {
    waiting: unsent.waiting + sum(letters.map(q => q.waiting + q.active)),
    oldest: waits.length > 0 ? Math.max(...waits) : null,
    failed: sum(queues.filter(q => q.queue === jobLetters || mailQueues.includes(q.queue)).map(q => q.failed)),
  }
}
