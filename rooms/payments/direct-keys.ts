import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

/**
 * Keys as the providers hand them out: PEM, with `\n` written out when it stands in one line of a settings file, or the base64
 * of the DER alone (PKCS#8 or PKCS#1, SubjectPublicKeyInfo). What can't be read is refused when the server starts.
 */
const read = (name: string, text: string, types: readonly string[], make: (pem: string) => KeyObject): KeyObject => {
  const plain = text.trim().replaceAll('\\n', '\n')
  const pems = plain.startsWith('-----')
    ? [plain]
    : types.map(type => `-----BEGIN ${type}-----\n${plain.replace(/\s+/g, '')}\n-----END ${type}-----`)
  for (const pem of pems) {
    try {
      return make(pem)
    } catch {
      // The next form, if there is one. The key itself must not get into a message.
    }
  }
  throw new Error(`${name}: this is not a key in PEM or base64`)
}
export const privateKeyOf = (name: string, text: string): KeyObject =>
  read(name, text, ['PRIVATE KEY', 'RSA PRIVATE KEY'], createPrivateKey)
export const publicKeyOf = (name: string, text: string): KeyObject =>
  read(name, text, ['PUBLIC KEY', 'RSA PUBLIC KEY'], createPublicKey)

/** SHA256 with RSA (PKCS#1 v1.5) in base64: Alipay calls it RSA2, WeChat Pay SHA256-RSA2048. */
export const signRsa = (key: KeyObject, text: string): string => sign('sha256', Buffer.from(text), key).toString('base64')
export function holdsRsa(key: KeyObject, text: string, signature: unknown): boolean {
  if (typeof signature !== 'string' || !/^[A-Za-z0-9+/]+={0,2}$/.test(signature)) return false
  return verify('sha256', Buffer.from(text), key, Buffer.from(signature, 'base64'))
}

/** `yyyy-MM-dd HH:mm:ss` in China, which has had one time and no summer time since 1992. */
export const chinaTime = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
export const fromChinaTime = (text: string | undefined): Date | null => {
  if (!text || !/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text)) return null
  const at = new Date(`${text.replace(' ', 'T')}+08:00`)
  return Number.isNaN(at.getTime()) ? null : at
}

/** How long the payer has; after that the provider takes no money for it any more. */
const payableMinutes = 30
export const payableUntil = (created: Date): Date => new Date(created.getTime() + payableMinutes * 60_000)
