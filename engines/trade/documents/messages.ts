import {
  baseTransfer,
  type Field,
  faultOf,
  inventoryHead,
  inventoryList,
  inventoryReturn,
  logisticsHead,
  logisticsReturn,
  orderHead,
  orderList,
  orderReturn,
  paymentHead,
  paymentReturn,
  type Row,
  refundList,
  withdrawal,
  withdrawalReturn,
} from './fields.ts'

/** The namespace of every message of the China Single Window for cross-border e-commerce. */
export const cebNamespace = 'http://www.chinaport.gov.cn/ceb'

/** At most so many documents a message, and so many goods a document. */
export const limits = { bodies: 100, lines: 99 } as const

interface Shape {
  /** The element around head and list; null: the head stands alone. */
  readonly body: string | null
  readonly head: string
  readonly fields: readonly Field[]
  readonly list: string | null
  readonly lines: readonly Field[]
  /** Whether `BaseTransfer`, the sender's envelope, must close the message; in a receipt it may. */
  readonly transfer: boolean
}
const sent = { transfer: true } as const
const flat = { body: null, list: null, lines: [], transfer: false } as const

/** Every message that we write or read: what it is called inside, in order. */
export const shapes = {
  311: { ...sent, body: 'Order', head: 'OrderHead', fields: orderHead, list: 'OrderList', lines: orderList },
  411: { ...sent, body: 'Payment', head: 'PaymentHead', fields: paymentHead, list: null, lines: [] },
  511: { ...sent, body: 'Logistics', head: 'LogisticsHead', fields: logisticsHead, list: null, lines: [] },
  621: { ...sent, body: 'Inventory', head: 'InventoryHead', fields: inventoryHead, list: 'InventoryList', lines: inventoryList },
  623: { ...sent, body: null, head: 'InvtCancel', fields: withdrawal, list: null, lines: [] },
  625: { ...sent, body: 'InvtRefund', head: 'InvtRefundHead', fields: withdrawal, list: 'InvtRefundList', lines: refundList },
  312: { ...flat, head: 'OrderReturn', fields: orderReturn },
  412: { ...flat, head: 'PaymentReturn', fields: paymentReturn },
  512: { ...flat, head: 'LogisticsReturn', fields: logisticsReturn },
  622: { ...flat, head: 'InventoryReturn', fields: inventoryReturn },
  624: { ...flat, head: 'InvtCancelReturn', fields: withdrawalReturn },
  626: { ...flat, head: 'InvtRefundReturn', fields: withdrawalReturn },
} as const satisfies Record<string, Shape>

type Shapes = typeof shapes
/** 311 order, 411 payment, 511 waybill, 621 list, 623 cancel, 625 return; and the receipt of each, one higher. */
export type MessageCode = keyof Shapes
export type ReceiptCode = 312 | 412 | 512 | 622 | 624 | 626
export type SentCode = Exclude<MessageCode, ReceiptCode>

/** One document: its head and, where it has goods, its lines. */
export interface Body<C extends MessageCode> {
  readonly head: Row<Shapes[C]['fields']>
  readonly lines: readonly Row<Shapes[C]['lines']>[]
}
export type Transfer = Row<typeof baseTransfer>

/** A whole message. `guid` is 36 characters, letters in capitals; `version` is 1.0. */
export interface Message<C extends MessageCode = MessageCode> {
  readonly code: C
  readonly guid: string
  readonly version: string
  readonly bodies: readonly Body<C>[]
  /** Who sends the message; receipts mostly come without. */
  readonly transfer?: Transfer
}
/** A message of which only the code says what is in it. */
export type AnyMessage = { [C in MessageCode]: Message<C> }[MessageCode]

export const shapeOf = (code: MessageCode): Shape => shapes[code]
export const rootOf = (code: MessageCode): string => `CEB${code}Message`
export const isReceipt = (code: MessageCode): code is ReceiptCode => !shapes[code].transfer

/** One fault of a field: where it stands (`Order[1]/OrderHead/orderNo`) and what it is; never the value, which may be personal. */
export interface FieldFault {
  readonly path: string
  readonly fault: string
}

type Values = Readonly<Record<string, string | undefined>>

function rowFaults(path: string, fields: readonly Field[], row: Values): FieldFault[] {
  const known = new Set(fields.map(f => f.name))
  const faults: FieldFault[] = Object.keys(row).flatMap(name =>
    known.has(name) ? [] : [{ path: `${path}/${name}`, fault: 'unknown' }],
  )
  for (const { name, mandatory, rule } of fields) {
    const value = row[name]
    const fault = value === undefined ? (mandatory ? 'missing' : null) : faultOf(rule, value)
    if (fault) faults.push({ path: `${path}/${name}`, fault })
  }
  return faults
}

/** Everything in a message that the schema would not take, field by field; empty when it is valid. */
export function messageFaults(message: AnyMessage): FieldFault[] {
  const shape = shapeOf(message.code)
  const faults: FieldFault[] = []
  const between = (path: string, n: number, most: number) => {
    if (n < 1 || n > most) faults.push({ path, fault: 'number' })
  }
  if ([...message.guid].length !== 36 || faultOf({ kind: 'text', min: 36, max: 36 }, message.guid))
    faults.push({ path: '@guid', fault: 'text' })
  if (faultOf({ kind: 'text', min: 1, max: 10 }, message.version)) faults.push({ path: '@version', fault: 'text' })
  between(shape.body ?? shape.head, message.bodies.length, limits.bodies)
  message.bodies.forEach((body, i) => {
    const at = shape.body ? `${shape.body}[${i + 1}]/${shape.head}` : `${shape.head}[${i + 1}]`
    faults.push(...rowFaults(at, shape.fields, body.head as Values))
    if (shape.list) between(`${shape.body}[${i + 1}]/${shape.list}`, body.lines.length, limits.lines)
    body.lines.forEach((line, k) => {
      faults.push(...rowFaults(`${shape.body}[${i + 1}]/${shape.list}[${k + 1}]`, shape.lines, line as Values))
    })
  })
  if (shape.transfer || message.transfer)
    faults.push(...rowFaults('BaseTransfer', baseTransfer, (message.transfer ?? {}) as Values))
  return faults
}
