import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { Slide } from '../../client/types.ts'

const rung = { name: 'low', width: 360, height: 640, kbps: 600, url: '/media/med_1/low.mp4' }
const slide = {
  id: 'pst_1',
  video: { id: 'med_1', durationMs: 75_000, hls: '/media/med_1/clip.m3u8?v=2', rungs: [rung, { ...rung, name: 'high' }] },
} as unknown as Slide
interface Told {
  readonly keep: { readonly url: string; readonly slide: Slide }
}
let told: Told[]
/** The browser as far as it is asked; `connection` undefined: it does not tell what its link costs. */
async function watch(connection: object | undefined, inFront = true): Promise<void> {
  const controller = { postMessage: (data: Told) => void told.push(data) }
  vi.stubGlobal('navigator', { serviceWorker: { controller }, ...(connection && { connection }) })
  const { keepWhenWatched } = await import('./kept-clips.ts')
  keepWhenWatched(slide, rung, () => inFront)
  vi.runAllTimers()
}
beforeEach(() => {
  told = []
  vi.useFakeTimers()
  vi.stubGlobal('document', { getElementById: () => null })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

test('a slide is kept with the one file that was watched, by the name of the copy; a long clip without its stream', async () => {
  await watch({ type: 'wifi' })
  expect(told.map(t => [t.keep.url, t.keep.slide.id])).toEqual([[rung.url, 'pst_1']])
  expect(told[0]?.keep.slide.video).toEqual({
    id: 'med_1',
    durationMs: 75_000,
    rungs: [{ ...rung, url: '/media/med_1/low.mp4?kept' }],
  })
})

test.each([
  ['that is to be spared', { saveData: true }, true],
  ['of a mobile network', { type: 'cellular' }, true],
  ['that nobody can name', undefined, true],
  ['of any kind, when it was swiped away meanwhile', { type: 'wifi' }, false],
])('nothing is kept over a link %s', async (_, connection, inFront) => {
  await watch(connection, inFront)
  expect(told).toEqual([])
})
