import { CodedError } from '#base/http'
import { type MediaUse, materials } from './medium.ts'

/** What an upload says it is for, in the metadata of the protocol. */
export interface Purpose {
  /** The type of the file. Only good for an early refusal; the content decides later. */
  readonly type: string
  readonly use: Exclude<MediaUse, 'edit'>
  /** Moment of the poster, milliseconds. */
  readonly cover: number | null
}

/** Reads `Upload-Metadata`: keys with values in base64. Refuses a use or a cover that is none. */
export function purposeOf(header: unknown): Purpose {
  const pairs = String(header ?? '')
    .split(',')
    .map(p => p.trim().split(' '))
  const value = (...keys: string[]) =>
    Buffer.from(pairs.find(([key]) => keys.includes(key ?? ''))?.[1] ?? '', 'base64').toString('utf8')
  const use = value('use') || 'clip'
  if (use !== 'clip' && !(materials as readonly string[]).includes(use))
    throw new CodedError('invalid_request', `An upload is used as ${materials.join(', ')} or says nothing`)
  const cover = value('cover')
  if (cover !== '' && !/^\d{1,8}$/.test(cover))
    throw new CodedError('invalid_request', 'The cover is a moment in whole milliseconds')
  return { type: value('filetype', 'type').toLowerCase(), use: use as Purpose['use'], cover: cover === '' ? null : Number(cover) }
}
