import type { Database } from '#base/db'
import type { House } from '#base/house'
import type { PaymentProvider } from './provider.ts'
import type { PaymentTables } from './store.ts'

/** What this room's actions work with. */
export interface Context {
  readonly house: House
  readonly providers: readonly PaymentProvider[]
}

export const tables = (house: { db: Database }) => house.db.tables<PaymentTables>()
export const providerOf = (c: Context, name: string): PaymentProvider => {
  const provider = c.providers.find(p => p.name === name)
  if (!provider) throw new Error(`payment provider ${name} is not configured`)
  return provider
}

/** Who takes this currency this way; the first of the settings that does. */
export const providerFor = (c: Context, method: string, currency: string): PaymentProvider | undefined =>
  c.providers.find(p => p.methods.includes(method) && p.traits.takes(method, currency))

/** PostgreSQL's code of a broken unique index. */
export const isDuplicate = (error: unknown): boolean => (error as { code?: string }).code === '23505'
