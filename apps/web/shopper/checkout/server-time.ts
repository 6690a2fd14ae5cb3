import type { Checkout } from '../../client/types.ts'

const kept = 'enishi.skew'
/**
 * How far the server's clock is from ours. A checkout that was just made says what time it is there: countdowns go by that clock
 * (a demo's clock is moved, and people's are wrong).
 */
export function rememberServerTime(made: Checkout): void {
  const now = Date.parse(made.orders[0]?.placed ?? '')
  if (Number.isFinite(now)) sessionStorage.setItem(kept, String(now - Date.now()))
}
export const serverNow = (): number => Date.now() + Number(sessionStorage.getItem(kept) ?? 0)
