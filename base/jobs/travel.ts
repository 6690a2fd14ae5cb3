import { PgBoss } from 'pg-boss'

/** The schema that the queue keeps its own tables in. */
export const jobsSchema = 'jobs'
/** Its tables that hold work; the others are its counters and warnings. */
export const jobsTables: readonly string[] = [`${jobsSchema}.queue`, `${jobsSchema}.schedule`, `${jobsSchema}.job`]

interface Asks {
  query(sql: string): Promise<{ rows: { version?: unknown }[] }>
}

/** Makes the queue's tables in a database that has none; answers with their version. Rows of another version don't fit. */
export async function prepareJobs(url: string): Promise<number> {
  const boss = new PgBoss({ connectionString: url, schema: jobsSchema, max: 2, supervise: false, schedule: false })
  boss.on('error', () => undefined)
  await boss.start()
  try {
    return (await boss.schemaVersion()) ?? 0
  } finally {
    await boss.stop({ graceful: false })
  }
}

/** Jobs that were running when they were copied have no worker any more: they wait again. */
export async function adoptJobs(client: Asks, any: boolean): Promise<void> {
  if (any) await client.query(`update ${jobsSchema}.job set state = 'created', started_on = null where state = 'active'`)
}
