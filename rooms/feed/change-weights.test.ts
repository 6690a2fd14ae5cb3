import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Id, must } from '#base/kernel'
import { valueWeights } from '#engines/recommender'
import { callerOf, guest, operator } from '#testing/callers'
import { type TestHouse, testHouse } from '#testing/house'
import { createFeed, type Feed } from './index.ts'
import { feedTown } from './testing.ts'

/** Weights that an operator sets in the console, on a real log, the real thread and a real file. */
let house: TestHouse
let feed: Feed
const folder = mkdtempSync(join(tmpdir(), 'enishi-change-weights-'))
const file = join(folder, 'weights.json')
const experiments = [
  {
    name: 'worth',
    share: 0,
    arms: [
      { name: 'a', weights: {} },
      { name: 'b', weights: { like: 2 } },
    ],
  },
]
const town = feedTown()
const notes: object[] = []
const boss = operator()

beforeAll(async () => {
  house = await testHouse({ migrations: [] })
  writeFileSync(file, JSON.stringify({ experiments }))
  const accounts = {
    ...town.doors.accounts,
    note: async (_: object, action: string, about: string, detail: object) => void notes.push({ action, about, detail }),
  }
  feed = createFeed({ ...house, config: { ...house.config, weightsFile: file } }, { ...town.doors, accounts })
  await feed.start()
  for (const tag of ['tea', 'clay', 'ink']) await town.publish(house, 20, tag)
})
afterAll(async () => {
  await feed.stop()
  await house.close()
  await rm(folder, { recursive: true })
})
beforeEach(() => {
  notes.length = 0
})

const settled = async () => expect(await feed.reached(await house.log.flush(), 5000)).toBe(true)
const heart = async () => {
  await settled()
  return must(await feed.heart(boss)).weights
}
const set = (name: string, value: string, scene: 'for_you' | 'following' | 'mall' | null = null) => ({ scene, name, value })
const inForce = async () => {
  const { table, scenes } = await heart()
  return {
    common: Object.fromEntries(table.filter(w => w.now !== w.byDefault).map(w => [w.name, w.now])),
    scenes: scenes.map(s => [s.scene, s.name, s.now]),
  }
}
const asked = async (weights: ReturnType<typeof set>[]) => feed.changeWeights(boss, { weights, version: (await heart()).version })

test('nobody but an operator sets weights or asks what they would change', async () => {
  const { version } = await heart()
  for (const caller of [guest(), callerOf(), callerOf({ creator: true })]) {
    expect(await feed.previewWeights(caller, { weights: [] })).toMatchObject({ ok: false, code: 'forbidden' })
    expect(await feed.changeWeights(caller, { weights: [set('save', '9')], version })).toMatchObject({ code: 'forbidden' })
  }
  expect([await inForce(), notes]).toEqual([{ common: {}, scenes: [] }, []])
})

test('weights that are set are in force when it answers, in the file as a whole with its experiments, in the log and in the audit', async () => {
  const made = must(await asked([set('save', '5'), set('follow', '9', 'following')]))
  expect(made.changes).toEqual([
    { field: 'save', from: '2', to: '5' },
    { field: 'following.follow', from: null, to: '9' },
  ])
  expect(await inForce()).toEqual({ common: { save: '5' }, scenes: [['following', 'follow', '9']] })
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({ save: 5, scenes: { following: { follow: 9 } }, experiments })
  expect(readdirSync(folder)).toEqual(['weights.json'])
  const changes = { save: { from: 2, to: 5 }, 'following.follow': { from: null, to: 9 } }
  expect(notes).toEqual([{ action: 'weights.changed', about: 'feed', detail: { changes } }])
  await house.log.flush()
  const logged = (await house.log.read(0n, 10_000)).filter(e => e.name === 'feed.weights_set')
  expect(logged.map(e => e.data)).toEqual([{ weights: { ...valueWeights, save: 5 }, scenes: { following: { follow: 9 } } }])
  // What is not named is the default again, and the same once more is no change.
  must(await asked([]))
  expect(await inForce()).toEqual({ common: {}, scenes: [] })
  expect(must(await asked([])).changes).toEqual([])
  expect(notes).toHaveLength(2)
})

test.each([
  ['an unknown name', set('sav', '1'), 'sav'],
  ['no number', set('save', 'much'), 'save'],
  ['nothing', set('save', ' '), 'save'],
  ['too heavy a weight', set('order', '1001'), 'order'],
  ['one of a scene', set('like', 'NaN', 'mall'), 'mall.like'],
])('%s is refused with the field named, and nothing changes', async (_, setting, field) => {
  const before = readFileSync(file, 'utf8')
  const refused = await asked([set('share', '4'), setting])
  expect(refused).toMatchObject({ ok: false, code: 'weights_invalid', details: { fields: { [field]: [expect.any(String)] } } })
  expect(await feed.previewWeights(boss, { weights: [setting] })).toMatchObject({ code: 'weights_invalid' })
  expect([await inForce(), readFileSync(file, 'utf8'), notes]).toEqual([{ common: {}, scenes: [] }, before, []])
})

test('a weight that stands twice is refused', async () => {
  expect(await asked([set('save', '1'), set('save', '2')])).toMatchObject({ code: 'weights_invalid' })
})

test('of two who opened the same form the second is told instead of undoing what the first did', async () => {
  const { version } = await heart()
  const both = await Promise.all([
    feed.changeWeights(boss, { weights: [set('save', '6')], version }),
    feed.changeWeights(boss, { weights: [set('like', '3')], version }),
  ])
  expect(both.map(r => (r.ok ? 'ok' : r.code))).toEqual(['ok', 'version_conflict'])
  expect((await inForce()).common).toEqual({ save: '6' })
  must(await asked([]))
})

test('a file that can not be read is not overwritten', async () => {
  writeFileSync(file, '{"save":')
  expect(await asked([set('save', '6')])).toMatchObject({ ok: false, code: 'weights_invalid' })
  expect(readFileSync(file, 'utf8')).toBe('{"save":')
  writeFileSync(file, JSON.stringify({ experiments }))
})

test('a preview says what changes and how many of the first places move, names nobody, and the recommender learns nothing of it', async () => {
  const caller = callerOf()
  const liked = [...town.posts.values()].filter(p => p.tags[0] === 'tea').slice(0, 8)
  await house.log.append(
    house.db.tables(),
    liked.map(p => ({
      name: 'post.liked' as const,
      at: house.clock.now(),
      person: caller.person,
      subject: { kind: 'post' as const, id: p.id as Id<'post'> },
      data: {},
    })),
  )
  must(await feed.page(caller, {}))
  await settled()
  const before = await feed.stateHash()
  expect(must(await feed.previewWeights(boss, { weights: [] }))).toEqual({ changes: [], pages: [] })
  const weights = [set('like', '-1000'), set('save', '-1000'), set('freshness', '1000')]
  const preview = must(await feed.previewWeights(boss, { weights }))
  expect(preview.changes.map(c => c.field).sort()).toEqual(['freshness', 'like', 'save'])
  expect(preview.pages.map(p => [p.who, p.scene])).toEqual(
    expect.arrayContaining([
      ['anybody', 'for_you'],
      ['sample', 'for_you'],
    ]),
  )
  for (const { of, moved, fresh } of preview.pages) {
    expect([of, moved <= of, fresh <= moved]).toEqual([20, true, true])
  }
  expect(preview.pages.some(p => p.moved > 0)).toBe(true)
  expect(JSON.stringify(preview)).not.toContain(caller.person)
  // A weight of one scene moves no page of another.
  const only = must(await feed.previewWeights(boss, { weights: [set('like', '-1000', 'mall')] }))
  expect(only.pages.filter(p => p.scene === 'for_you').every(p => p.moved === 0)).toBe(true)
  expect(await feed.stateHash()).toBe(before)
  expect([await inForce(), notes]).toEqual([{ common: {}, scenes: [] }, []])
})
