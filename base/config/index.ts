import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { ok, type Result, refuse } from '#base/kernel'
import { type Config, type Setting, settings } from './settings.ts'

export { type Config, settings } from './settings.ts'

/**
 * Reads every setting once: environment first, then `enishi.config.json` in the working folder, then the default.
 * Unknown keys of the file and values of the wrong kind are refused by name, so that a typo is not a silent default.
 */
export function readConfig(
  env: Readonly<Record<string, string | undefined>>,
  file: Readonly<Record<string, unknown>> = {},
): Result<Config, 'invalid_request'> {
  const problems: string[] = []
  for (const key of Object.keys(file)) if (!Object.hasOwn(settings, key)) problems.push(`${key}: no such setting`)
  const values = Object.entries(settings).map(([key, setting]) => {
    const raw = env[setting.env] ?? file[key]
    const value = raw === undefined || raw === '' ? { ok: true as const, value: setting.fallback } : parse(setting, raw)
    if (!value.ok) problems.push(`${setting.env}: ${value.message}`)
    return [key, value.ok ? value.value : null]
  })
  const config = Object.fromEntries(values) as Config
  if (config.secret !== null && config.secret.length < 32) problems.push('ENISHI_SECRET: at least 32 characters')
  if (config.stripeKey !== null && config.stripeWebhookSecret === null)
    problems.push('ENISHI_STRIPE_WEBHOOK_SECRET: needed with ENISHI_STRIPE_KEY, or nobody learns that money came')
  if (problems.length > 0) return refuse('invalid_request', problems.join('; '), { problems })
  return ok({
    ...config,
    dataDir: resolve(config.dataDir),
    weightsFile: resolve(config.weightsFile),
    publicUrl: (config.publicUrl ?? `http://localhost:${config.port}`).replace(/\/$/, ''),
  })
}

function parse(setting: Setting, raw: unknown): { ok: true; value: string | number | boolean } | { ok: false; message: string } {
  if (setting.kind === 'number') {
    const n = typeof raw === 'number' ? raw : /^\d+$/.test(String(raw)) ? Number(raw) : Number.NaN
    return Number.isInteger(n) && n >= 0 && n <= 65_535
      ? { ok: true, value: n }
      : { ok: false, message: `"${String(raw)}" is not a whole number from 0 to 65535` }
  }
  if (setting.kind === 'flag') {
    const word = String(raw).toLowerCase()
    if (['1', 'true', 'yes', 'on'].includes(word)) return { ok: true, value: true }
    if (['0', 'false', 'no', 'off'].includes(word)) return { ok: true, value: false }
    return { ok: false, message: `"${String(raw)}" is neither true nor false` }
  }
  return typeof raw === 'string' ? { ok: true, value: raw } : { ok: false, message: 'must be a text' }
}

/** The optional file of settings; an absent file is an empty one. */
export function readConfigFile(path: string): Record<string, unknown> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw new Error(`${path}: ${(error as Error).message}`)
  }
}
