/** Which share link led to a post, product or shop in this tab: later likes, cart lines and orders carry it as part of their source. */
const kept = 'enishi.shares'
const read = (): Record<string, string> => {
  try {
    return JSON.parse(sessionStorage.getItem(kept) ?? '{}') as Record<string, string>
  } catch {
    return {}
  }
}
const shares = read()
export function rememberShare(about: string, share: string): void {
  shares[about] = share
  try {
    sessionStorage.setItem(kept, JSON.stringify(shares))
  } catch {
    // Without storage it is remembered until the page goes.
  }
}
export const shareFor = (about: string): string | undefined => shares[about]
