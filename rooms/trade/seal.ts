import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '#base/config'

/**
 * What holds an ID number is encrypted with AES-256-GCM under keys of its own: derived by HKDF-SHA256 from ENISHI_TRADE_KEY or, without
 * it, from the installation's secret, each with its own label. `about` (an id) is authenticated too, so that a sealed text can't be moved
 * to another row. A text that was changed, or was sealed under another key, throws.
 */
export interface Seals {
  seal(text: string, about: string): string
  open(sealed: string, about: string): string
  /** A keyed hash: equal for equal texts, and nobody without the key can try numbers. */
  key(text: string): string
}

export function sealsOf(config: Config): Seals {
  const root = config.tradeKey ?? config.secret ?? kept(config)
  const derived = (label: string) => Buffer.from(hkdfSync('sha256', root, 'enishi', `trade ${label} v1`, 32))
  const [vault, hash] = [derived('vault'), derived('person')]
  return {
    seal(text, about) {
      const nonce = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', vault, nonce).setAAD(Buffer.from(about))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return `v1.${Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url')}`
    },
    open(sealed, about) {
      const bytes = Buffer.from(sealed.slice(3), 'base64url')
      const decipher = createDecipheriv('aes-256-gcm', vault, bytes.subarray(0, 12)).setAAD(Buffer.from(about))
      decipher.setAuthTag(bytes.subarray(12, 28))
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    },
    key: text => createHmac('sha256', hash).update(text).digest('base64url'),
  }
}

/** The secret that accounts keeps beside the data; the server has made it before any room starts. */
function kept(config: Config): string {
  mkdirSync(config.dataDir, { recursive: true })
  return readFileSync(join(config.dataDir, 'secret'), 'utf8').trim()
}
