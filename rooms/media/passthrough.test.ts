import { execFileSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '#base/kernel'
import { begin } from '#engines/edit'
import { type TestHouse, testHouse } from '#testing/house'
import { toSdr } from './hdr.ts'
import { createMedia, type Media, mediaMigrations } from './index.ts'
import { ladder } from './ladder.ts'
import { gainOf } from './loudness.ts'
import { type Coded, fittingRung, soundFits } from './passthrough.ts'
import type { Clip } from './probe.ts'
import { createPrograms, ProgramError } from './program.ts'
import { renderEdit } from './render-edit.ts'
import { clipFile, fileOf } from './testing.ts'

let house: TestHouse
let media: Media
const owner = newId('person', new Date())
beforeAll(async () => {
  house = await testHouse({ migrations: mediaMigrations })
  media = createMedia(house)
})
afterAll(async () => {
  await media.stop()
  await house.close()
})
/** The files of a clip that went through the whole pipeline. */
async function take(path: string): Promise<(name: string) => string> {
  const id = await media.ingestFile(owner, path, { kind: 'video' })
  expect((await media.state([id])).get(id)).toMatchObject({ state: 'ready', refusal: null })
  return name => join(house.folder, 'storage', 'media', id, name)
}
const ffmpeg = (...args: string[]) => execFileSync('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...args]).toString()
/** A digest of every picture, decoded. */
const pictures = (path: string) => ffmpeg('-i', path, '-map', '0:v', '-f', 'md5', '-')
const sound = (path: string) => ffmpeg('-i', path, '-map', '0:a', '-c', 'copy', '-f', 'md5', '-')
/** Integrated loudness and true peak. */
function loudness(path: string): { loud: number; peak: number } {
  const text = ffmpeg('-i', path, '-vn', '-af', 'ebur128=metadata=1:peak=true,ametadata=mode=print:file=-', '-f', 'null', '-')
  const last = (key: string) => Math.max(...[...text.matchAll(new RegExp(`${key}=(\\S+)`, 'g'))].slice(-2).map(m => Number(m[1])))
  return { loud: last('r128\\.I'), peak: 20 * Math.log10(last('r128\\.true_peaks_ch\\d')) }
}

/** H.264 without delayed pictures and with a key frame every second, sound at about -14 LUFS. */
const right = ['-profile:v', 'main', '-bf', '0', '-g', '25', '-crf', '42', '-c:a', 'aac', '-ac', '2', '-af', 'volume=8dB']
const plan = { size: '360x640', seconds: 3 } as const

describe('a file that is right already', () => {
  test('is copied, not encoded again: every picture and all sound are the same', async () => {
    const source = clipFile({ ...plan, more: right })
    const at = await take(source)
    expect(pictures(at('low.mp4'))).toBe(pictures(source))
    expect(sound(at('low.mp4'))).toBe(sound(source))
  })
  test('at the size of the highest rung is copied there, and the lower ones are encoded', async () => {
    const source = clipFile({ size: '720x1280', seconds: 2, more: right })
    const at = await take(source)
    expect(pictures(at('high.mp4'))).toBe(pictures(source))
    expect(ffmpeg('-i', at('low.mp4'), '-frames:v', '1', '-f', 'md5', '-')).toMatch(/^MD5=/)
  })
  test('is encoded when key frames are far apart, though all else fits', async () => {
    const source = clipFile({ ...plan, seconds: 5, more: [...right, '-g', '250'] })
    const at = await take(source)
    expect(pictures(at('low.mp4'))).not.toBe(pictures(source))
  })
  test('leaves behind what was hidden between its pictures', async () => {
    const source = clipFile({
      ...plan,
      more: [...right, '-bsf:v', 'h264_metadata=sei_user_data=086f3693b7b34f2c965321492feee5b8+hidden-words'],
    })
    expect(execFileSync('grep', ['-c', 'hidden-words', source]).toString().trim()).not.toBe('0')
    const at = await take(source)
    expect(pictures(at('low.mp4'))).toBe(pictures(source))
    expect(() => execFileSync('grep', ['-c', 'hidden-words', at('low.mp4')])).toThrow()
  })
  test('by the rule: size, codec, shape, rate and frame rate must all fit, and the sound with it', () => {
    const coded: Coded = {
      codec: 'h264',
      profile: 'High',
      pixels: 'yuv420p',
      width: 360,
      height: 640,
      delayed: 0,
      plain: true,
      kbps: 400,
      sound: null,
    }
    const clip: Clip = {
      container: 'mov',
      video: 0,
      audio: null,
      width: 360,
      height: 640,
      durationMs: 1000,
      fps: 30,
      hdr: null,
      coded,
    }
    const rungs = ladder(clip)
    expect(fittingRung(clip, rungs)?.name).toBe('low')
    const but = (c: Partial<Coded>, more: Partial<Clip> = {}) =>
      fittingRung({ ...clip, ...more, coded: { ...coded, ...c } }, rungs)
    expect([
      but({ codec: 'hevc' }),
      but({ profile: 'High 10' }),
      but({ pixels: 'yuv422p' }),
      but({ width: 362 }),
      but({ delayed: 2 }),
      but({ plain: false }),
      but({ kbps: 600 }),
      but({ kbps: 0 }),
      but({}, { fps: 60 }),
      but({}, { hdr: 'hlg' }),
      but({}, { container: 'matroska' }),
    ]).toEqual(Array(11).fill(null))
    const heard = (kbps: number) => {
      const sound = { codec: 'aac', profile: 'LC', channels: 2, rate: 48_000, kbps }
      return soundFits({ ...clip, audio: 1, coded: { ...coded, sound } }, rungs[0]!)
    }
    // 400 beside it: 450 and 64 are the lowest rung.
    expect([0, 64, 128, 192, 320].map(heard)).toEqual([true, true, true, false, false])
  })
})

describe('sound', () => {
  const withSound = (filter: string) => clipFile({ size: '64x96', seconds: 4, more: ['-af', filter] })
  test('that is quiet becomes as loud as other clips, and its peaks stay below the limit', async () => {
    const quiet = withSound("volume=-10dB,volume='if(lt(mod(t,1),0.02),4,1)':eval=frame")
    expect(loudness(quiet).loud).toBeLessThan(-24)
    const { loud, peak } = loudness((await take(quiet))('low.mp4'))
    expect([Math.abs(loud + 14) < 2, peak < -0.9]).toEqual([true, true])
  })
  test('that is loud is turned down', async () => {
    const { loud } = loudness((await take(withSound('volume=16dB')))('low.mp4'))
    expect(Math.abs(loud + 14)).toBeLessThan(1.5)
  })
  test('of silence stays silence', async () => {
    expect(loudness((await take(withSound('volume=0')))('low.mp4')).loud).toBeLessThan(-60)
  })
  test('is changed only beyond two units, never for silence, and lifted by 20 dB at most', () => {
    expect([-14, -16, -12, -12.1, -51, -70, null].map(gainOf)).toEqual([0, 0, 0, 0, 0, 0, 0])
    expect([-18, -9, -45].map(gainOf)).toEqual([4, -5, 20])
  })
})

describe('a bright (HDR) clip', () => {
  const bars = 'smptehdbars'
  const picture = ['-f', 'lavfi', '-i', `${bars}=s=180x320:r=25:d=0.4`]
  const curves = { pq: 'smpte2084', hlg: 'arib-std-b67' } as const
  const bright = (hdr: keyof typeof curves) => {
    const path = fileOf(`${hdr}.mp4`, '')
    const t = curves[hdr]
    const filters = `format=gbrpf32le,zscale=tin=bt709:t=linear:npl=203:pin=bt709:p=bt2020:min=gbr:m=gbr,zscale=tin=linear:t=${t}:npl=203:pin=bt2020:p=bt2020:m=bt2020nc:r=tv,format=yuv420p10le`
    const tags = `log-level=none:colorprim=bt2020:transfer=${t}:colormatrix=bt2020nc`
    ffmpeg(...picture, '-vf', filters, '-c:v', 'libx265', '-x265-params', tags, '-preset', 'ultrafast', path)
    return path
  }
  const first = async (...args: string[]) => {
    const path = fileOf('frame.png', '')
    ffmpeg(...args, '-frames:v', '1', path)
    return sharp(path).removeAlpha().raw().toBuffer()
  }
  const apart = (a: Buffer, b: Buffer) => a.reduce((sum, v, i) => sum + Math.abs(v - (b[i] as number)), 0) / a.length

  test.each(['pq', 'hlg'] as const)('is shown in its own colours, not in grey (%s)', async hdr => {
    const source = bright(hdr)
    const [meant, grey] = [await first(...picture), await first('-i', source)]
    const at = await take(source)
    expect(apart(await first('-i', at('low.mp4')), meant)).toBeLessThan(0.5 * apart(grey, meant))
    const poster = await sharp(at('poster.webp')).removeAlpha().raw().toBuffer()
    expect(apart(poster, meant)).toBeLessThan(0.5 * apart(grey, meant))
  })
  test.each(['pq', 'hlg'] as const)('keeps its own colours in an edit (%s)', async hdr => {
    const source = bright(hdr)
    const [meant, grey] = [await first(...picture), await first('-i', source)]
    const clip: Clip = { container: 'mov', video: 0, audio: null, width: 180, height: 320, durationMs: 400, fps: 25, hdr }
    const path = fileOf('edit.mp4', '')
    await renderEdit(createPrograms(), 'ffmpeg', {
      ...{
        list: begin('med_1', { length: 400 }),
        sources: new Map([['med_1', { path: source, clip }]]),
        overlays: [],
        music: null,
      },
      ...{ path, folder: dirname(path), nice: 0, onProgress: () => {} },
    })
    expect(apart(await first('-i', path, '-vf', 'scale=180:320'), meant)).toBeLessThan(0.5 * apart(grey, meant))
  })
  test.each(['pq', 'hlg'] as const)('is less grey than before where ffmpeg knows no zscale (%s)', async hdr => {
    const source = bright(hdr)
    const [meant, grey] = [await first(...picture), await first('-i', source)]
    const poor = { ...createPrograms(), run: async () => ' V->V tonemap' }
    const filters = await toSdr(poor, `ffmpeg-without-zscale-${hdr}`, hdr)
    expect(apart(await first('-i', source, '-vf', filters.join(',')), meant)).toBeLessThan(0.8 * apart(grey, meant))
  })
})

describe('programs that read what strangers sent', () => {
  const programs = createPrograms()
  const options = { timeoutMs: 10_000, nice: 0 }
  test('have a bound of memory and leave no core', async () => {
    expect((await programs.run('sh', ['-c', 'ulimit -v; ulimit -c'], options)).trim().split('\n')).toEqual(['3145728', '0'])
  })
  test('get their arguments as they are, whatever they look like to a shell', async () => {
    const words = ['$(touch pwned)', '`id`', "'; rm -rf x #", '-c', '$0', '"', '\n', '*']
    expect(await programs.run('printf', ['%s|', ...words], options)).toBe(words.map(w => `${w}|`).join(''))
  })
  test('say when they are missing, take too long or need too much', async () => {
    const why = (program: string, args: string[], timeoutMs = 10_000) =>
      programs.run(program, args, { timeoutMs, nice: 0 }).catch(e => (e instanceof ProgramError ? e.why : e))
    expect(await why('/nonexistent/ffmpeg', ['-version'])).toBe('missing')
    expect(await why('sleep', ['20'], 100)).toBe('timeout')
    expect(await why('sh', ['-c', 'echo Cannot allocate memory >&2; exit 1'])).toBe('memory')
  })
})
