import { createPrivateKey, X509Certificate } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, get } from 'node:https'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { keptCertificate, makeCertificate } from './certificate.ts'

const now = new Date()

test('the certificate names its addresses, is signed by its own key, and is taken by a client that is told to trust it', async () => {
  const made = makeCertificate(['127.0.0.1', '192.168.1.20'], ['localhost'], now)
  const read = new X509Certificate(made.cert)
  expect([read.checkIP('192.168.1.20'), read.checkHost('localhost'), read.checkIP('10.0.0.1')]).toEqual([
    '192.168.1.20',
    'localhost',
    undefined,
  ])
  expect(read.verify(read.publicKey)).toBe(true)
  expect(read.checkPrivateKey(createPrivateKey(made.key))).toBe(true)
  const server = createServer(made, (_request, reply) => reply.end('here'))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const status = await new Promise((resolve, reject) => {
    get({ host: '127.0.0.1', port, ca: made.cert }, reply => resolve(reply.statusCode)).on('error', reject)
  })
  server.closeAllConnections()
  server.close()
  expect(status).toBe(200)
})

test('it is kept while it fits, and made anew for another address or when it ends within a month', () => {
  const folder = mkdtempSync(join(tmpdir(), 'enishi-cert-'))
  try {
    const first = keptCertificate(folder, ['192.168.1.20'], now)
    expect(keptCertificate(folder, ['192.168.1.20'], now)).toEqual(first)
    const moved = keptCertificate(folder, ['192.168.1.21'], now)
    expect(moved.cert).not.toBe(first.cert)
    expect(keptCertificate(folder, ['192.168.1.21'], new Date(now.getTime() + 340 * 86_400_000)).cert).not.toBe(moved.cert)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
