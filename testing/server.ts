import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { removeEmbedded } from '#base/db'

const root = fileURLToPath(new URL('../', import.meta.url))

export interface TestServer {
  readonly url: string
  readonly dataDir: string
  readonly process: ChildProcess
  /** Waits until the output matches; fails with the output when it does not come. */
  says(pattern: RegExp, seconds?: number): Promise<RegExpExecArray>
  /** Ends the process as a power cut would: no handler runs. */
  kill(): Promise<void>
  stop(): Promise<void>
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}

/** A test run that is killed leaves no server behind: what ends us closes the pipe, and the shell ends the server. */
function endWithUs(server: ChildProcess): void {
  const guard = spawn('sh', ['-c', `read _; kill ${server.pid}`], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  guard.unref()
  server.once('exit', () => guard.kill())
}

/** The real server as a process of its own, on loopback, with its own data folder. */
export async function startServer(
  options: { databaseUrl?: string; dataDir?: string; port?: number; args?: string[]; env?: Record<string, string> } = {},
): Promise<TestServer> {
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'enishi-server-'))
  const port = options.port ?? (await freePort())
  const child = spawn(process.execPath, [join(root, 'apps/server/main.ts'), ...(options.args ?? [])], {
    cwd: root,
    // Not in our group: a signal for all of us would take it before it has ended its database.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      ENISHI_DATA: dataDir,
      LOG_LEVEL: 'warn',
      RATE_LIMITS: 'off',
      ...(options.databaseUrl && { DATABASE_URL: options.databaseUrl }),
      ...options.env,
    },
  })
  endWithUs(child)
  let output = ''
  child.stdout?.on('data', chunk => {
    output += chunk
  })
  child.stderr?.on('data', chunk => {
    output += chunk
  })
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const server: TestServer = {
    url: `http://127.0.0.1:${port}`,
    dataDir,
    process: child,
    async says(pattern, seconds = 60) {
      for (let i = 0; i < seconds * 20; i++) {
        const found = pattern.exec(output)
        if (found) return found
        if (child.exitCode !== null) break
        await new Promise(resolve => setTimeout(resolve, 50))
      }
      throw new Error(`the server did not say ${pattern}:\n${output}`)
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
    async stop() {
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
      await ended
      if (!options.dataDir) removeEmbedded(dataDir)
    },
  }
  await server.says(/Enishi is at/)
  return server
}
