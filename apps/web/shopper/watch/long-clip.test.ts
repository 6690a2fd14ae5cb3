import { afterEach, expect, test, vi } from 'vitest'
import type { Video } from '../../client/types.ts'

/** The library as far as it is told something, and what it tells. */
const hls = vi.hoisted(() => ({ loads: 0, tell: new Map<string, (name: string, data: object) => void>() }))
vi.mock('./hls-library.ts', () => ({
  Hls: class {
    static Events = { MANIFEST_PARSED: 'parsed', LEVEL_SWITCHED: 'switched', FRAG_LOADED: 'loaded', ERROR: 'error' }
    static ErrorTypes = { NETWORK_ERROR: 'network', MEDIA_ERROR: 'media' }
    static isSupported = () => true
    config = {}
    levels = [{ url: ['/media/med_1/low.m3u8'] }]
    on = (name: string, listener: (name: string, data: object) => void) => hls.tell.set(name, listener)
    loadSource = () => undefined
    attachMedia = () => undefined
    stopLoad = () => undefined
    startLoad = () => hls.loads++
  },
}))
afterEach(() => vi.unstubAllGlobals())

test('a clip that was removed while it waited behind another is asked for again when it comes in front, and so it fails there', async () => {
  vi.stubGlobal('window', { MediaSource: class {} })
  vi.stubGlobal('document', { getElementById: () => null })
  const { LongClip } = await import('./long-clip.ts')
  const rung = { name: 'low', width: 360, height: 640, kbps: 600, url: '/media/med_1/low.mp4' }
  const clip = { id: 'med_1', hls: '/media/med_1/clip.m3u8?v=2', rungs: [rung] } as unknown as Video
  const video = { canPlayType: () => '', currentTime: 0 } as unknown as HTMLVideoElement
  const failed: string[] = []
  const gone = () => hls.tell.get('error')?.('error', { response: { code: 410 }, fatal: false })
  const long = new LongClip(video, clip, { saver: false, pixels: 400, rung, front: false, failed: why => failed.push(why) })
  await long.attached
  hls.tell.get('parsed')?.('parsed', {})
  gone()
  expect([hls.loads, failed]).toEqual([1, ['gone']])
  long.load(true)
  expect(hls.loads).toBe(2)
  gone()
  expect(failed).toEqual(['gone', 'gone'])
})
