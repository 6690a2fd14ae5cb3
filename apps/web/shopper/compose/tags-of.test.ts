import { expect, test } from 'vitest'
import { tagsOf } from './tags-of.ts'

test('a product that was pinned in the editor is pinned in the post, also where the clip came out shorter', () => {
  const pinned = { id: 'prd_1', span: { fromMs: 0, toMs: 3000, x: 0.44, y: 0.7 } }
  expect(tagsOf([pinned, { id: 'prd_2' }], 5500)).toEqual([
    { product: 'prd_1', fromMs: 0, toMs: 3000, x: 0.44, y: 0.7 },
    { product: 'prd_2', fromMs: 0, toMs: 5500 },
  ])
  expect(tagsOf([pinned], 2900)).toEqual([{ product: 'prd_1', fromMs: 0, toMs: 2900, x: 0.44, y: 0.7 }])
})
