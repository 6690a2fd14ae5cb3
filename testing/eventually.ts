import type { EventLog } from '#base/events'

/** Asks again until it is answered: what other rooms learn from the log is there a moment later. Throws the last refusal after ten seconds. */
export async function eventually<T>(work: () => Promise<T>): Promise<T> {
  for (let i = 0; ; i++)
    try {
      return await work()
    } catch (error) {
      if (i >= 100) throw error
      await new Promise(resolve => setTimeout(resolve, 100))
    }
}

/** Everybody who reads the log has heard what it holds now. */
export async function heard(log: Pick<EventLog, 'flush' | 'followers'>): Promise<void> {
  await log.flush()
  await eventually(async () => {
    const late = log.followers().filter(f => f.behind > 0)
    if (late.length > 0) throw new Error(`still behind: ${late.map(f => f.name).join(', ')}`)
  })
}
