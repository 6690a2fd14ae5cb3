import { expect, test } from 'vitest'
import { ok, refuse } from '#base/kernel'
import { runSteps, type Step } from './steps.ts'

const trail: string[] = []
const step = (name: string, run: Step<number, 'out_of_stock'>['run']): Step<number, 'out_of_stock'> => ({
  name,
  run,
  undo: async n => void trail.push(`undo ${name} ${n}`),
})
const good = (name: string) => step(name, async n => ok(n + 1))

test('a refused step undoes itself and, backwards, what was done, each with what it knew', async () => {
  trail.length = 0
  const done = await runSteps(
    0,
    [good('a'), good('b'), step('c', async () => refuse('out_of_stock', 'gone')), good('d')],
    () => {},
  )
  expect(done).toMatchObject({ code: 'out_of_stock' })
  expect(trail).toEqual(['undo c 2', 'undo b 2', 'undo a 1'])
})
test('a mistake undoes too and is thrown on; an undo that fails is told and stops nothing', async () => {
  trail.length = 0
  const told: string[] = []
  const broken: Step<number, 'out_of_stock'> = { ...good('b'), undo: async () => Promise.reject(new Error('planted')) }
  const run = runSteps(0, [good('a'), broken, step('c', async () => Promise.reject(new Error('mistake')))], name =>
    told.push(name),
  )
  await expect(run).rejects.toThrow('mistake')
  expect([trail, told]).toEqual([['undo c 2', 'undo a 1'], ['b']])
})
