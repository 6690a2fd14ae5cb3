import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '#base/config'
import { newSecret } from '#base/http'

/** The key that signs sessions: from the environment, or made once and kept beside the data. */
export function withSecret(config: Config): Config & { secret: string } {
  if (config.secret) return { ...config, secret: config.secret }
  mkdirSync(config.dataDir, { recursive: true })
  const file = join(config.dataDir, 'secret')
  if (!existsSync(file)) writeFileSync(file, newSecret(), { mode: 0o600 })
  return { ...config, secret: readFileSync(file, 'utf8').trim() }
}
