import { expect, test } from 'vitest'
import { uploadErrorOf } from './upload-error.ts'

const answered = (status: number, body: string) =>
  Object.assign(new Error('tus'), { originalResponse: { getStatus: () => status, getBody: () => body } })

test('an upload that the server refuses is refused with the server’s code', () => {
  const quota = uploadErrorOf(answered(429, '{"error":{"code":"upload_quota","message":"","details":{}}}'))
  expect([quota.code, quota.status]).toEqual(['upload_quota', 429])
})

test('where no server of ours answered, the code says what is known', () => {
  const codes = [uploadErrorOf(new Error('tus')), uploadErrorOf(answered(413, '<h1>no</h1>')), uploadErrorOf(answered(502, ''))]
  expect(codes.map(e => e.code)).toEqual(['offline', 'media_too_large', 'unavailable'])
})
