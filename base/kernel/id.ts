import { randomFillSync } from 'node:crypto'

/** The closed list of id prefixes. One prefix = one kind of thing, everywhere. */
export const idPrefixes = {
  person: 'per',
  session: 'ses',
  shop: 'shp',
  staff: 'stf',
  invitation: 'inv',
  event: 'evt',
  request: 'req',
  product: 'prd',
  variant: 'var',
  picture: 'pic',
  media: 'med',
  post: 'pst',
  comment: 'cmt',
  share: 'shr',
  collection: 'col',
  review: 'rev',
  report: 'rpt',
  decision: 'dec',
  appeal: 'apl',
  cart: 'crt',
  checkout: 'chk',
  order: 'ord',
  line: 'lin',
  parcel: 'pcl',
  payment: 'pay',
  refund: 'rfd',
  capture: 'cap',
  chargeback: 'cbk',
  payout: 'pyo',
  reservation: 'rsv',
  movement: 'mov',
  location: 'loc',
  notice: 'ntc',
  upload: 'upl',
  slot: 'slt',
  returns: 'ret',
  price: 'prc',
  rate: 'fxr',
  offer: 'off',
  tag: 'tag',
  run: 'run',
  schedule: 'sch',
  music: 'mus',
} as const

export type IdKind = keyof typeof idPrefixes
export type Id<K extends IdKind = IdKind> = `${(typeof idPrefixes)[K]}_${string}`

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'

/** Random bytes, drawn many at a time: a call of the system for each id costs more than all the rest of it. */
const noise = new Uint8Array(4096)
let used = noise.length
function randomTail(): string {
  if (used + 16 > noise.length) {
    randomFillSync(noise)
    used = 0
  }
  let tail = ''
  for (const end = used + 16; used < end; used++) tail += alphabet[noise[used]! & 31]
  return tail
}

/** A new id: prefix, then 48 bits of time and 80 random bits in Crockford base 32, so ids of one kind sort by creation. */
export function newId<K extends IdKind>(kind: K, now: Date): Id<K> {
  let time = now.getTime()
  let head = ''
  for (let i = 0; i < 10; i++) {
    head = alphabet[time % 32] + head
    time = Math.floor(time / 32)
  }
  return `${idPrefixes[kind]}_${head}${randomTail()}`
}

/** True when `text` has the shape of an id of this kind; says nothing about existence. */
export function isId<K extends IdKind>(kind: K, text: unknown): text is Id<K> {
  return typeof text === 'string' && idPattern(kind).test(text)
}

const patterns = new Map<IdKind, RegExp>()
export function idPattern(kind: IdKind): RegExp {
  let pattern = patterns.get(kind)
  if (!pattern) patterns.set(kind, (pattern = new RegExp(`^${idPrefixes[kind]}_[0-9a-z]{6,40}$`)))
  return pattern
}
