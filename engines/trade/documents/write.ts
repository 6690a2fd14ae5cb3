import { baseTransfer, type Field } from './fields.ts'
import { type AnyMessage, cebNamespace, rootOf, shapeOf } from './messages.ts'

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
}
/** White space is written as references, so that no parser on the way normalises what a buyer typed. */
const escaped = (text: string): string => text.replace(/[&<>"\t\n\r]/g, c => marks[c] as string)

const element = (name: string, inside: string) => `<ceb:${name}>${inside}</ceb:${name}>`

function row(name: string, fields: readonly Field[], values: object): string {
  const of = values as Readonly<Record<string, string | undefined>>
  return element(name, fields.map(f => (of[f.name] === undefined ? '' : element(f.name, escaped(of[f.name] as string)))).join(''))
}

/**
 * The message as XML: the official names in the official order, prefix `ceb`, no white space between elements, to be encoded as UTF-8.
 * It writes what it is given; `messageFaults` says whether that is valid. Fields that are undefined are left out.
 */
export function writeMessage(message: AnyMessage): string {
  const shape = shapeOf(message.code)
  const bodies = message.bodies.map(body => {
    const head = row(shape.head, shape.fields, body.head)
    if (shape.body === null) return head
    return element(shape.body, head + body.lines.map(line => row(shape.list ?? '', shape.lines, line)).join(''))
  })
  const root = rootOf(message.code)
  const open = `ceb:${root} xmlns:ceb="${cebNamespace}" guid="${escaped(message.guid)}" version="${escaped(message.version)}"`
  const transfer = message.transfer ? row('BaseTransfer', baseTransfer, message.transfer) : ''
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${open}>${bodies.join('')}${transfer}</ceb:${root}>`
}
