import { api, ask, type Reply } from '../../../client/api.ts'
import { ApiError, errorOf } from '../../../client/error.ts'
import { refusal } from '../../../i18n/desk/index.ts'
import { t } from '../../../i18n/studio/index.ts'
import type { Tone } from '../../../ui/desk/index.ts'

export type Run = Reply<'GET /v1/imports/{id}'>
export type ReportRow = Reply<'GET /v1/imports/{id}/rows'>['items'][number]
export type Schedule = Reply<'GET /v1/shops/{shop}/import-schedules'>['items'][number]

export const outcomes = ['create', 'update', 'unchanged', 'refused', 'draft'] as const
export type Outcome = (typeof outcomes)[number]
export const outcomeTone: Readonly<Record<ReportRow['outcome'], Tone>> = {
  create: 'ok',
  update: 'todo',
  unchanged: 'quiet',
  refused: 'danger',
}
export const runTone: Readonly<Record<Run['state'], Tone>> = {
  reading: 'todo',
  previewed: 'todo',
  importing: 'todo',
  done: 'ok',
  failed: 'danger',
}
export const isWorking = (run: Run): boolean => run.state === 'reading' || run.state === 'importing'
/** Asked again while something moves: reading, importing, pictures on their way. */
export const pace = (run: Run | undefined): number | false =>
  run && isWorking(run) ? 700 : run && run.state === 'done' && run.counts.waiting > 0 ? 2500 : false

/** A stable code in the reader's language. */
export function faultText(code: string): string {
  const table: Readonly<Record<string, string>> = t().imports.faults
  return table[code] ?? t().imports.faults.other
}
export function errorText(error: unknown): string {
  const table: Readonly<Record<string, string>> = t().imports.faults
  return (error instanceof ApiError && table[error.code]) || refusal(error)
}

export const runOf = (id: string) => ({
  queryKey: ['import', id],
  queryFn: () => ask(api.GET('/v1/imports/{id}', { params: { path: { id } } })),
})

/** Sends a file as it is, with progress from 0 to 1; answers with the run that reads it. */
export function sendCatalogue(shop: string, file: File, language: string, onProgress: (share: number) => void): Promise<Run> {
  return new Promise((done, fail) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/v1/shops/${shop}/imports/file?${new URLSearchParams({ name: file.name.slice(0, 200), language })}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = e => onProgress(e.total > 0 ? e.loaded / e.total : 0)
    request.onerror = () => fail(new ApiError('offline', 0))
    request.onload = () => {
      const body: unknown = JSON.parse(request.responseText || 'null')
      if (request.status === 201) done(body as Run)
      else fail(errorOf(request.status, body))
    }
    request.send(file)
  })
}
/** The server's limit, kept here too: a file that is larger is not sent at all. */
export const fileBytes = 50_000_000
