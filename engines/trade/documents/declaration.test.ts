import { expect, test } from 'vitest'
import { between, must, pick, type Random, seeded } from '../../../base/kernel/index.ts'
import { applyToDeclaration, type Declaration, type DeclarationEvent, newDeclaration, type Outcome } from './declaration.ts'
import type { ReceiptCode, SentCode } from './messages.ts'
import { documentKey, type Receipt, receiptsOf, standingOf } from './receipts.ts'
import { documents, receiptMessage } from './testing.ts'

const keys: Readonly<Record<SentCode, string>> = { 311: 'p o', 411: 'c t', 511: 'l w', 621: 'L', 623: 'C', 625: 'R' }
let tick = 0
/** Customs' clock: 17 digits, later with every call. */
const later = (): string => String(20_260_302_120_000_000n + BigInt(++tick))
const receipt = (of: SentCode, status: string, at = later()): Receipt => {
  const standing = standingOf((of + 1) as ReceiptCode, status)
  const numbers = { preNo: null, invtNo: of === 621 ? 'I1' : null }
  return { of, key: keys[of], status, standing, at, reason: null, info: '', ...numbers }
}
const sent = (code: SentCode): DeclarationEvent => ({ kind: 'sent', code, key: keys[code] })
const got = (of: SentCode, status: string, at?: string): DeclarationEvent => ({
  kind: 'receipt',
  receipt: receipt(of, status, at),
})

const step = (d: Declaration, event: DeclarationEvent): Declaration => must(applyToDeclaration(d, event)).declaration
const run = (events: readonly DeclarationEvent[], from = newDeclaration()): Declaration => events.reduce(step, from)
const outcome = (d: Declaration, event: DeclarationEvent): Outcome => must(applyToDeclaration(d, event)).outcome

const paid: readonly DeclarationEvent[] = [{ kind: 'paid' }]
const three = [sent(311), sent(411), sent(511)]
const matched = () => run([...paid, ...three, got(311, '120'), got(411, '120'), got(511, '120')])
const released = () => run([sent(621), got(621, '2'), got(621, '120'), got(621, '399'), got(621, '800')], matched())

test('the way of a declaration that meets no trouble', () => {
  expect(run(paid).state).toBe('paid')
  expect(run([...paid, ...three, got(311, '120'), got(411, '120')]).state).toBe('paid')
  expect(matched().state).toBe('matched')
  expect(run([sent(621), got(621, '120')], matched()).state).toBe('sent')
  expect(released().state).toBe('released')
  expect(run([{ kind: 'delivered' }, { kind: 'closed' }], released()).state).toBe('closed')
})

test('a return that leaves something ends where it began, and another one can follow; the last one is the end', () => {
  const part = (key: string, leaves: boolean): DeclarationEvent => ({ kind: 'sent', code: 625, key, leaves })
  const grant = (key: string, status = '399'): DeclarationEvent => ({
    kind: 'receipt',
    receipt: { ...receipt(625, status), key },
  })
  for (const start of [released(), run([{ kind: 'delivered' }], released())]) {
    const asked = run([part('R', true)], start)
    expect([asked.state, applyToDeclaration(asked, part('R2', true)).ok]).toEqual(['returning', false])
    const first = grant('R')
    const one = run([first], asked)
    expect([one.state, outcome(one, first)]).toEqual([start.state, 'duplicate'])
    const refused = run([part('R2', false), first, grant('R2', '100')], one)
    expect([refused.state, refused.documents[625]?.standing]).toEqual([start.state, 'refused'])
    const all = run([part('R2', false), grant('R2')], refused)
    expect([all.state, all.documents[625]?.attempts]).toEqual(['returned', 2])
    expect(outcome(all, first)).toBe('foreign')
  }
})

test('the list is not sent before all three documents are in the books of customs', () => {
  for (const missing of [311, 411, 511] as const) {
    const others = ([311, 411, 511] as const).filter(c => c !== missing).map(c => got(c, '120'))
    const d = run([...paid, ...three, ...others, got(missing, '3')])
    expect(applyToDeclaration(d, sent(621))).toMatchObject({ ok: false, code: 'wrong_state' })
  }
  expect(applyToDeclaration(newDeclaration(), sent(311))).toMatchObject({ ok: false, code: 'wrong_state' })
})

test('a refused document is named with its code, mended and sent again, and old receipts do not refuse it twice', () => {
  const refusal = got(411, '-411002')
  const rejected = run([...paid, ...three, got(311, '120'), got(511, '120'), refusal])
  expect(rejected).toMatchObject({ state: 'rejected', documents: { 411: { standing: 'refused', status: '-411002' } } })
  const again = run([sent(411)], rejected)
  expect(again).toMatchObject({ state: 'paid', documents: { 411: { attempts: 2 } } })
  expect(outcome(again, refusal)).toBe('stale')
  expect(run([refusal, got(411, '120'), refusal], again).state).toBe('matched')
})

test('a refused list is sent again as it is, or after the document that was wrong is changed', () => {
  const rejected = run([sent(621), got(621, '100')], matched())
  expect(rejected.state).toBe('list_rejected')
  expect(run([sent(621), got(621, '800')], rejected).state).toBe('released')
  const mended = run([sent(311)], rejected)
  expect(mended.state).toBe('paid')
  expect(run([got(311, '120'), sent(621), got(621, '899')], mended).state).toBe('released')
})

test('a list may be cancelled until it is released; a cancellation that is refused changes nothing', () => {
  const under = run([sent(621), got(621, '120')], matched())
  expect(run([sent(623), got(623, '120')], under).state).toBe('cancelling')
  expect(run([sent(623), got(623, '399')], under).state).toBe('cancelled')
  expect(run([sent(623), got(623, '100')], under).state).toBe('sent')
  expect(run([sent(623), got(621, '800'), got(623, '100')], under).state).toBe('released')
  expect(applyToDeclaration(released(), sent(623))).toMatchObject({ ok: false, code: 'wrong_state' })
  expect(run([{ kind: 'abandoned' }], matched()).state).toBe('cancelled')
  expect(applyToDeclaration(under, { kind: 'abandoned' })).toMatchObject({ ok: false, code: 'wrong_state' })
})

test('released goods may come back, delivered or not; a refused return may be asked for again', () => {
  expect(run([sent(625), got(625, '399')], released()).state).toBe('returned')
  const refused = run([{ kind: 'delivered' }, sent(625), got(625, '100')], released())
  expect(refused.state).toBe('delivered')
  expect(run([sent(625), got(625, '120'), got(625, '399')], refused).state).toBe('returned')
})

test('a delivery that is told before the release is not forgotten', () => {
  const under = run([sent(621), { kind: 'delivered' }], matched())
  expect(under.state).toBe('sent')
  expect(run([got(621, '800')], under).state).toBe('delivered')
})

test('a receipt twice, of another document or of an unknown status changes nothing', () => {
  const accepted = got(311, '120')
  const d = run([...paid, ...three, accepted])
  expect(outcome(d, accepted)).toBe('duplicate')
  expect(outcome(d, got(621, '800'))).toBe('foreign')
  const other = receipt(311, '100')
  expect(outcome(d, { kind: 'receipt', receipt: { ...other, key: 'p another' } })).toBe('foreign')
  expect(outcome(d, got(311, '1399'))).toBe('unknown')
  for (const event of [accepted, got(621, '800'), got(311, '1399')]) expect(step(d, event)).toEqual(d)
})

test('the release counts from its earliest receipt, in whichever order they come', () => {
  const under = run([sent(621)], matched())
  const [first, second] = [got(621, '800'), got(621, '899')]
  const at = first.kind === 'receipt' ? first.receipt.at : ''
  for (const order of [
    [first, second],
    [second, first],
    [second, first, second],
  ])
    expect(run(order, under)).toMatchObject({ state: 'released', releasedAt: at, invtNo: 'I1' })
})

test('receipts are told from messages by the keys of the documents that they answer', () => {
  const { order, payment, waybill, list } = documents()
  const pairs = [
    [311, documentKey(311, order.bodies[0]!.head)],
    [411, documentKey(411, payment.bodies[0]!.head)],
    [511, documentKey(511, waybill.bodies[0]!.head)],
    [621, documentKey(621, list.bodies[0]!.head)],
  ] as const
  for (const [of, key] of pairs) {
    const [told] = receiptsOf(receiptMessage(of, '-12', '20260302123000123'))
    expect(told).toMatchObject({ of, key, status: '-12', standing: 'refused', reason: '12', at: '20260302123000123' })
  }
  expect(receiptsOf(order)).toEqual([])
  expect(new Set(pairs.map(([, key]) => key)).size).toBe(4)
})

test('120 is the books for a document and only a logic check for a list, a cancellation and a return', () => {
  expect([312, 412, 512, 622, 624, 626].map(code => standingOf(code as 312, '120'))).toEqual([
    'accepted',
    'accepted',
    'accepted',
    'pending',
    'pending',
    'pending',
  ])
  expect(['500', '599', '4', '-1', '1399', 'toString', ''].map(s => standingOf(622, s))).toEqual([
    'held',
    'held',
    'refused',
    'refused',
    null,
    null,
    null,
  ])
})

/** What customs decides of one attempt, as the receipts that it writes, oldest first. */
function decide(random: Random, of: SentCode, grant: boolean): DeclarationEvent[] {
  const way = ['2', '3'].filter(() => random() < 0.8)
  if (!grant) return [...way, pick(random, ['100', '4', '-311001', '-1'])].map(s => got(of, s))
  if (of === 621)
    return [...way, '120', ...(random() < 0.2 ? ['500'] : []), '399', '800', ...(random() < 0.5 ? ['899'] : [])].map(s =>
      got(of, s),
    )
  return [...way, '120', ...(of >= 623 || random() < 0.3 ? ['399'] : [])].map(s => got(of, s))
}

/** Some of the events doubled, some old ones among them, all shuffled. */
function muddle(random: Random, fresh: readonly DeclarationEvent[], old: readonly DeclarationEvent[]): DeclarationEvent[] {
  const all = [...fresh, ...fresh.filter(() => random() < 0.3), ...old.filter(() => random() < 0.3)]
  for (let i = all.length - 1; i > 0; i--) {
    const k = between(random, 0, i)
    ;[all[i], all[k]] = [all[k] as DeclarationEvent, all[i] as DeclarationEvent]
  }
  return all
}

test('2,000 random lives: with receipts late, doubled and shuffled, every one ends where customs decided', () => {
  const seed = 20_260_302
  const ends = new Map<string, number>()
  for (let life = 0; life < 2_000; life++) {
    const random = seeded(seed + life)
    const end = live(random, `seed ${seed + life}`)
    ends.set(end, (ends.get(end) ?? 0) + 1)
  }
  for (const end of ['cancelled', 'returned', 'closed', 'delivered']) expect(ends.get(end) ?? 0, end).toBeGreaterThan(50)
})

/** One life; checks after every phase that the state is the one that customs decided, and returns the last. */
function live(random: Random, name: string): string {
  const old: DeclarationEvent[] = []
  let d = run(paid)
  const phase = (decided: readonly DeclarationEvent[], expected: Declaration['state']) => {
    for (const event of muddle(random, decided, old)) d = step(d, event)
    old.push(...decided)
    expect(d.state, `${name} after ${expected}`).toBe(expected)
  }
  d = run(three, d)
  for (let open: readonly SentCode[] = [311, 411, 511]; open.length > 0; ) {
    const refused = open.filter(() => random() < 0.25)
    phase(
      open.flatMap(of => decide(random, of, !refused.includes(of))),
      refused.length > 0 ? 'rejected' : 'matched',
    )
    for (const code of refused) d = step(d, sent(code))
    open = refused
  }
  while (random() < 0.3) {
    d = step(d, sent(621))
    phase(decide(random, 621, false), 'list_rejected')
  }
  d = step(d, sent(621))
  phase([got(621, '2')], 'sent')
  while (random() < 0.3) {
    const grant = random() < 0.5
    d = step(d, sent(623))
    phase(decide(random, 623, grant), grant ? 'cancelled' : 'sent')
    if (grant) return d.state
  }
  phase(decide(random, 621, true), 'released')
  if (random() < 0.7) d = step(d, { kind: 'delivered' })
  const at = d.state
  while (random() < 0.5) {
    const grant = random() < 0.5
    d = step(d, sent(625))
    phase(decide(random, 625, grant), grant ? 'returned' : at)
    if (grant) return d.state
  }
  if (random() < 0.5) d = step(d, { kind: 'closed' })
  phase([], d.state)
  return d.state
}

test('whatever events come, in any order, the state is one of the table and final states stay', () => {
  const seed = 625
  const random = seeded(seed)
  const codes = [311, 411, 511, 621, 623, 625] as const
  for (let life = 0; life < 500; life++) {
    let d = newDeclaration()
    for (let i = 0; i < 40; i++) {
      const events: DeclarationEvent[] = [
        { kind: 'paid' },
        { kind: 'delivered' },
        { kind: 'abandoned' },
        { kind: 'closed' },
        sent(pick(random, codes)),
      ]
      const odd = got(
        pick(random, codes),
        pick(random, ['2', '100', '120', '399', '800', '-1', '700', '1399']),
        random() < 0.5 ? later() : '20260101000000000',
      )
      const applied = applyToDeclaration(d, random() < 0.6 ? odd : pick(random, events))
      if (applied.ok && ['cancelled', 'returned', 'closed'].includes(d.state))
        expect(applied.value.declaration.state, `seed ${seed}`).toBe(d.state)
      if (applied.ok) d = applied.value.declaration
    }
  }
})
