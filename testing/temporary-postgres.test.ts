import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { expect, test } from 'vitest'
import { eventually } from '#testing/eventually'

const root = fileURLToPath(new URL('../', import.meta.url))
const asks = `import { temporaryPostgres } from './testing/temporary-postgres.ts'
const { url, folder } = await temporaryPostgres('enishi-killed')
console.log(JSON.stringify({ url, folder }))
setInterval(() => {}, 1000)`

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client(url)
  const there = await client.connect().then(
    () => true,
    () => false,
  )
  await client.end()
  return there
}

test.each(['SIGTERM', 'SIGKILL'] as const)(
  'a PostgreSQL of the tests ends with the process that asked for it, even by %s',
  async signal => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', asks], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [said] = await once(child.stdout, 'data')
    const { url, folder } = JSON.parse(String(said)) as { url: string; folder: string }
    expect(await answers(url)).toBe(true)
    child.kill(signal)
    await eventually(async () => expect(existsSync(folder)).toBe(false))
    expect(await answers(url)).toBe(false)
  },
)
