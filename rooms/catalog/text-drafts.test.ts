import { expect, test } from 'vitest'
import { newId } from '#base/kernel'
import { approveDrafts, signTexts, tidyDrafts } from './text-drafts.ts'

const [anna, ben] = [newId('person', new Date(1)), newId('person', new Date(2))]
const shown = { name: { en: 'Cup', ja: '湯呑み' }, description: { en: 'For one' } }

test('a draft that is empty, or says what is approved already, waits for nobody', () => {
  const drafts = {
    en: { name: ' Cup ', description: 'For one' },
    ja: { name: '  ', description: '' },
    zh: { name: '茶杯', description: ' ' },
  }
  expect(tidyDrafts(drafts, shown)).toEqual({ zh: { name: '茶杯', description: '' } })
})

test('approving takes every draft over, leaves other languages alone, and a field that a draft leaves empty keeps its approved text', () => {
  const done = approveDrafts({
    ...shown,
    drafts: { en: { name: 'Tea cup', description: '' }, zh: { name: '茶杯', description: '一人用' } },
  })
  expect(done).toEqual({
    name: { en: 'Tea cup', ja: '湯呑み', zh: '茶杯' },
    description: { en: 'For one', zh: '一人用' },
    drafts: {},
  })
})

test('only the languages whose text became another one are signed anew', () => {
  const [first, then] = [new Date('2026-03-01T00:00:00Z'), new Date('2026-03-02T00:00:00Z')]
  const none = { name: {}, description: {}, drafts: {}, written: {} }
  const before = { ...shown, drafts: {}, written: signTexts(none, { ...shown, drafts: {} }, anna, first) }
  expect(Object.keys(before.written).sort()).toEqual(['en', 'ja'])
  const after = signTexts(before, { ...shown, drafts: { ja: { name: '茶碗', description: '' } } }, ben, then)
  expect(after).toEqual({ en: { by: anna, at: first.toISOString() }, ja: { by: ben, at: then.toISOString() } })
})
