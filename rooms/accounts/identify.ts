import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Caller, CodedError } from '#base/http'
import { type Id, type Language, newId } from '#base/kernel'
import { heldCookie, heldNote, heldSeconds } from './held.ts'
import { type Facts, strangerFacts } from './person.ts'
import type { Room } from './room.ts'
import { languageOf } from './rules.ts'
import { insertSession } from './session-store.ts'
import { bearerLife, guestLife, memberLife, renewAfter, type Token } from './token.ts'

export const cookieName = 'enishi'

/** Who calls: by Bearer, else by cookie, else a guest made now. No statement is sent while the person's facts are in memory. */
export async function identify(room: Room, request: FastifyRequest, reply: FastifyReply, create: boolean): Promise<Caller> {
  await room.ready()
  const now = room.house.clock.now()
  const header = request.headers.authorization
  if (header !== undefined) {
    const known = await recognise(room, /^Bearer +(\S+)$/i.exec(header)?.[1], now)
    if (!known) throw new CodedError('sign_in_required', 'This token is not valid, has expired or was ended')
    return arrive(room, request, known.token, { facts: known.facts, fresh: false, held: null })
  }
  const cookie = request.cookies?.[cookieName]
  const known = await recognise(room, cookie, now)
  const kept = room.held.read(request.cookies?.[heldCookie])
  if (known) {
    if (now.getTime() - known.token.issued > renewAfter) await renew(room, reply, known.token, now)
    return arrive(room, request, known.token, { facts: known.facts, fresh: false, held: kept })
  }
  const held = kept ?? (await holdEnded(room, reply, cookie, now))
  const token = newGuest(now)
  if (create) {
    greet(room, token)
    keepSession(room, reply, token, now)
  }
  return arrive(room, request, token, { facts: strangerFacts, fresh: true, held })
}

/** A session that was ended from elsewhere is signed out too: a suspended person's browser keeps the note that signing out leaves. */
async function holdEnded(room: Room, reply: FastifyReply, cookie: string | undefined, now: Date): Promise<Id<'person'> | null> {
  const ended = cookie === undefined ? null : room.tokens.read(cookie, now)
  if (!ended || (await room.facts.get(ended.person)).erased) return null
  const note = await heldNote(room, ended)
  if (note === null) return null
  writeCookie(room, reply, heldCookie, note, heldSeconds)
  return ended.person
}

/** A token that is ours, still good and of a person who is what it says. */
async function recognise(room: Room, text: string | undefined, now: Date): Promise<{ token: Token; facts: Facts } | null> {
  const token = text === undefined ? null : room.tokens.read(text, now)
  if (!token || room.revoked.has(token.session)) return null
  const facts = await room.facts.get(token.person)
  // A guest's token is no key to the account that the guest became: who had seen it would be inside.
  return facts.member === token.member && facts.epoch === token.epoch && !facts.erased ? { token, facts } : null
}

function newGuest(now: Date): Token {
  const issued = now.getTime()
  const person = newId('person', now)
  return { person, session: newId('session', now), member: false, epoch: 0, issued, expires: issued + guestLife }
}
/** Known to be a stranger without asking the database: nobody else can have this id. */
const greet = (room: Room, token: Token) => room.facts.set(token.person, strangerFacts)

export function guestToken(room: Room, now: Date): Token {
  const token = newGuest(now)
  greet(room, token)
  return token
}

interface Known {
  readonly facts: Facts
  readonly fresh: boolean
  readonly held: Id<'person'> | null
}
function arrive(room: Room, request: FastifyRequest, token: Token, { facts, fresh, held }: Known): Caller {
  const caller = callerOf(token.person, token.session, facts, languageOf(request.headers['accept-language']))
  const agent = String(request.headers['user-agent'] ?? '').slice(0, 300)
  room.arrivals.set(caller, { agent, fresh, expires: token.expires, held })
  return caller
}

export const callerOf = (person: Id<'person'>, session: string, facts: Facts, wish: Language): Caller => ({
  person,
  session,
  member: facts.member,
  operator: facts.operator,
  creator: facts.creator,
  shops: facts.shops,
  language: facts.language ?? wish,
  personalised: facts.personalised,
})

/** The session stays; only its end moves. Once a day a cookie, so this is not on the hot path. */
async function renew(room: Room, reply: FastifyReply, old: Token, now: Date): Promise<void> {
  const issued = now.getTime()
  const token = { ...old, issued, expires: issued + (old.member ? memberLife : guestLife) }
  keepSession(room, reply, token, now)
  if (token.member)
    await room.db
      .updateTable('accounts.sessions')
      .set({ expires: new Date(token.expires) })
      .where('session', '=', token.session)
      .where('revoked', '=', false)
      .execute()
}

const keepSession = (room: Room, reply: FastifyReply, token: Token, now: Date): void =>
  writeCookie(room, reply, cookieName, room.tokens.sign(token), Math.floor((token.expires - now.getTime()) / 1000))

function writeCookie(room: Room, reply: FastifyReply, name: string, value: string, maxAge: number): void {
  void reply.setCookie(name, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    maxAge,
    secure: room.house.config.publicUrl.startsWith('https:'),
  })
}

/** A new session of a member, written within the caller's transaction. */
export async function openSession(
  room: Room,
  trx: Room['db'],
  member: { person: Id<'person'>; epoch: number; agent: string; bearer: boolean },
): Promise<{ text: string; token: Token; maxAge: number }> {
  const now = room.house.clock.now()
  const life = member.bearer ? bearerLife : memberLife
  const token: Token = {
    person: member.person,
    session: newId('session', now),
    member: true,
    epoch: member.epoch,
    issued: now.getTime(),
    expires: now.getTime() + life,
  }
  await insertSession(trx, {
    session: token.session,
    person: token.person,
    created: now,
    expires: new Date(token.expires),
    agent: member.agent,
  })
  return { text: room.tokens.sign(token), token, maxAge: Math.floor(life / 1000) }
}
