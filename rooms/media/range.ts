/** Bytes of a file that were asked for, both ends inclusive. */
export type Range =
  | { readonly kind: 'all' }
  | { readonly kind: 'part'; readonly start: number; readonly end: number }
  | { readonly kind: 'unsatisfiable' }

/**
 * One byte range (RFC 9110, 14.2). A header that is not understood, or asks for several parts, is ignored as the RFC allows;
 * one that starts behind the end can't be satisfied.
 */
export function parseRange(header: string | undefined, size: number): Range {
  const match = /^bytes=\s*(\d*)-(\d*)\s*$/.exec(header ?? '')
  if (!match || (match[1] === '' && match[2] === '')) return { kind: 'all' }
  if (match[1] === '') {
    const last = Number(match[2])
    return last === 0 || size === 0 ? { kind: 'unsatisfiable' } : { kind: 'part', start: Math.max(0, size - last), end: size - 1 }
  }
  const start = Number(match[1])
  const end = match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1)
  if (match[2] !== '' && Number(match[2]) < start) return { kind: 'all' }
  return start >= size ? { kind: 'unsatisfiable' } : { kind: 'part', start, end }
}
