import { afterAll, beforeAll, expect, test, vi } from 'vitest'

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

/** The storage that two pages share, and what this one hears of it. */
let kept = ''
const heard = new Map<string, (event: object) => void>()
/** What waits for a lock until the other page lets go of it. */
const waiting: { readonly name: string; readonly run: () => unknown }[] = []
const item = { key: 'k1', phase: 'uploading', draft: { files: [{ id: 'file 1', media: null }] }, post: null, saved: false }
/** The other page writes this list. */
function otherWrites(items: object[]): void {
  kept = JSON.stringify({ state: { items }, version: 0 })
  heard.get('storage')?.({ key: 'enishi.outgoing' })
}

beforeAll(() => {
  const localStorage = { getItem: () => kept || null, setItem: (_: string, text: string) => void (kept = text) }
  vi.stubGlobal('window', { localStorage })
  vi.stubGlobal('addEventListener', (name: string, listener: (event: object) => void) => heard.set(name, listener))
  const locks = { request: (name: string, run: () => unknown) => waiting.push({ name, run }) }
  vi.stubGlobal('navigator', { onLine: true, locks })
})
afterAll(() => vi.unstubAllGlobals())

test('a page that was open before takes over a post that another page began to send, once that page is gone', async () => {
  await import('./outgoing.ts')
  otherWrites([item])
  otherWrites([item])
  expect([waiting.map(w => w.name), sent]).toEqual([['enishi.outgoing.k1'], []])
  void waiting[0]?.run()
  expect(sent).toEqual(['file 1'])
})

test('what a page came to with the post that it sends is not undone by another page that wrote in the same moment', async () => {
  const { useOutgoing, dismiss } = await import('./outgoing.ts')
  const phases = () => useOutgoing.getState().items.map(o => [o.key, o.phase])
  const mine = useOutgoing.getState().items
  useOutgoing.setState({ items: mine.map(o => ({ ...o, phase: 'processing' })) })
  const other = { ...item, key: 'k2', phase: 'processing' }
  otherWrites([item, other])
  expect(phases()).toEqual([
    ['k1', 'processing'],
    ['k2', 'processing'],
  ])
  expect(kept).toContain('"key":"k1","phase":"processing"')
  // What is seen there after it was sent counts here, too.
  otherWrites([{ ...item, phase: 'live' }, other])
  expect(phases()[0]).toEqual(['k1', 'live'])
  // Put away there, it is gone here.
  otherWrites([other])
  expect(phases()).toEqual([['k2', 'processing']])
  dismiss('k2')
})
