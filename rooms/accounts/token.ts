import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { days, type Id, isId } from '#base/kernel'

/** What a session token says. It is signed, not encrypted: it holds ids, never a name or an address. */
export interface Token {
  readonly person: Id<'person'>
  readonly session: string
  readonly member: boolean
  /** Must equal the person's epoch; a password reset raises that and so ends every older token. */
  readonly epoch: number
  /** Milliseconds since 1970. */
  readonly issued: number
  readonly expires: number
}
export const guestLife = days(365)
export const memberLife = days(30)
/** Apps and scripts can't take a renewed cookie, so their tokens live longer. */
export const bearerLife = days(365)
/** A cookie older than this is renewed with the next answer. */
export const renewAfter = days(1)

/** Tokens whose signature is not computed again, by their text: some 6 MB. */
const believedAtMost = 20_000

export interface Tokens {
  sign(token: Token): string
  /** Null when the text is not a token of ours or has expired. Says nothing about revocation. */
  read(text: string, now: Date): Token | null
}

/** Tokens signed with HMAC-SHA256 by a key derived from the installation's secret. */
export function createTokens(secret: string): Tokens {
  const key = Buffer.from(hkdfSync('sha256', secret, '', 'enishi session v1', 32))
  const believed = new Map<string, Token>()
  const mac = (text: string) => createHmac('sha256', key).update(text).digest()
  return {
    sign(t) {
      const body = Buffer.from(JSON.stringify([t.person, t.session, t.member ? 1 : 0, t.epoch, t.issued, t.expires])).toString(
        'base64url',
      )
      return `e1.${body}.${mac(body).toString('base64url')}`
    },
    read(text, now) {
      const known = believed.get(text)
      if (known) return known.expires > now.getTime() ? known : null
      const [version, body, signature, ...rest] = text.split('.')
      if (version !== 'e1' || !body || !signature || rest.length > 0 || text.length > 600) return null
      const given = Buffer.from(signature, 'base64url')
      const right = mac(body)
      if (given.length !== right.length || !timingSafeEqual(given, right)) return null
      const token = parse(body)
      if (!token) return null
      // A signature that was right stays right; whether the session was ended is asked elsewhere, every time.
      if (believed.size >= believedAtMost) believed.delete(believed.keys().next().value as string)
      believed.set(text, token)
      return token.expires > now.getTime() ? token : null
    },
  }
}

function parse(body: string): Token | null {
  try {
    const [person, session, member, epoch, issued, expires] = JSON.parse(
      Buffer.from(body, 'base64url').toString('utf8'),
    ) as unknown[]
    if (!isId('person', person) || typeof session !== 'string' || typeof epoch !== 'number') return null
    if (typeof issued !== 'number' || typeof expires !== 'number') return null
    return { person, session, member: member === 1, epoch, issued, expires }
  } catch {
    return null
  }
}
