import type { Signals } from './value.ts'

/**
 * Signals that only the page knew: what like sessions went on to, and what the trained model said. A sight can't compute them again (the
 * model is another by then, and a replay may not find it), so the page says them, the log keeps them, and the heads learn what was said.
 */
export type Told = Pick<Signals, 'session' | 'trained' | 'fit'>

/** A share has a thousand steps, a cosine two thousand, and 0 is "unknown": 10, 10 and 11 bits. */
const steps = 1000
const shareBits = 10
const shareMask = (1 << shareBits) - 1
const asShare = (x: unknown): number => (typeof x === 'number' && x > 0 ? Math.round(Math.min(1, x) * steps) : 0)
const rounded = (x: number): number => Math.round(x * steps) / steps

/** As a slot of a page carries it: session, trained, fit to three decimals. Null: nothing was said. */
export const toldBy = ({ session, trained, fit }: Told): [number, number, number] | null =>
  session === 0 && trained === 0 && fit === 0 ? null : [rounded(session), rounded(trained), rounded(fit)]

/** What a slot says as one integer, 0 for nothing; whatever is no number counts as nothing. */
export function packTold(said: unknown): number {
  if (!Array.isArray(said)) return 0
  const [session, trained, fit] = said as unknown[]
  const cosine = typeof fit === 'number' && fit !== 0 && Math.abs(fit) <= 1 ? 1 + Math.round((fit + 1) * steps) : 0
  return (((cosine << shareBits) | asShare(trained)) << shareBits) | asShare(session)
}

/** Writes what was packed into the signals. */
export function unpackTold(packed: number, x: Told): void {
  x.session = (packed & shareMask) / steps
  x.trained = ((packed >>> shareBits) & shareMask) / steps
  const cosine = packed >>> (2 * shareBits)
  x.fit = cosine === 0 ? 0 : (cosine - 1) / steps - 1
}
