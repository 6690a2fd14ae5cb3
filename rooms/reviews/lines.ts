import type { Id } from '#base/kernel'
import type { Db } from './store.ts'

/** The variants of these lines, one statement. */
export async function findLines(db: Db, lines: readonly Id<'line'>[]): Promise<Map<string, { variant: Id<'variant'> }>> {
  if (lines.length === 0) return new Map()
  const rows = await db
    .selectFrom('reviews.bought_lines')
    .select(['line', 'variant'])
    .where('line', 'in', [...lines])
    .execute()
  return new Map(rows.map(r => [r.line, { variant: r.variant }]))
}
