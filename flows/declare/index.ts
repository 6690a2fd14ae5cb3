/** Declare: customs documents of orders to China, from the payment to release, cancellation or return. */
import { generateKeyPairSync } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { House } from '#base/house'
import { type CustomsPort, createFileCustoms, createTestCustoms, keySigner } from '#rooms/trade'
import type { Context, DeclareDoors, Signer } from './doors.ts'
import { subscribe } from './follow-order.ts'
import { sweeper } from './sweep.ts'

export type { DeclareDoors } from './doors.ts'
export { declareRoutes } from './routes.ts'
export { wire as declareWire } from './wire.ts'

export interface Declare {
  readonly context: Context
  /** Sends, hears and tidies; runs every minute by itself, and soon after something has to go. */
  sweep(now: Date): Promise<void>
  /** Opens the subscriptions; the server calls it once. */
  start(): Promise<void>
}

/** `port` replaces what the settings say: the agent's folder, else customs in memory while test payments are on. */
export function createDeclare(house: House, doors: DeclareDoors, port: CustomsPort | null = portOf(house)): Declare {
  const c: Context = { house, ...doors, port, signer: signerOf(house) }
  return { context: c, sweep: sweeper(c), start: () => subscribe(c) }
}

function portOf({ config, clock }: House): CustomsPort | null {
  if (config.customsFolder !== null) return createFileCustoms(config.customsFolder)
  return config.testPayments ? createTestCustoms(clock) : null
}

/** The key beside the agent's folder; for customs in memory one of the moment, made when it first signs: it takes long. */
function signerOf({ config }: House): Signer | null {
  const at = (name: string) => join(config.customsFolder ?? '', name)
  if (config.customsFolder !== null) {
    if (!existsSync(at('signer.pem'))) return null
    const own = readFileSync(at('signer.pem'), 'utf8')
    return keySigner(readFileSync(at('signer.txt'), 'utf8').trim(), () => own)
  }
  if (!config.testPayments) return null
  let pem: string | null = null
  const made = () => generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
  return keySigner('TEST0001', () => (pem ??= made().export({ type: 'pkcs8', format: 'pem' }).toString()))
}
