/**
 * What a session was just given while personalisation is off, so that the next page goes on instead of repeating. It is kept in
 * memory only, for paging only, and never reaches the recommender's state.
 */
export function createPaging(sessions = 20_000, perSession = 400) {
  const given = new Map<string, string[]>()
  return {
    of: (session: string): readonly string[] => given.get(session) ?? [],
    add(session: string, ids: readonly string[]): void {
      const list = [...(given.get(session) ?? []), ...ids].slice(-perSession)
      given.delete(session)
      given.set(session, list)
      if (given.size > sessions) given.delete(given.keys().next().value as string)
    },
    /** Everything was shown: begin again. */
    reset: (session: string): void => void given.delete(session),
  }
}
export type Paging = ReturnType<typeof createPaging>
