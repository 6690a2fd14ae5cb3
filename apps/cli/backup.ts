import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const server = fileURLToPath(new URL('../server/main.ts', import.meta.url))

/** `backup` and `restore` are work of the server's own program, which knows the tables. Paths are those of the caller's folder. */
export function serverCommand(name: 'backup' | 'restore', args: string[], env: NodeJS.ProcessEnv): Promise<number> {
  const child = spawn(process.execPath, [server, name, ...absolute(args)], { stdio: 'inherit', env })
  // Ctrl+C reaches both; we leave with the child's answer.
  process.on('SIGINT', () => undefined)
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal))
  return new Promise(done => child.on('exit', (code, signal) => done(signal ? 1 : (code ?? 1))))
}

export function absolute(args: readonly string[]): string[] {
  const path = (text: string): string => (text.includes('://') ? text : `${resolve(text)}${text.endsWith('/') ? '/' : ''}`)
  return args.map((arg, i) => {
    const joined = /^(--to|--from)=(.+)$/.exec(arg)
    if (joined) return `${joined[1]}=${path(joined[2] as string)}`
    return args[i - 1] === '--to' || args[i - 1] === '--from' ? path(arg) : arg
  })
}
