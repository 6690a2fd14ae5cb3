import { readdirSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { newId } from '#base/kernel'
import { testHouse } from '#testing/house'
import { createMedia, mediaMigrations } from './index.ts'
import compress from '@fastify/compress'
import fastify from 'fastify'
import { callerOf } from '#testing/callers'
import { CodedError, answerError } from '#base/http'
test('measure', async () => {
  const house = await testHouse({ migrations: mediaMigrations })
  const media = createMedia(house)
  const files = [...readdirSync('/work/shared/media').map(f => `/work/shared/media/${f}`), ...['hevc10.mov', 'av1.webm', 'vp9.mkv', 'm4.mp4'].map(f => `/tmp/mt/${f}`)]
  let last = ''
  for (const f of files) {
    const t = Date.now()
    const before = Date.now()
    const id = await media.ingestFile(newId('person', new Date()), f, { kind: 'video' })
    await house.log.flush()
    const s = (await media.state([id])).get(id)!
    const v = (await media.videos([id])).get(id)
    const p = (await media.pictures([id])).get(id)
    if (v) last = id
    console.log(f.split('/').at(-1), statSync(f).size, `${Date.now() - t} ms`, s.state, s.refusal?.code ?? '', v ? `${v.durationMs}ms ` + v.rungs.map(r => `${r.name} ${r.width}x${r.height}@${r.kbps}`).join(' ') + ' poster ' + statSync(`${house.folder}/storage/media/${id}/poster.webp`).size : p ? `${p.width}x${p.height}` : '')
  }
  const app = fastify()
  app.setErrorHandler((e, q, r) => answerError(e as Error, q, r))
  await app.register(compress, { global: true, threshold: 10 })
  const person = callerOf()
  await media.mount(app as never, async () => person)
  await media.putCaptions({ ...person, person: (await media.state([last as never])).get(last)!.owner }, last as never, 'ja', Array.from({ length: 50 }, (_, i) => ({ fromMs: i, toMs: i + 1, text: 'お茶お茶' })))
  for (const h of [{}, { range: 'bytes=0-9' }]) {
    const r = await app.inject({ url: `/media/${last}/ja.vtt`, headers: { 'accept-encoding': 'gzip, br', ...h } })
    console.log(r.statusCode, r.headers)
  }
  const r = await app.inject({ url: `/v1/uploads`, method: 'POST', headers: { 'accept-encoding': 'gzip, br', 'tus-resumable': '1.0.0' } })
  console.log(r.statusCode, r.body, r.headers)
  await app.close()
  await house.close()
  expect(1).toBe(1)
}, 300_000)
