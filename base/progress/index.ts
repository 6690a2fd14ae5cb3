const width = 24
const everyMs = { terminal: 200, file: 10_000 }

export interface Progress {
  /** So much is done now; `note` is only asked for when it is shown. */
  at(done: number, note?: () => string): void
  /** Shows the whole; the seconds that it took. */
  end(note?: string): number
}

/** A bar on stderr with rate and time left: redrawn on a terminal, a line every ten seconds elsewhere. */
export function progress(what: string, total: number, stream: NodeJS.WriteStream = process.stderr): Progress {
  const started = performance.now()
  const terminal = stream.isTTY === true
  let shown = started
  const seconds = (): number => (performance.now() - started) / 1000
  function draw(done: number, note: string, last: boolean): void {
    const share = total === 0 ? 1 : done / total
    const full = Math.round(width * share)
    const rate = done / Math.max(0.001, seconds())
    const left = last ? `${seconds().toFixed(1)} s` : `${clock((total - done) / Math.max(0.001, rate))} left`
    const bar = `${'#'.repeat(full)}${'-'.repeat(width - full)}`
    const line = `${what.padEnd(8)} [${bar}] ${done}/${total}  ${rate.toFixed(0)}/s  ${left}${note && `  ${note}`}`
    stream.write(terminal ? `\r\x1b[2K${line.slice(0, (stream.columns ?? 120) - 1)}${last ? '\n' : ''}` : `${line}\n`)
  }
  let done = 0
  return {
    at(n, note) {
      done = n
      const now = performance.now()
      if (now - shown < (terminal ? everyMs.terminal : everyMs.file)) return
      shown = now
      draw(n, note?.() ?? '', false)
    },
    end(note = '') {
      draw(done, note, true)
      return seconds()
    },
  }
}

function clock(seconds: number): string {
  const s = Math.round(seconds)
  return `${Math.floor(s / 60)}:${String(s % 60).padStart(2, '0')}`
}
