import { type AnyMessage, readMessage, type SentCode, writeMessage } from '#engines/trade'
import type { CustomsPort, OutMessage } from './customs-port.ts'

interface Answer {
  readonly at: Date
  readonly xml: string
}
/** What customs will say to a message; `accept` is what is said unless a test wants otherwise. */
export type Play = 'accept' | 'reject' | 'review' | 'silent'
export interface TestCustoms extends CustomsPort {
  readonly sent: OutMessage[]
  readonly uploads: { sessionID: string; body: string }[]
  /** How the next messages of this code are answered. */
  play(code: SentCode, how: Play): void
}

const stamp = (at: Date): string =>
  new Date(at.getTime() + 8 * 3_600_000)
    .toISOString()
    .replace(/[-:TZ.]/g, '')
    .slice(0, 17)
/** Refused; in manual review. */
const said: Readonly<Partial<Record<Play, string>>> = { reject: '100', review: '300' }
const granted: Readonly<Record<SentCode, string>> = { 311: '120', 411: '120', 511: '120', 621: '800', 623: '399', 625: '399' }

/** Customs in memory: takes every message, answers `after` milliseconds later by a receipt in the official form. For tests and the demo. */
export function createTestCustoms(clock: { now(): Date }, after = 5000): TestCustoms {
  const plays = new Map<SentCode, Play>()
  const answers: Answer[] = []
  const sent: OutMessage[] = []
  const uploads: { sessionID: string; body: string }[] = []
  return {
    name: 'test',
    sent,
    uploads,
    play: (code, how) => void plays.set(code, how),
    async send(message) {
      if (sent.some(m => m.guid === message.guid)) return
      sent.push(message)
      const how = plays.get(message.code) ?? 'accept'
      const at = new Date(clock.now().getTime() + after)
      if (how !== 'silent') answers.push({ at, xml: receipt(message, said[how] ?? granted[message.code], at) })
    },
    async upload(sessionID, body) {
      uploads.push({ sessionID, body })
    },
    async receipts(now, hear) {
      for (const a of answers.filter(a => a.at <= now)) if (await hear(a.xml)) answers.splice(answers.indexOf(a), 1)
    },
  }
}

/** What a receipt repeats of its document, in the schema's order. */
const names: Readonly<Record<SentCode, readonly string[]>> = {
  311: ['ebpCode', 'ebcCode', 'orderNo'],
  411: ['payCode', 'payTransactionId'],
  511: ['logisticsCode', 'logisticsNo'],
  621: ['customsCode', 'ebpCode', 'ebcCode', 'agentCode', 'copNo'],
  623: ['customsCode', 'agentCode', 'ebpCode', 'ebcCode', 'copNo'],
  625: ['customsCode', 'agentCode', 'ebpCode', 'ebcCode', 'copNo'],
}
function receipt(m: OutMessage, status: string, at: Date): string {
  const read = readMessage(m.xml)
  if (!read.ok) throw new Error(`the test customs can't read ${m.code}: ${read.code}`)
  const head = (read.value.bodies[0]?.head ?? {}) as Record<string, string | undefined>
  const own = Object.fromEntries(names[m.code].flatMap(n => (head[n] ? [[n, head[n]]] : [])))
  const number =
    m.code >= 621 ? { preNo: `B${stamp(at)}`, invtNo: head.invtNo ?? `2924${stamp(at).slice(0, 4)}I${stamp(at).slice(-9)}` } : {}
  const body = {
    head: {
      guid: m.guid.toLowerCase(),
      ...own,
      ...number,
      returnStatus: status,
      returnTime: stamp(at),
      returnInfo: status === '100' ? '[Code:1301;Desc:退单]' : `[Code:${status};Desc:回执]`,
    },
    lines: [],
  }
  return writeMessage({ code: m.code + 1, guid: m.guid, version: '1.0', bodies: [body] } as unknown as AnyMessage)
}
