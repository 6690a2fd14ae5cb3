import type { Static } from 'typebox'
import type { Desk } from './doors.ts'
import { type Counts, type ReportRow, type RunRow, readCounts } from './store.ts'
import type { runWire, wire } from './wire.ts'

export type RunWire = Static<typeof runWire>
export type ReportWire = Static<(typeof wire)['GET /v1/imports/{id}/rows']['reply']>

export async function viewRun(desk: Desk, run: RunRow): Promise<RunWire> {
  return runToWire(run, await readCounts(desk.db, run.id))
}
const runToWire = (r: RunRow, counts: Counts): RunWire => ({
  id: r.id,
  shop: r.shop,
  name: r.name,
  url: r.url,
  language: r.language,
  kind: r.kind,
  state: r.state,
  fault: r.code === null ? null : { code: r.code, message: r.message ?? '', row: r.row_at },
  total: r.total,
  done: r.done,
  counts,
  scheduled: r.schedule !== null,
  created: r.created.toISOString(),
  finished: r.finished?.toISOString() ?? null,
})

export const rowToWire = (r: ReportRow): ReportWire['items'][number] => ({
  n: r.n,
  row: r.row_at,
  rows: r.rows,
  handle: r.ref,
  title: r.title,
  outcome: r.outcome,
  changes: [...r.changes],
  fault: r.code === null ? null : { code: r.code, message: r.message ?? '', column: r.column_at },
  warnings: r.warnings.map(w => ({ code: w.code, row: w.row, column: w.column ?? null })),
  imported: r.done && r.outcome !== 'refused',
  product: r.product,
  // What a product waits for is news of this import only once it was imported.
  settling: r.done ? r.settling : null,
  reason: r.done && r.reason !== null ? { code: r.reason, message: r.reason_text ?? '' } : null,
})
