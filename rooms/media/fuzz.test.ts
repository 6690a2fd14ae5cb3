import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { between, type Id, newId, pick, seeded } from '#base/kernel'
import { type TestHouse, testHouse } from '#testing/house'
import { finishRungs } from './finish-rungs.ts'
import { mediaMigrations } from './index.ts'
import { ingestFile } from './ingest-file.ts'
import { maxAttempts } from './limits.ts'
import { processMedia } from './process-media.ts'
import { createPrograms, ProgramError, type Programs } from './program.ts'
import { removeMedia } from './remove-media.ts'
import { insert, loadOne, type MediaTables } from './store.ts'
import { claimingPng, clipFile, ffmpegFile, fileOf, pictureFile } from './testing.ts'
import { claimingFrames } from './testing-boxes.ts'
import { mutations } from './testing-mutations.ts'
import { createWorkshop, type Workshop } from './workshop.ts'

/** Another seed: FUZZ_SEED=n; more files: FUZZ_FILES=n. */
const seed = Number(process.env.FUZZ_SEED ?? 20261126)
const spoiled = Number(process.env.FUZZ_FILES ?? 200)
const codes = [
  'not_a_video',
  'media_empty',
  'media_truncated',
  'media_too_long',
  'media_too_large',
  'picture_too_large',
  'media_unsupported',
]

let house: TestHouse
let shop: Workshop
const owner = newId('person', new Date())
/** What ended a program from outside, with the file that did it. */
const ended: string[] = []
let current = ''
function watched(programs: Programs): Programs {
  return {
    ...programs,
    run: (program, args, options) =>
      programs.run(program, args, { ...options, nice: 0 }).catch(error => {
        if (error instanceof ProgramError && error.why !== 'failed' && error.why !== 'memory')
          ended.push(`${current}: ${error.message}`)
        throw error
      }),
  }
}
beforeAll(async () => {
  house = await testHouse({ migrations: mediaMigrations })
  shop = createWorkshop(house, watched(createPrograms()))
})
afterAll(() => house.close())

/** As the jobs do it: what fails for a reason of ours is begun again, and given up at last. */
async function through(path: string): Promise<Id<'media'>> {
  const media = await ingestFile(shop, owner, path).catch(async () => {
    const [row] = await house.db
      .tables<MediaTables>()
      .selectFrom('media.media')
      .select('id')
      .orderBy('created', 'desc')
      .orderBy('id', 'desc')
      .limit(1)
      .execute()
    return (row as { id: Id<'media'> }).id
  })
  for (let i = 0; i <= maxAttempts && !['ready', 'refused'].includes((await loadOne(shop.db, media))?.state ?? ''); i++)
    if ((await processMedia(shop, media).catch(() => 'again')) === 'rungs') await finishRungs(shop, media).catch(() => {})
  return media
}

/** What is wrong with how a file ended; empty when nothing is. */
async function judge(name: string, path: string): Promise<string[]> {
  current = name
  house.clock.advance(1000)
  const media = await through(path)
  const row = await loadOne(shop.db, media)
  const wrong: string[] = []
  const stored = join(house.folder, 'storage', 'media', media)
  if (row?.state !== 'ready' && row?.state !== 'refused') wrong.push(`${name}: ${row?.state}`)
  if (row?.state === 'refused') {
    if (!codes.includes(row.refusal_code ?? '')) wrong.push(`${name}: code ${row.refusal_code}`)
    if (!row.refusal_message || row.refusal_message.includes(house.folder)) wrong.push(`${name}: says ${row.refusal_message}`)
    if (existsSync(stored)) wrong.push(`${name}: left ${readdirSync(stored)}`)
  }
  if (row?.state === 'ready' && row.kind === 'video')
    for (const rung of row.rungs) if (!existsSync(join(stored, `${rung.name}.mp4`))) wrong.push(`${name}: no ${rung.name}`)
  for (const folder of ['uploads', 'work'])
    for (const file of existsSync(join(house.folder, folder)) ? readdirSync(join(house.folder, folder)) : [])
      wrong.push(`${name}: left ${folder}/${file}`)
  ends.set(row?.refusal_code ?? row?.state ?? 'none', (ends.get(row?.refusal_code ?? row?.state ?? 'none') ?? 0) + 1)
  return wrong
}
const ends = new Map<string, number>()

const small = { size: '64x96', seconds: 0.4 } as const
function clips(): string[] {
  return [
    clipFile({ ...small }),
    clipFile({ ...small, more: ['-movflags', '+faststart'] }),
    clipFile({ ...small, more: ['-movflags', 'frag_keyframe+empty_moov', '-g', '5'] }),
    clipFile({ ...small, type: 'mov', sound: false }),
    clipFile({ ...small, type: 'webm' }),
    clipFile({ ...small, type: 'webm', sound: false, more: ['-live', '1'] }),
    clipFile({ size: '400x720', seconds: 0.12 }),
  ]
}
async function pictures(): Promise<string[]> {
  const noise = (type: 'jpeg' | 'png' | 'webp' | 'gif' | 'avif') =>
    sharp({
      create: { width: 60, height: 40, channels: 3, background: '#842', noise: { type: 'gaussian', mean: 120, sigma: 60 } },
    })
      .toFormat(type)
      .toBuffer()
      .then(bytes => fileOf(`p.${type}`, bytes))
  return [
    await pictureFile(80, 60, { orientation: 6 }),
    ...(await Promise.all((['jpeg', 'png', 'webp', 'gif', 'avif'] as const).map(noise))),
  ]
}

test(`files that were spoiled by chance end ready or refused, and leave nothing (seed ${seed})`, async () => {
  const random = seeded(seed)
  const [moving, still] = [clips(), await pictures()]
  const read = (path: string) => readFileSync(path)
  const wrong: string[] = []
  const ways = Object.keys(mutations)
  for (let n = 0; n < spoiled; n++) {
    const way = ways[n % ways.length] as string
    const from = pick(random, random() < 0.75 ? moving : still)
    let bytes = mutations[way]?.(read(from), random, read(pick(random, [...moving, ...still]))) as Buffer
    if (random() < 0.2) bytes = mutations[pick(random, ways)]?.(bytes, random, read(from)) ?? bytes
    wrong.push(...(await judge(`${n}: ${way}, of ${from.split('.').at(-1)} ${statSync(from).size}`, fileOf('clip.mp4', bytes))))
    if (between(random, 0, 9) === 0) await house.log.flush()
  }
  console.log(`media fuzz: seed ${seed}, ${spoiled} files: ${[...ends].map(([code, n]) => `${n} ${code}`).join(', ')}`)
  expect([...wrong, ...ended]).toEqual([])
}, 900_000)

const lavfi = (text: string) => ['-f', 'lavfi', '-i', text]
const fast = ['-c:v', 'libx264', '-preset', 'ultrafast', '-pix_fmt', 'yuv420p']
const big = () => ffmpegFile('big.mp4', ...lavfi('color=teal:s=7680x4320:r=25:d=0.08'), ...fast)
const hostile = `$(touch pwned) \`id\` '; rm -rf ~ #\u001b[31m\r\n<script>alert(1)</script>`
/** A clip with subtitles and a page beside its picture. */
const withWords = (...more: string[]): string => {
  const words = fileOf('s.srt', `1\n00:00:00,000 --> 00:00:00,300\n<script>alert(1)</script>\n`)
  return ffmpegFile(
    's.mkv',
    ...['-i', clipFile({ ...small }), '-i', words, '-map', '0', '-map', '1', '-c', 'copy', '-c:s', 'srt'],
    ...['-attach', words, '-metadata:s:t', 'mimetype=text/html', ...more],
  )
}

const oddities: [string, () => string | Promise<string>, string][] = [
  ['sound alone', () => ffmpegFile('a.mp4', ...lavfi('sine=d=0.3')), 'not_a_video'],
  [
    'sound with a cover',
    async () =>
      ffmpegFile(
        'a.mp4',
        ...lavfi('sine=d=0.3'),
        '-i',
        await pictureFile(64, 64),
        '-map',
        '0',
        '-map',
        '1',
        '-c:v',
        'mjpeg',
        '-disposition:v:0',
        'attached_pic',
      ),
    'not_a_video',
  ],
  ['no sound', () => clipFile({ ...small, sound: false }), 'ready'],
  [
    'odd sides',
    () =>
      ffmpegFile(
        'o.mp4',
        ...lavfi('testsrc2=s=65x97:r=25:d=0.3'),
        '-c:v',
        'libx264',
        '-preset',
        'ultrafast',
        '-pix_fmt',
        'yuv444p',
      ),
    'ready',
  ],
  ['four pixels', () => ffmpegFile('o.webm', ...lavfi('color=red:s=2x2:r=25:d=0.3'), '-c:v', 'libvpx'), 'ready'],
  ['one picture', () => ffmpegFile('o.mp4', ...lavfi('color=red:s=64x64:r=25:d=0.04'), ...fast), 'ready'],
  ['a shape like a thread', () => ffmpegFile('o.mp4', ...lavfi('testsrc2=s=2000x16:r=25:d=0.3'), ...fast), 'ready'],
  [
    'pictures at uneven moments',
    () =>
      ffmpegFile(
        'v.mp4',
        ...lavfi('testsrc2=s=64x96:r=50:d=1'),
        '-vf',
        "select='eq(mod(n,7),0)+eq(mod(n,11),0)'",
        '-vsync',
        'vfr',
        ...fast,
      ),
    'ready',
  ],
  ['1,000 pictures a second', () => ffmpegFile('v.mp4', ...lavfi('testsrc2=s=64x96:r=1000:d=0.5'), ...fast), 'ready'],
  ['8k with two pictures', big, 'ready'],
  ['8k with 100,000 pictures', () => fileOf('bomb.mp4', claimingFrames(readFileSync(big()), 100_000, 170)), 'media_too_large'],
  [
    '100,000 pictures in a second',
    () => fileOf('bomb.mp4', claimingFrames(readFileSync(clipFile({ ...small, sound: false })), 100_000, 1)),
    'media_too_large',
  ],
  ['a picture of 60,000 × 60,000', () => claimingPng(60_000, 60_000), 'picture_too_large'],
  ['subtitles and a page beside the picture', () => withWords('-metadata:s:t', 'filename=../../../x.html'), 'ready'],
  [
    'words of a stranger in every field',
    () =>
      ffmpegFile(
        'm.mp4',
        '-i',
        clipFile({ ...small }),
        '-c',
        'copy',
        ...['title', 'comment', 'artist', 'location'].flatMap(k => ['-metadata', `${k}=${hostile}`]),
      ),
    'ready',
  ],
]
test.each(oddities)('%s', async (name, make, end) => {
  ended.length = 0
  const before = new Map(ends)
  expect(await judge(name, await make())).toEqual([])
  expect(ended).toEqual([])
  expect([...ends].filter(([code, n]) => n !== (before.get(code) ?? 0)).map(([code]) => code)).toEqual([end])
  expect(existsSync('pwned')).toBe(false)
})

/** As an upload of material ends: held with what it is, or refused; nothing but its own file is left. */
async function judgeMaterial(name: string, use: 'source' | 'overlay' | 'sound', path: string): Promise<string[]> {
  current = `${use} ${name}`
  house.clock.advance(1000)
  const media = newId('media', house.clock.now())
  mkdirSync(shop.uploads, { recursive: true })
  copyFileSync(path, join(shop.uploads, media))
  await insert(shop.db, { id: media, owner, bytes: statSync(path).size, state: 'probing', use, created: house.clock.now() })
  for (let i = 0; i <= maxAttempts && !['held', 'refused'].includes((await loadOne(shop.db, media))?.state ?? ''); i++)
    await processMedia(shop, media).catch(() => {})
  const row = await loadOne(shop.db, media)
  const wrong: string[] = []
  const left = readdirSync(shop.uploads)
  const held = row?.state === 'held'
  if (!held && row?.state !== 'refused') wrong.push(`${current}: ${row?.state}`)
  if (!held && !codes.includes(row?.refusal_code ?? '')) wrong.push(`${current}: code ${row?.refusal_code}`)
  if (!isDeepStrictEqual(left, held ? [media] : [])) wrong.push(`${current}: left ${left}`)
  if (existsSync(join(house.folder, 'storage', 'media', media))) wrong.push(`${current}: stored`)
  const work = existsSync(shop.work) ? readdirSync(shop.work) : []
  if (work.length > 0) wrong.push(`${current}: left ${work}`)
  if (held && use === 'source' && !(Number(row.duration_ms) > 0 && Number(row.width) > 0))
    wrong.push(`${current}: held without facts`)
  if (held && use === 'overlay') {
    const { format, exif, pages } = await sharp(join(shop.uploads, media)).metadata()
    if (format !== 'png' || exif || (pages ?? 1) > 1) wrong.push(`${current}: not written anew`)
  }
  await removeMedia(shop, media)
  ends.set(row?.refusal_code ?? row?.state ?? 'none', (ends.get(row?.refusal_code ?? row?.state ?? 'none') ?? 0) + 1)
  return wrong
}

test(`material of edits that was spoiled by chance is held or refused, and leaves nothing else (seed ${seed})`, async () => {
  ended.length = 0
  ends.clear()
  const random = seeded(seed + 1)
  const files = [
    ...clips(),
    ...(await pictures()),
    ffmpegFile('a.mp3', ...lavfi('sine=d=6')),
    ffmpegFile('a.flac', ...lavfi('sine=d=6')),
  ]
  const overlays = [
    await pictureFile(60, 40, { type: 'png' }),
    await pictureFile(60, 40, { type: 'webp' }),
    claimingPng(60_000, 60_000),
  ]
  const wrong: string[] = []
  for (let n = 0; n < Math.ceil(spoiled / 2); n++) {
    const way = pick(random, Object.keys(mutations))
    const use = pick(random, ['source', 'source', 'overlay', 'sound'] as const)
    const from = pick(random, use === 'overlay' && random() < 0.7 ? overlays : files)
    const other = readFileSync(pick(random, [...files, ...overlays]))
    const bytes = random() < 0.2 ? readFileSync(from) : (mutations[way]?.(readFileSync(from), random, other) as Buffer)
    wrong.push(...(await judgeMaterial(`${n}: ${way}, of ${from.split('.').at(-1)}`, use, fileOf('material', bytes))))
  }
  console.log(
    `material fuzz: seed ${seed}, ${Math.ceil(spoiled / 2)} files: ${[...ends].map(([code, n]) => `${n} ${code}`).join(', ')}`,
  )
  expect([...wrong, ...ended]).toEqual([])
  expect(ends.get('held') ?? 0).toBeGreaterThan(0)
}, 900_000)

test('a clip that is shown holds a picture and sound, and nothing else of what came with it', async () => {
  const path = withWords('-metadata', `title=${hostile}`)
  const media = await through(path)
  const low = join(house.folder, 'storage', 'media', media, 'low.mp4')
  const kinds = execFileSync('ffprobe', ['-v', 'error', '-show_entries', 'stream=codec_type', '-of', 'csv=p=0', low])
    .toString()
    .trim()
    .split('\n')
  expect(kinds).toEqual(['video', 'audio'])
  expect(/script|pwned/.test(readFileSync(low, 'latin1'))).toBe(false)
})
