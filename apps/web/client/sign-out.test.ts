import { afterAll, expect, test, vi } from 'vitest'

/** A browser, as far as signing out knows one. */
const kept = new Map<string, string>()
const localStorage = {
  getItem: (key: string) => kept.get(key) ?? null,
  setItem: (key: string, value: string) => void kept.set(key, value),
  removeItem: (key: string) => void kept.delete(key),
}
vi.stubGlobal('window', { localStorage })
vi.stubGlobal('location', { origin: 'http://shop.example' })
vi.stubGlobal('addEventListener', () => undefined)
vi.stubGlobal('document', { getElementById: () => null, addEventListener: () => undefined, visibilityState: 'visible' })
vi.stubGlobal('fetch', async () => Response.json({}))
afterAll(() => vi.unstubAllGlobals())

test('who signs out leaves no refused comment on the device', async () => {
  const { keepRefused } = await import('./refused.ts')
  const { signOut } = await import('./sign-out.ts')
  keepRefused(
    { about: 'comment:1', method: 'POST', path: '/v1/posts/pst_1/comments', body: { text: 'words of one person' } },
    'blocked',
  )
  expect([...kept.values()].join()).toContain('words of one person')
  await signOut()
  expect([...kept.values()].join()).not.toContain('words of one person')
})
