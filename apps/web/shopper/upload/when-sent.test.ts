import { expect, test, vi } from 'vitest'
import { whenSent } from './when-sent.ts'

/** An upload, and what becomes of it when it is tried again. */
let upload: { state: string; media: string | null; error: string | null }
let then: Partial<typeof upload>
vi.mock('./uploads.ts', () => ({
  uploadOf: () => upload,
  retryUpload: () => Object.assign(upload, then),
  useUploads: { subscribe: () => () => undefined },
}))
const waiting = () => whenSent('upload 1', new AbortController().signal)

test('an upload that failed before is tried again by who waits for it', async () => {
  upload = { state: 'failed', media: null, error: 'offline' }
  then = { state: 'sent', media: 'med_1', error: null }
  expect(await waiting()).toBe('med_1')
})

test('an upload that fails again is refused with its code', async () => {
  upload = { state: 'failed', media: null, error: 'offline' }
  then = { error: 'too_large' }
  await expect(waiting()).rejects.toThrow('too_large')
})
