import { expect, test } from 'vitest'
import { days, money, must } from '../../../base/kernel/index.ts'
import { applyForCancel, applyForReturn, messageFaults, type ReturnRequest, returnDeadlines } from '../index.ts'
import { documents, guids, now } from './testing.ts'

const releasedAt = new Date('2026-03-02T15:59:59Z') // the last second of 2 March in Beijing
const request = (change: Partial<ReturnRequest> = {}): ReturnRequest => ({
  list: documents().list,
  invtNo: '29242026I000000001',
  preNo: 'B20260302000000001',
  releasedAt,
  lines: [{ gnum: '1', quantity: 1n }],
  returnedBefore: {},
  reason: '尺寸不合',
  guid: guids.order,
  applicationNo: 'BACK0001',
  ...change,
})

test('a return is applied for until the end of the 30th Beijing day after release, and back by that of the 45th', () => {
  const { applyBy, backBy } = returnDeadlines(releasedAt)
  expect(applyBy).toEqual(new Date('2026-04-01T15:59:59.999Z'))
  expect(backBy).toEqual(new Date('2026-04-16T15:59:59.999Z'))
  expect(returnDeadlines(new Date('2026-03-02T16:00:00Z')).applyBy).toEqual(new Date(applyBy.getTime() + days(1)))
  expect(applyForReturn(request(), applyBy).ok).toBe(true)
  expect(applyForReturn(request(), new Date(applyBy.getTime() + 1))).toMatchObject({ ok: false, code: 'return_too_late' })
})

test('the application names list, buyer and goods, fits its schema and says by how much the quota is restored', () => {
  const { message, value, backBy } = must(
    applyForReturn(
      request({
        lines: [
          { gnum: '1', quantity: 2n },
          { gnum: '2', quantity: 1n },
        ],
      }),
      now,
    ),
  )
  expect(messageFaults(message)).toEqual([])
  expect(message.bodies[0]?.head).toMatchObject({
    orderNo: 'ord_7F3K',
    invtNo: '29242026I000000001',
    copNo: 'BACK0001',
    reason: '尺寸不合',
  })
  expect(message.bodies[0]?.lines).toEqual([
    { gnum: '1', gcode: '6912001000', gname: '萩烧茶杯', qty: '2', unit: '007' },
    { gnum: '2', gcode: '0902101000', gname: '绿茶 "特上" <50g> & 罐', qty: '1', unit: '122' },
  ])
  expect(value).toEqual(money(30000, 'CNY'))
  expect(backBy).toEqual(returnDeadlines(releasedAt).backBy)
})

test('no line comes back more often than it went', () => {
  const code = (change: Partial<ReturnRequest>) => {
    const applied = applyForReturn(request(change), now)
    return applied.ok ? 'ok' : applied.code
  }
  expect(code({ lines: [{ gnum: '1', quantity: 1n }], returnedBefore: { 1: 1n } })).toBe('ok')
  expect(code({ lines: [{ gnum: '1', quantity: 2n }], returnedBefore: { 1: 1n } })).toBe('return_lines_invalid')
  for (const lines of [
    [],
    [{ gnum: '1', quantity: 0n }],
    [{ gnum: '1', quantity: -1n }],
    [{ gnum: '9', quantity: 1n }],
    [
      { gnum: '1', quantity: 1n },
      { gnum: '1', quantity: 1n },
    ],
  ])
    expect(code({ lines })).toBe('return_lines_invalid')
})

test('goods that customs has not released are cancelled, not returned', () => {
  expect(applyForReturn(request({ releasedAt: null }), now)).toMatchObject({ ok: false, code: 'return_not_released' })
  expect(applyForReturn(request({ invtNo: null }), now)).toMatchObject({ ok: false, code: 'return_not_released' })
  const cancel = applyForCancel(
    { list: documents().list, invtNo: 'I1', preNo: null, reason: '买家取消', guid: guids.list, applicationNo: 'CANCEL01' },
    now,
  )
  expect(messageFaults(cancel)).toEqual([])
  expect(cancel.bodies[0]?.head).toMatchObject({ invtNo: 'I1', copNo: 'CANCEL01', buyerIdNumber: '11010519491231002X' })
})
