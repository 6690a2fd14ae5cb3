import { afterAll, beforeAll, expect, test } from 'vitest'
import { seededCsv } from '#testing/import-world'
import { startServer, type TestServer } from '#testing/server'
import { openShop, password } from '#testing/shop-world'

let server: TestServer
beforeAll(async () => {
  server = await startServer({ args: ['--empty'] })
})
afterAll(() => server?.stop())

interface Run {
  readonly id: string
  readonly state: string
  readonly done: number
  readonly total: number
  readonly counts: Readonly<Record<string, number>>
}

test('a server that is killed in the middle of an import goes on with it: every product once and whole', async () => {
  const { shop } = await openShop(server.url)
  const json = { 'content-type': 'application/json' }
  const signIn = JSON.stringify({ email: 'merchant@example.org', password })
  const got = await fetch(`${server.url}/v1/tokens`, { method: 'POST', headers: json, body: signIn })
  const { token } = (await got.json()) as { token: string }
  const ask = async <T>(method: string, path: string, body?: string): Promise<T> => {
    const headers = { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/octet-stream' }) }
    return (await (await fetch(`${server.url}${path}`, { method, headers, ...(body && { body }) })).json()) as T
  }
  const until = async (id: string, fits: (run: Run) => boolean) => {
    for (let i = 0; i < 2400; i++) {
      const run = await ask<Run>('GET', `/v1/imports/${id}`)
      if (fits(run)) return run
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    throw new Error(`not in time: ${JSON.stringify(await ask('GET', `/v1/imports/${id}`))}`)
  }
  // Whole yen: the shop's currency has no decimals.
  const file = seededCsv(6000, 5).replaceAll(/,(\d+)\.\d\d,,/g, ',$1,,')
  const { id } = await ask<Run>('POST', `/v1/shops/${shop}/imports/file?name=big.csv&language=en`, file)
  const preview = await until(id, r => r.state === 'previewed')
  await ask('POST', `/v1/imports/${id}/start`)
  await until(id, r => r.done > 0 && r.done < r.total)
  await server.kill()
  server = await startServer({ args: ['--empty'], dataDir: server.dataDir, port: Number(new URL(server.url).port) })
  const end = await until(id, r => r.state !== 'importing')
  expect(end).toMatchObject({ state: 'done', done: 6000, total: 6000, counts: { create: preview.counts.create, refused: 0 } })
  const csv = await (
    await fetch(`${server.url}/v1/shops/${shop}/products.csv`, { headers: { authorization: `Bearer ${token}` } })
  ).text()
  const rows = csv
    .trim()
    .split('\r\n')
    .slice(1)
    .filter(row => row.startsWith('thing-'))
  expect(rows.length).toBe(6000)
  expect(rows.every(row => /,\d+,,true,true,/.test(row))).toBe(true)
}, 300_000)
