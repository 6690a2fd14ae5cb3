import { AsyncLocalStorage } from 'node:async_hooks'
import { betterAuth } from 'better-auth'
import { type Database, sql } from '#base/db'
import type { Id } from '#base/kernel'
import type { Logger } from '#base/log'
import { type Joined, joinedKysely, type Runner } from './joined.ts'
import { hashPassword, verifyPassword } from './passwords.ts'

/** E-mail addresses, password hashes and reset tokens, kept by better-auth in schema `auth`. Its HTTP handler, cookies and sessions are not used. */
export interface Auth {
  /** Whose address and password these are; null when they are not. Costs the same either way. */
  check(email: string, password: string): Promise<Id<'person'> | null>
  checkOf(person: Id<'person'>, password: string): Promise<boolean>
  /** Within the caller's transaction. A known address is a unique violation of `user_email_key`. */
  create(trx: Runner, account: { person: Id<'person'>; email: string; name: string; hash: string }): Promise<void>
  remove(trx: Runner, person: Id<'person'>): Promise<void>
  /** A token that works once, for an hour; null when nobody has this address. The table holds its hash only. */
  resetToken(email: string): Promise<{ person: Id<'person'>; token: string } | null>
  /** Within the caller's transaction: spends the token and sets the password; null when it is not good. */
  reset(trx: Runner, token: string, password: string): Promise<Id<'person'> | null>
}

export const resetSeconds = 3600

interface Asking {
  token: string | null
  person: string | null
}
/** better-auth on our database. It hands a reset token to a callback; the request that waits for it is found by its own async context. */
function library(kysely: Joined['kysely'], asking: AsyncLocalStorage<Asking>, secret: string, publicUrl: string, logger: Logger) {
  return betterAuth({
    secret,
    baseURL: publicUrl,
    telemetry: { enabled: false },
    logger: { disabled: false, level: 'error', log: (_level, message) => logger.error({ from: 'better-auth' }, message) },
    database: { db: kysely, type: 'postgres', transaction: true, schemaName: 'auth' },
    advanced: { database: { validateSchema: false } },
    verification: { storeIdentifier: 'hashed' },
    emailAndPassword: {
      enabled: true,
      autoSignIn: false,
      minPasswordLength: 8,
      maxPasswordLength: 400,
      resetPasswordTokenExpiresIn: resetSeconds,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
      sendResetPassword: async ({ user, token }) => {
        const request = asking.getStore()
        if (request) Object.assign(request, { token, person: user.id })
      },
    },
  })
}

export function createAuth(db: Database, secret: string, publicUrl: string, logger: Logger): Auth {
  const pool = db.tables<never>()
  const joined = joinedKysely(pool)
  const asking = new AsyncLocalStorage<Asking>()
  const auth = library(joined.kysely, asking, secret, publicUrl, logger)
  return {
    async check(email, password) {
      const { internalAdapter } = await auth.$context
      const found = await internalAdapter.findUserByEmail(email, { includeAccounts: true })
      const stored = found?.accounts.find(a => a.providerId === 'credential')?.password ?? null
      return (await verifyPassword(stored, password)) && found ? (found.user.id as Id<'person'>) : null
    },
    async checkOf(person, password) {
      const account = await (await auth.$context).internalAdapter.findCredentialAccount(person)
      return verifyPassword(account?.password ?? null, password)
    },
    create: (trx, { person, email, name, hash }) =>
      joined.within(trx, async () => {
        const { internalAdapter } = await auth.$context
        await internalAdapter.createUser({ id: person, email, name, emailVerified: false }, { method: 'email-password' })
        await internalAdapter.linkAccount({ userId: person, providerId: 'credential', accountId: person, password: hash })
      }),
    async remove(trx, person) {
      await trx.executeQuery(sql`delete from auth.verification where value = ${person}`.compile(pool))
      await trx.executeQuery(sql`delete from auth."user" where id = ${person}`.compile(pool))
    },
    async resetToken(email) {
      const request: Asking = { token: null, person: null }
      await asking.run(request, () => auth.api.requestPasswordReset({ body: { email } }))
      return request.token && request.person ? { person: request.person as Id<'person'>, token: request.token } : null
    },
    reset: (trx, token, newPassword) =>
      joined.within(trx, async () => {
        const { internalAdapter } = await auth.$context
        const row = await internalAdapter.findVerificationValue(`reset-password:${token}`)
        if (!row) return null
        try {
          await auth.api.resetPassword({ body: { token, newPassword } })
          return row.value as Id<'person'>
        } catch (error) {
          if ((error as { body?: { code?: string } }).body?.code === 'INVALID_TOKEN') return null
          throw error
        }
      }),
  }
}
