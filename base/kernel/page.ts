/** A page of a list: items and an opaque cursor of the next page, null at the end. */
export interface Page<T> {
  readonly items: T[]
  readonly next: string | null
}

/** Cursors are opaque to clients; inside they are the sort key of the last row. */
export const encodeCursor = (key: readonly (string | number)[]): string => Buffer.from(JSON.stringify(key)).toString('base64url')

/** Null when the text is not a cursor of ours with `length` parts: callers refuse it as `invalid_cursor`. */
export function decodeCursor(text: string, length: number): (string | number)[] | null {
  try {
    const key: unknown = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'))
    return Array.isArray(key) && key.length === length && key.every(k => typeof k === 'string' || typeof k === 'number')
      ? key
      : null
  } catch {
    return null
  }
}

/** Cuts rows fetched with `limit + 1` into a page. */
export function pageOf<R, T>(
  rows: readonly R[],
  limit: number,
  key: (row: R) => (string | number)[],
  map: (row: R) => T,
): Page<T> {
  const shown = rows.slice(0, limit)
  const last = shown.at(-1)
  return { items: shown.map(map), next: rows.length > limit && last !== undefined ? encodeCursor(key(last)) : null }
}
