import { afterAll, expect, test, vi } from 'vitest'

vi.stubGlobal('location', { origin: 'http://shop.example' })
vi.stubGlobal('document', { getElementById: () => null })
const pages: Readonly<Record<string, { items: { id: string }[]; next: string | null }>> = {
  '': { items: [{ id: 'mus_1' }, { id: 'mus_2' }], next: 'second page' },
  'second page': { items: [{ id: 'mus_3' }], next: null },
}
vi.stubGlobal('fetch', async (asked: Request | string) => {
  const url = new URL(typeof asked === 'string' ? asked : asked.url, 'http://shop.example')
  return Response.json(pages[url.searchParams.get('cursor') ?? ''])
})
afterAll(() => vi.unstubAllGlobals())

test('the library of music has every page once', async () => {
  const { musicLibrary } = await import('./server-edit.ts')
  expect((await musicLibrary()).map(piece => piece.id)).toEqual(['mus_1', 'mus_2', 'mus_3'])
})
