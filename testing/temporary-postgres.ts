import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export interface TemporaryPostgres {
  readonly url: string
  readonly folder: string
  /** Ends it and forgets its folder. */
  stop(): Promise<void>
}

/**
 * A real PostgreSQL in a new folder. It goes with us, even when we are killed: a process of its own (keep-postgres.ts) holds it,
 * and the pipe to that process is closed by whatever ends us.
 */
export async function temporaryPostgres(name: string): Promise<TemporaryPostgres> {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`))
  const keeper = spawn(process.execPath, [fileURLToPath(new URL('./keep-postgres.ts', import.meta.url)), folder], {
    // A Ctrl+C is for us: the keeper has to live on for a moment.
    detached: true,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const ended = once(keeper, 'exit')
  const [said] = await Promise.race([once(keeper.stdout, 'data'), ended])
  if (!(said instanceof Buffer)) throw new Error(`PostgreSQL did not start in ${folder}`)
  return {
    url: said.toString(),
    folder,
    async stop() {
      keeper.stdin.end()
      await ended
    },
  }
}
