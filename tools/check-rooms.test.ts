import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { checkRooms } from './check-rooms.ts'
import { rooms } from './rooms.ts'

/** A small tree with the planted files; what the checker says of it. */
function offences(files: Record<string, string>): string[] {
  const root = mkdtempSync(join(tmpdir(), 'enishi-law-'))
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  return checkRooms(root)
}

test('a lawful tree has no offences', () => {
  expect(
    offences({
      'base/kernel/index.ts': "export * from './id.ts'",
      'base/kernel/id.ts': 'export const a = 1',
      'rooms/media/index.ts': "import { a } from '#base/kernel'\nexport const b = a",
      'rooms/content/index.ts': "import { b } from '#rooms/media'\nexport const c = b",
      'flows/publish/index.ts': "import { c } from '#rooms/content'\nexport const d = c",
    }),
  ).toEqual([])
})
test.each([
  [
    'a room that is not on the list',
    'rooms/orders/index.ts',
    "import { x } from '#rooms/live'",
    /rooms\/orders may not import rooms\/live\. Allowed: accounts/,
  ],
  ['a re-export of a forbidden room', 'rooms/orders/index.ts', "export { x } from '#rooms/feed'", /may not import rooms\/feed/],
  ['a re-export of an allowed room', 'rooms/content/index.ts', "export { x } from '#rooms/media'", /does not re-export/],
  ['an export-all of a forbidden room', 'rooms/orders/index.ts', "export * from '#rooms/feed'", /may not import rooms\/feed/],
  [
    'an import() of a forbidden room',
    'rooms/orders/pay.ts',
    "export const f = () => import('#rooms/feed')",
    /may not import rooms\/feed/,
  ],
  ['an import() of an allowed room', 'rooms/content/x.ts', "export const f = () => import('#rooms/media')", /hides an arrow/],
  [
    'an import() of a computed name',
    'rooms/orders/x.ts',
    "export const f = (n: string) => import('#rooms/' + n)",
    /computed name/,
  ],
  ['an import type()', 'rooms/orders/x.ts', "export type T = import('#rooms/feed').T", /may not import rooms\/feed/],
  ['a file behind a door', 'rooms/content/x.ts', "import { x } from '../media/store.ts'", /only the door/],
  ['an upward import', 'base/http/x.ts', "import { x } from '#rooms/media'", /imports run downwards/],
  [
    'an engine that wants the database',
    'engines/loop/x.ts',
    "import { x } from '#base/db'",
    /base\/kernel and base\/catalogue only/,
  ],
  ['a flow of a flow', 'flows/a/x.ts', "import { x } from '#flows/b'", /flows may not import flows/],
  ['builders in real code', 'rooms/orders/x.ts', "import { x } from './testing.ts'", /for tests only/],
  ['a simulator that looks inside', 'apps/simulator/x.ts', "import { x } from '#rooms/orders'", /public API/],
  [
    'a shopper page that takes desk parts',
    'apps/web/shopper/x.ts',
    "import { x } from '../ui/desk/table.ts'",
    /may not import apps\/web\/ui\/desk/,
  ],
  ['process.env below the config', 'rooms/media/x.ts', 'export const x = process.env.HOME', /read once/],
])('it refuses %s', (_name, file, text, message) => {
  expect(offences({ [file]: text }).join('\n')).toMatch(message)
})
test('it refuses a ring of imports and names its files', () => {
  expect(
    offences({
      'rooms/orders/a.ts': "import './b.ts'",
      'rooms/orders/b.ts': "import './c.ts'",
      'rooms/orders/c.ts': "import './a.ts'",
    }),
  ).toEqual([expect.stringMatching(/^import loop: .*a\.ts → .*b\.ts → .*c\.ts$/)])
})
test('the list of arrows itself has no ring', () => {
  const depth = (room: string, path: string[] = []): number => {
    expect(path).not.toContain(room)
    return 1 + Math.max(0, ...(rooms as Record<string, readonly string[]>)[room]!.map(r => depth(r, [...path, room])))
  }
  for (const room of Object.keys(rooms)) depth(room)
})
