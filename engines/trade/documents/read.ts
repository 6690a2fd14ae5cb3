import { SaxesParser, type SaxesTagNS } from 'saxes'
import { ok, type Result, refuse } from '../../../base/kernel/index.ts'
import { baseTransfer, type Field } from './fields.ts'
import { type AnyMessage, cebNamespace, type MessageCode, messageFaults, shapeOf, shapes } from './messages.ts'

/** An element with its children, or with its text. */
interface Element {
  readonly name: string
  readonly foreign: boolean
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** No message of ours or of customs comes near it: 100 documents with 99 lines each are below 20 MB. */
const sizeLimit = 32_000_000
/** A signature with its certificate chain is the deepest part, and half of this. */
const depthLimit = 32

/** Parts that a message may carry after its documents and that we have no use for: the signature, subscriptions, extensions. */
const skipped = new Set(['BaseSubscribe', 'ExtendMessage', 'Signature'])

const at = (where: string, fault: string) =>
  refuse('document_malformed', `The customs message does not hold: ${fault}`, { path: where, fault })
type Malformed = ReturnType<typeof at>

/**
 * Reads a message of the codes in `MessageCode`. Names, namespace, order, numbers and values are those of the schema; white space
 * between elements is passed over, as are signature, subscriptions and extensions behind the documents. Refuses `document_malformed`
 * with `{path, fault}`, never with a value. A document type is refused, and with it every entity of the text's own.
 */
export function readMessage(xml: string): Result<AnyMessage, 'document_malformed'> {
  if (xml.length > sizeLimit) return at('', 'too large')
  const tree = parse(xml)
  if ('ok' in tree) return tree
  const code = Number(/^CEB(\d{3})Message$/.exec(tree.name)?.[1])
  if (tree.foreign || !Object.hasOwn(shapes, code)) return at(tree.name, 'root')
  const message = collect(tree, code as MessageCode)
  if ('ok' in message) return message
  const [fault] = messageFaults(message)
  return fault ? at(fault.path, fault.fault) : ok(message)
}

function parse(xml: string): Element | Malformed {
  const parser = new SaxesParser({ xmlns: true })
  const top: Element = { name: '', foreign: false, attributes: {}, children: [], text: '' }
  const open = [top]
  const state: { fault: string | null } = { fault: null }
  parser.on('doctype', () => {
    state.fault = 'document type'
  })
  parser.on('error', () => {
    state.fault ??= 'not well-formed'
  })
  parser.on('opentag', tag => {
    const element = elementOf(tag)
    open.at(-1)?.children.push(element)
    open.push(element)
    if (open.length > depthLimit) state.fault ??= 'too deep'
  })
  const add = (text: string) => {
    const element = open.at(-1)
    if (element) element.text += text
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => {
    open.pop()
  })
  try {
    parser.write(xml).close()
  } catch {
    state.fault ??= 'not well-formed'
  }
  const root = top.children[0]
  return state.fault || !root ? at(`line ${parser.line}`, state.fault ?? 'empty') : root
}

function elementOf(tag: SaxesTagNS): Element {
  const attributes = Object.values(tag.attributes)
    .filter(a => a.uri !== 'http://www.w3.org/2000/xmlns/' && a.uri !== 'http://www.w3.org/2001/XMLSchema-instance')
    .map(a => [a.name, a.value] as const)
  return {
    name: tag.local,
    foreign: tag.uri !== cebNamespace,
    attributes: Object.fromEntries(attributes),
    children: [],
    text: '',
  }
}

const isBlank = (text: string) => /^[ \t\r\n]*$/.test(text)

function collect(root: Element, code: MessageCode): AnyMessage | Malformed {
  const shape = shapeOf(code)
  const { guid, version, ...others } = root.attributes
  if (guid === undefined || version === undefined || Object.keys(others).length > 0) return at(root.name, 'attributes')
  if (!isBlank(root.text)) return at(root.name, 'text')
  const name = shape.body ?? shape.head
  const behind = root.children.findIndex(c => c.foreign || c.name !== name)
  const documents = behind < 0 ? root.children : root.children.slice(0, behind)
  const [first, ...rest] = behind < 0 ? [] : root.children.slice(behind)
  const transfer = first && !first.foreign && first.name === 'BaseTransfer' ? first : undefined
  const odd = [...(transfer ? [] : first ? [first] : []), ...rest].find(c => !skipped.has(c.name))
  if (odd) return at(odd.name, 'unexpected')
  const bodies: unknown[] = []
  for (const document of documents) {
    const body = bodyOf(document, code)
    if ('ok' in body) return body
    bodies.push(body)
  }
  const envelope = transfer ? rowOf(transfer, baseTransfer) : undefined
  if (envelope && 'ok' in envelope) return envelope as Malformed
  return { code, guid, version, bodies, ...(envelope && { transfer: envelope }) } as unknown as AnyMessage
}

function bodyOf(element: Element, code: MessageCode): { head: object; lines: object[] } | Malformed {
  const shape = shapeOf(code)
  if (Object.keys(element.attributes).length > 0) return at(element.name, 'attributes')
  if (shape.body === null) {
    const head = rowOf(element, shape.fields)
    return 'ok' in head ? (head as Malformed) : { head, lines: [] }
  }
  if (!isBlank(element.text)) return at(element.name, 'text')
  const [first, ...rest] = element.children
  if (!first || first.foreign || first.name !== shape.head) return at(element.name, 'head')
  const rows: object[] = []
  for (const [i, child] of [first, ...rest].entries()) {
    if (i > 0 && (child.foreign || child.name !== shape.list)) return at(child.name, 'unexpected')
    const row = rowOf(child, i === 0 ? shape.fields : shape.lines)
    if ('ok' in row) return row as Malformed
    rows.push(row)
  }
  return { head: rows[0] as object, lines: rows.slice(1) }
}

/** Fields in their order; what stands out of order, twice or unknown is refused here, missing and wrong values later. */
function rowOf(element: Element, fields: readonly Field[]): Readonly<Record<string, string>> | Malformed {
  if (Object.keys(element.attributes).length > 0) return at(element.name, 'attributes')
  if (!isBlank(element.text)) return at(element.name, 'text')
  const row: Record<string, string> = {}
  let next = 0
  for (const child of element.children) {
    const index = fields.findIndex((f, i) => i >= next && f.name === child.name)
    const path = `${element.name}/${child.name}`
    if (child.foreign || index < 0) return at(path, fields.some(f => f.name === child.name) ? 'order' : 'unknown')
    if (child.children.length > 0 || Object.keys(child.attributes).length > 0) return at(path, 'structure')
    const { kind } = (fields[index] as Field).rule
    row[child.name] = kind === 'decimal' || kind === 'count' ? child.text.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '') : child.text
    next = index + 1
  }
  return row
}
