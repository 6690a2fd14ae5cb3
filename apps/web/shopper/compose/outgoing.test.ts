import { expect, test, vi } from 'vitest'

const sent = vi.hoisted(() => [] as string[])
vi.mock('../../client/api.ts', () => ({}))
vi.mock('../../client/query.ts', () => ({}))
vi.mock('../../ui/core/index.ts', () => ({}))
vi.mock('../edit/kept-edit.ts', () => ({}))
vi.mock('../upload/uploads.ts', () => ({ uploadOf: () => undefined, useUploads: { subscribe: () => () => undefined } }))
vi.mock('./draft.ts', () => ({
  withMedia: (files: object[]) => files,
  restoreFiles: (files: { id: string }[]) => sent.push(...files.map(f => f.id)),
}))

test('a page that was open before takes over a post that another page began to send, once that page is gone', async () => {
  let kept = ''
  const heard = new Map<string, (event: object) => void>()
  /** What waits for a lock until the other page lets go of it. */
  const waiting: { readonly name: string; readonly run: () => unknown }[] = []
  vi.stubGlobal('window', {
    localStorage: { getItem: () => kept || null, setItem: (_: string, text: string) => void (kept = text) },
  })
  vi.stubGlobal('addEventListener', (name: string, listener: (event: object) => void) => heard.set(name, listener))
  vi.stubGlobal('navigator', {
    onLine: true,
    locks: { request: (name: string, run: () => unknown) => waiting.push({ name, run }) },
  })
  await import('./outgoing.ts')
  const item = { key: 'k1', phase: 'uploading', draft: { files: [{ id: 'file 1', media: null }] }, post: null, saved: false }
  kept = JSON.stringify({ state: { items: [item] }, version: 0 })
  for (let i = 0; i < 2; i++) heard.get('storage')?.({ key: 'enishi.outgoing' })
  expect([waiting.map(w => w.name), sent]).toEqual([['enishi.outgoing.k1'], []])
  void waiting[0]?.run()
  expect(sent).toEqual(['file 1'])
  vi.unstubAllGlobals()
})
