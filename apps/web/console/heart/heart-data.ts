import type { Reply } from '../../client/api.ts'

export type Heart = Reply<'GET /v1/feed/heart'>
export type Explained = Reply<'GET /v1/feed/requests/{id}'>

/** The word for a code of the server; the code itself when it is newer than this page. */
export const wordFor = (words: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(words, code) ? (words[code] as string) : code
