import { type ChildProcess, spawn } from 'node:child_process'
import { setPriority } from 'node:os'

/** Why a program did not do its work. `missing` and `trouble` are ours, `failed` and `memory` (more than the bound) are the file's. */
export class ProgramError extends Error {
  readonly why: 'missing' | 'timeout' | 'memory' | 'trouble' | 'failed'
  readonly stderr: string
  constructor(program: string, why: ProgramError['why'], stderr: string) {
    super(`${program}: ${why}${stderr ? `: ${stderr.trim().slice(-600)}` : ''}`)
    this.why = why
    this.stderr = stderr
  }
}

export interface RunOptions {
  readonly timeoutMs: number
  /** 0 to 19; programs that nobody waits for step back further. */
  readonly nice: number
  /** Gets each line of standard output instead of keeping it. False ends the program, as a success. */
  readonly onLine?: (line: string) => boolean
}

export interface Programs {
  /** Runs with an empty standard input, and ends in any case. Resolves to standard output. */
  run(program: string, args: readonly string[], options: RunOptions): Promise<string>
  /** Ends what still runs and starts nothing more. */
  stop(): void
  stopped(): boolean
}

const mostOutput = 4_000_000
/** Address space of one program: 8k pictures of ten bits fit, a file that asks for more is refused. */
const mostMemory = 3 * 2 ** 30

/**
 * The shell only sets bounds and steps aside: its text never changes, and program and arguments come as its parameters, which it
 * doesn't read. A system that knows no such bound runs without it. A program that crashes leaves no core behind.
 */
const bounded = (program: string, args: readonly string[]): [string, string[]] => [
  'sh',
  ['-c', 'ulimit -v "$0" 2>/dev/null; ulimit -c 0 2>/dev/null; exec "$@"', String(mostMemory / 1024), program, ...args],
]
/** What the shell says when there is nothing to run. */
const nothingToRun = new Set([126, 127])

/** Runs ffmpeg and ffprobe, which read what strangers sent: bounded in time, memory, output and priority. */
export function createPrograms(): Programs {
  const running = new Set<ChildProcess>()
  let stopped = false
  function run(program: string, args: readonly string[], options: RunOptions): Promise<string> {
    if (stopped) return Promise.reject(new ProgramError(program, 'trouble', 'the server is leaving'))
    return new Promise((resolve, reject) => {
      const child = spawn(...bounded(program, args), { stdio: ['ignore', 'pipe', 'pipe'] })
      running.add(child)
      lowerPriority(child.pid, options.nice)
      let late = false
      let enough = false
      const timer = setTimeout(() => {
        late = true
        child.kill('SIGKILL')
      }, options.timeoutMs)
      const end = () => {
        enough = true
        child.kill('SIGKILL')
      }
      const out = collect(options.onLine, end)
      let stderr = ''
      child.stdout.setEncoding('utf8').on('data', out.take)
      child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr = (stderr + text).slice(-4000)))
      child.once('error', error => {
        clearTimeout(timer)
        running.delete(child)
        reject(
          new ProgramError(program, (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'missing' : 'trouble', error.message),
        )
      })
      child.once('close', (code, signal) => {
        clearTimeout(timer)
        running.delete(child)
        if (code === 0 || enough) return resolve(out.text())
        reject(new ProgramError(program, late ? 'timeout' : whyOf(code, signal, stderr), stderr))
      })
    })
  }
  return {
    run,
    stopped: () => stopped,
    stop: () => {
      stopped = true
      for (const child of running) child.kill('SIGKILL')
    },
  }
}

function whyOf(code: number | null, signal: string | null, stderr: string): ProgramError['why'] {
  if (code !== null && nothingToRun.has(code)) return 'missing'
  if (signal || /No space left/.test(stderr)) return 'trouble'
  return /Cannot allocate memory|malloc of size \d+ failed/.test(stderr) ? 'memory' : 'failed'
}

function collect(onLine: RunOptions['onLine'], end: () => void): { take: (text: string) => void; text: () => string } {
  let kept = ''
  return {
    take(text) {
      kept += text
      if (!onLine) {
        if (kept.length > mostOutput) end()
        return
      }
      const lines = kept.split('\n')
      kept = (lines.pop() ?? '').slice(0, 10_000)
      for (const line of lines) if (!onLine(line)) return end()
    },
    text: () => kept,
  }
}

function lowerPriority(pid: number | undefined, nice: number): void {
  try {
    if (pid !== undefined) setPriority(pid, nice)
  } catch {
    // It has ended already, or the system has no priorities: nothing is lost.
  }
}
