import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ladder, type Rung } from '../rooms/media/ladder.ts'
import { lookOfClip } from '../rooms/media/look-of.ts'
import { gainFor } from '../rooms/media/loudness.ts'
import { makeRungs } from '../rooms/media/make-rungs.ts'
import { posterFrame, posterWebp, thumbhashOf } from '../rooms/media/poster.ts'
import { type Clip, probe } from '../rooms/media/probe.ts'
import { createPrograms } from '../rooms/media/program.ts'
import { structureOf } from '../rooms/media/sniff.ts'

/**
 * Upload to watchable, and to all rungs, of one clip by the room's own stages (without database and storage), and the same three
 * sizes by PeerTube's commands on the same ffmpeg, in turn: `node bench/media.ts [--runs 3] [--seconds 20]`; `--short` is one run of
 * a clip of 4 s, to see that it works. Below the table stand the stages of the way to watchable, in seconds.
 */
const { values } = parseArgs({
  options: { runs: { type: 'string' }, seconds: { type: 'string' }, short: { type: 'boolean', default: false } },
})
const seconds = Number(values.seconds ?? (values.short ? 4 : 20))
const runs = Number(values.runs ?? (values.short ? 1 : 3))
const tools = { ffmpeg: 'ffmpeg', ffprobe: 'ffprobe' }
const programs = createPrograms()
const folder = mkdtempSync(join(tmpdir(), 'enishi-bench-media-'))

/** Moving shapes with grain, about as hard as a phone's picture, at a phone's rate; or already right for the highest rung. */
function clip(name: string, more: readonly string[]): string {
  const path = join(folder, `${name}.mp4`)
  const picture = `testsrc2=s=720x1280:r=30:d=${seconds},noise=alls=8:allf=t`
  const input = ['-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', `anoisesrc=d=${seconds}:c=pink:a=0.3`]
  const codec = '-c:v libx264 -preset veryfast -pix_fmt yuv420p -bf 0 -g 30 -c:a aac -ac 2'.split(' ')
  execFileSync('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...input, ...codec, ...more, path])
  return path
}
const timed = async (work: () => Promise<unknown>): Promise<number> => {
  const from = performance.now()
  await work()
  return (performance.now() - from) / 1000
}

const stages = new Map<string, number[]>()
async function staged<T>(name: string, work: () => Promise<T>): Promise<T> {
  const from = performance.now()
  const made = await work()
  stages.set(name, [...(stages.get(name) ?? []), (performance.now() - from) / 1000])
  return made
}

/** The stages of process-media.ts and finish-rungs.ts. */
async function ours(source: string): Promise<{ watchable: number; all: number }> {
  const judged = async (): Promise<Clip> => {
    const probed = await probe(programs, tools.ffprobe, source, 'mov', await structureOf(source, 'mov'))
    if ('refusal' in probed) throw new Error(probed.refusal.message)
    return probed.clip
  }
  const make = async (clip: Clip, gain: number, rungs: readonly Rung[], nice: number) =>
    makeRungs(programs, tools, {
      ...{ source, clip, gain, nice, onProgress: () => {} },
      outputs: rungs.map(rung => ({ rung, path: join(folder, `${rung.name}.mp4`) })),
    })
  let gain = 0
  const watchable = await timed(async () => {
    const clip = await staged('judged', judged)
    const [frame, db] = await staged('poster and loudness', () =>
      Promise.all([
        posterFrame(programs, tools.ffmpeg, source, clip, { path: join(folder, 'poster.png') }),
        gainFor(programs, tools.ffmpeg, source, clip),
      ]),
    )
    gain = db
    await staged('lowest rung', () => make(clip, gain, ladder(clip).slice(0, 1), 10))
    const look = { rung: join(folder, 'low.mp4'), lengthMs: clip.durationMs, path: join(folder, 'look.rgb') }
    await staged('poster file, hash', () =>
      Promise.all([posterWebp(frame), thumbhashOf(frame), lookOfClip(programs, tools.ffmpeg, look)]),
    )
  })
  const rest = await timed(async () => {
    const clip = await judged()
    await make(clip, gain, ladder(clip).slice(1), 15)
  })
  return { watchable, all: watchable + rest }
}

/** Bits a second that PeerTube aims at: pixels × 30 × .11, .12 and .15 (packages/core-utils/src/videos/bitrate.ts). */
const peerTubeRates: readonly (readonly [short: number, rate: number])[] = [
  [720, 3_041_280],
  [480, 1_474_560],
  [360, 1_036_800],
]
/** Above it PeerTube does not copy a file of this size. */
const peerTubeCopies = 5_253_120
/** PeerTube's VOD commands (packages/ffmpeg: ffmpeg-vod.ts, presets.ts, ffmpeg-default-transcoding-profile.ts): one process a size, highest first, one thread (its default); a highest size that fits is copied. */
async function peerTube(source: string): Promise<{ watchable: number; all: number }> {
  const times: number[] = []
  const rateOf = (statSync(source).size * 8) / seconds
  const common = ['-f', 'mp4', '-movflags', 'faststart', '-map_metadata', '-1']
  for (const [i, [short, average]] of peerTubeRates.entries()) {
    const rate = Math.min(average, Math.round(rateOf * 1.3))
    const encoded = [
      ...['-acodec', 'aac', '-vcodec', 'libx264', '-vf', `scale=w=${short}:h=-2`, ...common],
      ...['-max_muxing_queue_size', '1024', '-pix_fmt', 'yuv420p', '-preset', 'veryfast', '-maxrate:v', String(rate)],
      ...['-bufsize:v', String(rate * 2), '-b_strategy', '1', '-bf', '16', '-r', '30', '-g:v', '60', '-threads', '1'],
    ]
    const how = i === 0 && rateOf <= peerTubeCopies ? ['-acodec', 'copy', '-vcodec', 'copy', ...common] : encoded
    times.push(await timed(() => run(['-i', source, ...how, join(folder, `peertube-${short}.mp4`)])))
  }
  return { watchable: times[0] ?? 0, all: times.reduce((a, b) => a + b, 0) }
}
const run = (args: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const child = spawn('ffmpeg', ['-nostdin', '-v', 'error', '-y', ...args], { stdio: 'inherit' })
    child.once('close', code => (code === 0 ? resolve() : reject(new Error(`ffmpeg ended with ${code}`))))
  })

const median = (list: readonly number[]): number => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? Number.NaN
const sources = {
  'a phone’s rate': clip('phone', ['-b:v', '8M', '-maxrate', '10M', '-bufsize', '16M']),
  'right for the highest rung': clip('right', ['-crf', '30', '-maxrate', '1500k', '-bufsize', '1500k']),
}
const ways = { Enishi: ours, 'PeerTube’s commands': peerTube }
console.log(`${cpus()[0]?.model}, ${cpus().length} cores, load ${loadavg()[0]?.toFixed(1)} before; ${runs} runs, medians\n`)
console.log(
  '| 720×1280 clip | by | watchable after | all rungs after | real time | load |\n| --- | --- | --- | --- | --- | --- |',
)
const told: string[] = []
for (const [name, source] of Object.entries(sources)) {
  stages.clear()
  const results = Object.keys(ways).map(() => ({ watchable: [] as number[], all: [] as number[] }))
  for (let n = 0; n < runs; n++)
    for (const [i, way] of Object.values(ways).entries()) {
      const { watchable, all } = await way(source)
      results[i]?.watchable.push(watchable)
      results[i]?.all.push(all)
    }
  for (const [i, way] of Object.keys(ways).entries()) {
    const [watchable, all] = [median(results[i]?.watchable ?? []), median(results[i]?.all ?? [])]
    const mb = (statSync(source).size / 1e6).toFixed(1)
    console.log(
      `| ${seconds} s, ${mb} MB, ${name} | ${way} | ${watchable.toFixed(1)} s | ${all.toFixed(1)} s | ${(seconds / all).toFixed(2)} × | ${loadavg()[0]?.toFixed(1)} |`,
    )
  }
  told.push(`${name}: ${[...stages].map(([stage, times]) => `${stage} ${median(times).toFixed(2)}`).join(', ')}`)
}
console.log(`\n${told.join('\n')}`)
rmSync(folder, { recursive: true, force: true })
