import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fetchToFile, isPublicAddress } from './index.ts'

let server: Server
let here = ''
const folder = mkdtempSync(join(tmpdir(), 'fetch-'))
const file = join(folder, 'body')
const options = () => ({ maxBytes: 10_000, timeoutMs: 1_000, allowed: [here] })
const codeOf = (r: { ok: boolean; code?: string }) => (r.ok ? 'ok' : r.code)

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url ?? ''
    if (path === '/good') return void response.end('hello')
    if (path === '/gzip') return void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync('hello'))
    if (path === '/bomb')
      return void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(1_000_000)))
    if (path === '/to-good') return void response.writeHead(302, { location: '/good' }).end()
    if (path === '/to-inside') return void response.writeHead(302, { location: 'http://127.0.0.1/secrets' }).end()
    if (path === '/to-mapped') return void response.writeHead(307, { location: 'http://[::ffff:127.0.0.1]/' }).end()
    if (path === '/ring') return void response.writeHead(302, { location: '/ring' }).end()
    if (path === '/broken') return void response.writeHead(503).end()
    // Never ends: a byte now and then, or as much as is taken.
    const slow = setInterval(() => response.write(path === '/flood' ? Buffer.alloc(5_000) : 'x'), 20)
    response.once('close', () => clearInterval(slow))
  })
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  here = `127.0.0.1:${(server.address() as { port: number }).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true })
})

describe('what may be asked for', () => {
  test.each([
    '10.1.2.3',
    '127.0.0.1',
    '169.254.169.254',
    '172.20.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '0.0.0.0',
    '224.0.0.1',
    '255.255.255.255',
    '::1',
    '::',
    '::ffff:8.8.8.8',
    '::ffff:127.0.0.1',
    'fe80::1',
    'fc00::1',
    'ff02::1',
    '64:ff9b::7f00:1',
    '2002:7f00:1::',
    'nonsense',
  ])('%s is inward', address => expect(isPublicAddress(address)).toBe(false))
  test.each(['8.8.8.8', '1.1.1.1', '172.15.0.1', '2606:4700::1111'])('%s is public', address =>
    expect(isPublicAddress(address)).toBe(true),
  )

  test.each([
    'file:///etc/passwd',
    'ftp://example.org/x',
    'http://example.org:8080/',
    'http://user:word@example.org/',
    'nonsense',
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://[::1]/',
    'http://[::ffff:7f00:1]/',
    'http://localhost/',
  ])('%s is refused before anything is asked', async url => {
    expect(codeOf(await fetchToFile(url, file, { maxBytes: 10, timeoutMs: 1000, resolve: async () => ['127.0.0.1'] }))).toBe(
      'url_forbidden',
    )
  })

  test('a name with one inward address among its addresses is refused', async () => {
    const got = await fetchToFile('http://example.org/', file, {
      maxBytes: 10,
      timeoutMs: 1000,
      resolve: async () => ['8.8.8.8', '10.0.0.1'],
    })
    expect(codeOf(got)).toBe('url_forbidden')
  })

  test('a name is resolved once: what it would say later is not connected to', async () => {
    const said = ['127.0.0.1', '8.8.8.8']
    let asked = 0
    const [, port] = here.split(':')
    const got = await fetchToFile(`http://rebind.test:${port}/good`, file, {
      ...options(),
      allowed: [`rebind.test:${port}`],
      resolve: async () => [said[asked++] as string],
    })
    expect([codeOf(got), asked]).toEqual(['ok', 1])
  })

  test.each(['/to-inside', '/to-mapped'])('a redirect inwards is refused: %s', async path => {
    expect(codeOf(await fetchToFile(`http://${here}${path}`, file, options()))).toBe('url_forbidden')
  })
})

describe('what comes', () => {
  test.each(['/good', '/gzip', '/to-good'])('%s lands whole in the file', async path => {
    expect(codeOf(await fetchToFile(`http://${here}${path}`, file, options()))).toBe('ok')
    expect(readFileSync(file, 'utf8')).toBe('hello')
    rmSync(file)
  })
  test.each([
    ['/flood', 'file_too_large'],
    ['/bomb', 'file_too_large'],
    ['/drip', 'fetch_failed'],
    ['/ring', 'fetch_failed'],
    ['/broken', 'fetch_failed'],
  ])('%s ends as %s and leaves no file', async (path, code) => {
    expect(codeOf(await fetchToFile(`http://${here}${path}`, file, options()))).toBe(code)
    expect(existsSync(file)).toBe(false)
  })
})
