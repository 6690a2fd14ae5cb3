import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { removeEmbedded } from '#base/db'
import { Failure } from './failure.ts'

const root = fileURLToPath(new URL('../../../../', import.meta.url))
const startsWithinMs = 120_000

export interface Keys {
  readonly email: string
  readonly password: string
}
export interface OwnServer {
  readonly url: string
  readonly keys: Keys
  stop(): Promise<void>
}

/** The operator's sign-in of a server in demo mode, as it wrote it. */
export function readKeys(path: string): Keys {
  try {
    return (JSON.parse(readFileSync(path, 'utf8')) as { operator: Keys }).operator
  } catch (error) {
    throw new Failure(
      'keys_missing',
      `${path}: ${(error as Error).message}; --keys names the demo.json of the server's data folder`,
    )
  }
}

/** The server as a process of its own on loopback, with a database and a folder of its own; `stop` leaves nothing behind. */
export async function startOwnServer(env: NodeJS.ProcessEnv): Promise<OwnServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'enishi-replay-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [join(root, 'apps/server/main.ts'), '--no-seed'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own: Ctrl+C reaches this process, which stops the server in order.
    detached: true,
    // Empty texts stand against enishi.config.json: nothing may be written to the house's own database or sent by its mail.
    env: {
      ...env,
      NODE_ENV: 'production',
      PORT: String(port),
      HOST: '127.0.0.1',
      PUBLIC_URL: '',
      ENISHI_DATA: dataDir,
      ENISHI_DEMO: 'true',
      DATABASE_URL: '',
      SMTP_URL: '',
      LOG_LEVEL: 'error',
      RATE_LIMITS: 'off',
    },
  })
  let output = ''
  const hear = (chunk: Buffer): void => void (output = `${output}${chunk}`.slice(-4000))
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  let ended = false
  const end = new Promise<void>(resolve =>
    child.once('close', () => {
      ended = true
      resolve()
    }),
  )
  const stop = async (): Promise<void> => {
    if (!ended) child.kill('SIGTERM')
    await end
    removeEmbedded(dataDir)
  }
  for (const until = Date.now() + startsWithinMs; !output.includes('Ctrl+C stops everything'); ) {
    if (ended || Date.now() > until) {
      await stop()
      throw new Failure('server_unreachable', `the server did not start:\n${output}`)
    }
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  return { url, keys: readKeys(join(dataDir, 'demo.json')), stop }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
