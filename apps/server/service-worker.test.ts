import sharp from 'sharp'
import { expect, test } from 'vitest'
import { drawIcon } from './app-icons.ts'
import { filesOf } from './build-files.ts'

test('the worker keeps the shopper’s files, each once, first those of the first route, and none of studio or console', () => {
  const files = filesOf({
    'index.html': { file: 'assets/i.js', css: ['assets/i.css'], imports: ['_shared.js'], dynamicImports: ['mall.tsx'] },
    '_shared.js': { file: 'assets/s.js' },
    'mall.tsx': { file: 'assets/m.js', css: ['assets/i.css'], imports: ['_shared.js'], dynamicImports: ['ja.ts'] },
    'ja.ts': { file: 'assets/ja.js' },
    'studio.html': { file: 'assets/studio.js', imports: ['_shared.js'] },
  })
  expect(files).toEqual({ first: ['/assets/i.js', '/assets/i.css', '/assets/s.js'], later: ['/assets/m.js', '/assets/ja.js'] })
})

test('icons have their sizes; a maskable one is ink to its edge and keeps the mark within the middle four fifths', async () => {
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="8" fill="#0a0f17"/><rect x="2" y="14" width="28" height="4" fill="#ffffff"/></svg>'
  const size = async (png: Buffer) => (await sharp(png).metadata()).width
  expect(await size(await drawIcon(svg, 'any-192.png'))).toBe(192)
  const { data, info } = await sharp(await drawIcon(svg, 'maskable-512.png'))
    .raw()
    .toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => [
    ...data.subarray((y * info.width + x) * info.channels, (y * info.width + x) * info.channels + 3),
  ]
  for (const [x, y] of [
    [0, 0],
    [511, 511],
    [30, 256],
    [481, 256],
  ] as const)
    expect(at(x, y)).toEqual([10, 15, 23])
  expect(at(256, 256)).toEqual([255, 255, 255])
})
