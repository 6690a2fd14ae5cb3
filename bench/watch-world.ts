import { execFileSync } from 'node:child_process'
import { linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { removeEmbedded, startEmbedded } from '#base/db'
import type { TestServer } from '#testing/server'
import { startServer } from '#testing/server'
import { Api } from '../apps/simulator/api.ts'

const id = (prefix: string, n: number) => `${prefix}_${String(n).padStart(26, '0')}`

/** A clip that is really converted; noise over all but its poster makes every rung as heavy as it may become. */
function noisyClip(seconds: number): Buffer {
  const folder = mkdtempSync(join(tmpdir(), 'enishi-noisy-'))
  const file = join(folder, 'clip.mp4')
  const picture = `testsrc2=s=720x1280:r=24:d=${seconds},noise=alls=14:allf=t:enable='gt(t,0.4)'`
  const coded = '-c:v libx264 -preset ultrafast -crf 24 -pix_fmt yuv420p -c:a aac -shortest'.split(' ')
  const input = ['-f', 'lavfi', '-i', picture, '-f', 'lavfi', '-i', `sine=f=330:d=${seconds}`]
  execFileSync('ffmpeg', ['-v', 'error', ...input, ...coded, file])
  const bytes = readFileSync(file)
  rmSync(folder, { recursive: true })
  return bytes
}

/** Every post gets a medium of its own: the browser's cache must not help. */
async function multiply(dataDir: string, url: string, from: readonly string[], count: number): Promise<string> {
  const db = new pg.Client(url)
  await db.connect()
  const media = join(dataDir, 'storage/media')
  for (let n = 0; n < count; n++) {
    const source = from[n % from.length] as string
    const copy = id('med', n)
    mkdirSync(join(media, copy))
    for (const file of readdirSync(join(media, source))) linkSync(join(media, source, file), join(media, copy, file))
    const columns = 'owner, state, kind, bytes, progress, watchable, width, height, duration_ms, thumbhash, created'
    await db.query(`insert into media.media (id, ${columns}) select $1, ${columns} from media.media where id = $2`, [
      copy,
      source,
    ])
    await db.query(
      'insert into media.rungs select $1, name, width, height, kbps, codecs, peak_kbps from media.rungs where media = $2',
      [copy, source],
    )
    await db.query(
      `insert into content.posts (id, author, state, format, caption, language, tags, disclosure, video, created, published)
       select $1, owner, 'live', 'video', $2, 'en', '{bench}', 'none', id, now(), now() from media.media where id = $3`,
      [id('pst', n), `Clip ${n} #bench`, copy],
    )
    await db.query(
      `insert into events.log (position, id, name, at, person, subject_kind, subject_id, data)
       select (select coalesce(max(position), 0) + 1 from events.log), gen_random_uuid(), 'post.published', now(), owner, 'post', $1,
         jsonb_build_object('author', owner, 'shop', null, 'format', 'video', 'durationMs', duration_ms, 'tags', '["bench"]'::jsonb,
           'products', '[]'::jsonb, 'language', 'en', 'disclosure', 'none', 'grownFrom', null)
       from media.media where id = $2`,
      [id('pst', n), copy],
    )
  }
  const last = await db.query<{ last: string }>('select max(position)::text as last from events.log')
  await db.end()
  return String(last.rows[0]?.last)
}

/** A server with `count` clips of these lengths in turn, each with three rungs at addresses of its own. `stop` takes its folder away. */
export async function watchWorld(
  count: number,
  lengths: readonly number[],
): Promise<{ server: TestServer; stop: () => Promise<void> }> {
  const dataDir = mkdtempSync(join(tmpdir(), 'enishi-watch-'))
  const made = await startServer({ dataDir, args: ['--empty'], env: { ENISHI_DEMO: 'false' } })
  const authors = []
  for (const [n, seconds] of lengths.entries()) {
    const api = await Api.join(made.url, `author${n}@example.org`, 'correct horse battery', `Author ${n}`, `author${n}`)
    const media = await api.upload(noisyClip(seconds), 'clip.mp4', 'video/mp4')
    authors.push({ api, media })
  }
  for (const { api, media } of authors) await allRungs(api, media)
  await made.stop()
  const embedded = await startEmbedded(dataDir)
  const last = await multiply(
    dataDir,
    embedded.url,
    authors.map(a => a.media),
    count,
  )
  await embedded.stop()
  const server = await startServer({ dataDir, args: ['--empty'], env: { ENISHI_DEMO: 'false' } })
  await learned(await Api.guest(server.url), last)
  const stop = async () => {
    await server.stop()
    removeEmbedded(dataDir)
    rmSync(dataDir, { recursive: true, force: true })
  }
  return { server, stop }
}

async function allRungs(api: Api, media: string): Promise<void> {
  for (let i = 0; i < 600; i++) {
    if ((await api.get<{ watchable: string }>(`/v1/media/${media}`)).watchable === 'all') return
    await new Promise(resolve => setTimeout(resolve, 500))
  }
  throw new Error('the rungs are not finished')
}

/** Until the recommender knows everything up to `position`: a page waits 250 ms at most, and less when it does. */
async function learned(guest: Api, position: string): Promise<void> {
  for (let i = 0; i < 100; i++) {
    const asked = performance.now()
    await guest.get(`/v1/feed?after=${position}`)
    if (performance.now() - asked < 200) return
  }
}
