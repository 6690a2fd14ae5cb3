import type { EventName, LoggedEvent } from '#base/catalogue'
import { handlers } from './handlers.ts'
import type { State } from './state.ts'

const idsKept = 32_768
/** A leap that was refused this often in a row was no mistake. */
const leapsBelieved = 100

const isText = (x: unknown): x is string => typeof x === 'string' && x.length > 0 && x.length <= 200
const isObject = (x: unknown): x is Record<string, unknown> => typeof x === 'object' && x !== null

/** True when the envelope can be trusted to have the types of the catalogue. */
function wellFormed(event: unknown): event is LoggedEvent {
  return (
    isObject(event) &&
    typeof event.position === 'bigint' &&
    isText(event.id) &&
    typeof event.name === 'string' &&
    event.at instanceof Date &&
    Number.isFinite(event.at.getTime()) &&
    (event.person === null || isText(event.person)) &&
    isObject(event.subject) &&
    isText(event.subject.id) &&
    isObject(event.data)
  )
}

/** Learned before, by position or by id. */
function repeated(s: State, event: LoggedEvent): boolean {
  if (event.position <= s.position || s.recentIds.has(event.id) || s.olderIds.has(event.id)) return true
  s.position = event.position
  s.recentIds.add(event.id)
  if (s.recentIds.size >= idsKept) {
    s.olderIds = s.recentIds
    s.recentIds = new Set()
  }
  return false
}

/** Time may run backwards (the event counts as old) or leap; an absurd leap is refused until it is repeated. */
function believable(s: State, time: number): boolean {
  if (s.now === 0 || time <= s.now + s.config.maxLeapMs) {
    s.leaps = 0
    return true
  }
  return ++s.leaps > leapsBelieved
}

/** One event of the log, in order. Learned once however often it comes; nothing that comes is a crash. */
export function learn(s: State, event: LoggedEvent): void {
  if (!wellFormed(event)) {
    s.damped.malformed++
    return
  }
  if (repeated(s, event)) {
    s.damped.duplicate++
    return
  }
  const time = event.at.getTime()
  if (!believable(s, time)) {
    s.damped.clock++
    return
  }
  if (time > s.now) s.now = time
  s.events++
  s.learned.tick(s.now)
  const handler = Object.hasOwn(handlers, event.name) ? handlers[event.name] : undefined
  if (handler && !(handler as (s: State, e: LoggedEvent<EventName>, time: number) => boolean)(s, event, time))
    s.damped.malformed++
}
