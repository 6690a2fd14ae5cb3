import { expect, test } from 'vitest'
import { headsOf, watched } from './heads.ts'
import type { Impression } from './read-log.ts'

const row = (values: Record<string, number>): Impression => ({ user: 'u', item: 'i', timeMs: 0, line: 2, values })

test('the long view is the main head under any of its names, then what people do; counts and scenes are no heads', () => {
  const heads = headsOf([
    row({ like: 0, Long_View: 1, tab: 1, playMs: 7, hate: 1 }),
    row({ like: 1, Long_View: 0, tab: 2, playMs: 1, hate: 0 }),
  ])
  expect(heads.map(h => [h.name, h.act ?? null])).toEqual([
    ['Long_View', null],
    ['like', 'like'],
    ['hate', 'not-interested'],
  ])
})

test('a column that is not of 0 and 1 is no head, and without one there is nothing to predict', () => {
  expect(() => headsOf([row({ like: 0 }), row({ like: 3 })])).toThrow('no column of 0 and 1')
})

test('where the play time is logged, half of the clip is a head of its own: it is what the server counts', () => {
  const rows = [row({ click: 1, playMs: 5000, durationMs: 10_000 }), row({ click: 1, playMs: 4999, durationMs: 10_000 })]
  const half = headsOf(rows).at(-1)!
  expect([half.name, ...rows.map(half.label)]).toEqual(['halfWatched', 1, 0])
})

test('where nobody logged the play time the main head says it: all of the clip, or skipped', () => {
  const [main] = headsOf([row({ click: 1 })])
  expect(watched(row({ click: 1, durationMs: 30_000 }), main!)).toEqual({ ms: 30_000, durationMs: 30_000 })
  expect(watched(row({ click: 0 }), main!)).toEqual({ ms: 500, durationMs: 10_000 })
  expect(watched(row({ click: 0, playMs: 1234.4, durationMs: 9999.6 }), main!)).toEqual({ ms: 1234, durationMs: 10_000 })
})

test('a long view is expected as watched or finished, a click as not skipped', () => {
  const [long, click] = headsOf([row({ longView: 1, click: 1 })])
  const p = { watch: 0.2, finish: 0.3, skip: 0.4 }
  expect([long!.predict(p), click!.predict(p)]).toEqual([0.5, 0.6])
})
