import { execFile } from 'node:child_process'

const heldMs = 60_000
/** The version of a program, null when it can't be run; asked again after a minute. */
export function createVersionOf(program: string): () => Promise<string | null> {
  let asked = 0
  let answer: Promise<string | null> = Promise.resolve(null)
  return () => {
    if (Date.now() - asked > heldMs || asked === 0) {
      asked = Date.now()
      answer = new Promise(done =>
        execFile(program, ['-version'], { timeout: 5000 }, (error, out) =>
          done(error ? null : (/version (\S+)/.exec(out)?.[1] ?? 'unknown').slice(0, 80)),
        ),
      )
    }
    return answer
  }
}
