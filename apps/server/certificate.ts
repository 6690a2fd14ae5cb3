import { createPrivateKey, createSign, generateKeyPairSync, randomBytes, X509Certificate } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface Certificate {
  readonly key: string
  readonly cert: string
}

// DER by hand: a certificate is one nested list of tagged lengths, and a library for it would be larger than this file.
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts)
  const n = body.length
  const length = n < 128 ? [n] : n < 256 ? [0x81, n] : [0x82, n >> 8, n & 255]
  return Buffer.concat([Buffer.from([tag, ...length]), body])
}
const sequence = (...parts: readonly Buffer[]) => der(0x30, ...parts)
const hex = (text: string) => Buffer.from(text, 'hex')
const oid = {
  ecdsaSha256: hex('06082a8648ce3d040302'),
  commonName: hex('0603550403'),
  altNames: hex('0603551d11'),
  usage: hex('0603551d25'),
}
const serverAuth = hex('06082b06010505070301')
const utc = (at: Date) => der(0x17, Buffer.from(`${at.toISOString().slice(2, 19).replaceAll(/[-:T]/g, '')}Z`))

/**
 * A self-signed certificate (X.509 v3, ECDSA P-256) for these IPv4 addresses and names. Browsers warn of it once; after that they
 * give the page what only a secure one gets (camera, clipboard). `days` at most 397, as browsers ask. Source: RFC 5280.
 */
export function makeCertificate(addresses: readonly string[], names: readonly string[], now: Date, days = 365): Certificate {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const subject = sequence(der(0x31, sequence(oid.commonName, der(0x0c, Buffer.from('Enishi on this network')))))
  const serial = Buffer.from([0x40, ...randomBytes(15)])
  const alternatives = [
    ...names.map(name => der(0x82, Buffer.from(name))),
    ...addresses.map(ip => der(0x87, Buffer.from(ip.split('.').map(Number)))),
  ]
  const extension = (id: Buffer, value: Buffer) => sequence(id, der(0x04, value))
  const toBeSigned = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, serial),
    sequence(oid.ecdsaSha256),
    subject,
    sequence(utc(new Date(now.getTime() - 3_600_000)), utc(new Date(now.getTime() + days * 86_400_000))),
    subject,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(extension(oid.altNames, sequence(...alternatives)), extension(oid.usage, sequence(serverAuth)))),
  )
  const signature = createSign('sha256').update(toBeSigned).sign(privateKey)
  const whole = sequence(toBeSigned, sequence(oid.ecdsaSha256), der(0x03, Buffer.from([0]), signature))
  const lines = whole.toString('base64').replaceAll(/.{64}/g, '$&\n').trim()
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  }
}

/** The one of the data folder while it names these addresses and has a month to go; else a new one, kept there. */
export function keptCertificate(folder: string, addresses: readonly string[], now: Date): Certificate {
  const [keyFile, certFile] = [join(folder, 'lan-key.pem'), join(folder, 'lan-cert.pem')]
  if (existsSync(keyFile) && existsSync(certFile)) {
    const kept = { key: readFileSync(keyFile, 'utf8'), cert: readFileSync(certFile, 'utf8') }
    if (isGood(kept, addresses, now)) return kept
  }
  const made = makeCertificate(addresses, ['localhost'], now)
  writeFileSync(keyFile, made.key, { mode: 0o600 })
  writeFileSync(certFile, made.cert)
  return made
}

function isGood({ key, cert }: Certificate, addresses: readonly string[], now: Date): boolean {
  try {
    const read = new X509Certificate(cert)
    const lasts = new Date(read.validTo).getTime() - now.getTime() > 30 * 86_400_000
    return lasts && addresses.every(ip => read.checkIP(ip) !== undefined) && read.checkPrivateKey(createPrivateKey(key))
  } catch {
    return false
  }
}
