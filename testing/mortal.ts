/**
 * A process that dies at one of its calls: before the call's effect, or after it and before anybody knew. A dead process does
 * nothing more, no undo either.
 */
export class MortalProcess {
  readonly calls: string[] = []
  readonly dieAt: number
  readonly when: 'before' | 'after'
  dead = false
  constructor(dieAt: number, when: 'before' | 'after') {
    this.dieAt = dieAt
    this.when = when
  }

  async live<R>(what: string, call: () => Promise<R>): Promise<R> {
    if (this.dead) throw new Error(`dead: ${what}`)
    const mine = this.calls.push(what)
    if (mine === this.dieAt && this.when === 'before') this.die(what)
    const result = await call()
    if (mine === this.dieAt) this.die(what)
    return result
  }
  private die(what: string): never {
    this.dead = true
    throw new Error(`died at ${what}`)
  }
}

/** A door whose every asynchronous call can be the last one of the process that is alive. */
export const mortal = <D extends object>(process: () => MortalProcess, name: string, door: D): D =>
  new Proxy(door, {
    get(target, key) {
      const value = Reflect.get(target, key) as unknown
      if (typeof value !== 'function' || key === 'show' || key === 'methods' || key === 'may') return value
      return (...args: unknown[]) =>
        process().live(`${name}.${String(key)}`, () => Reflect.apply(value, target, args) as Promise<unknown>)
    },
  })
