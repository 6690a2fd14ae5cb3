import type { Static } from 'typebox'
import type { Id, Language } from '#base/kernel'
import { squareOf } from './rules.ts'
import type { me, personCard, shopCard } from './wire.ts'

export type PersonCard = Static<typeof personCard>
export type ShopCard = Static<typeof shopCard>
export type Me = Static<typeof me>

/** What is known of a person on every request, held in memory. A guest without choices has the defaults. */
export interface Facts {
  readonly member: boolean
  readonly erased: boolean
  readonly epoch: number
  readonly operator: boolean
  readonly creator: boolean
  readonly shops: readonly { readonly shop: Id<'shop'>; readonly role: 'owner' | 'staff' }[]
  /** Null: a guest who has not chosen one, so the browser's wish decides. */
  readonly language: Language | null
  readonly personalised: boolean
  readonly handle: string | null
  readonly name: string
  readonly picture: string | null
}
export const strangerFacts: Facts = {
  member: false,
  erased: false,
  epoch: 0,
  operator: false,
  creator: false,
  shops: [],
  language: null,
  personalised: true,
  handle: null,
  name: '',
  picture: null,
}

/** Guests and erased people have no card. */
export const cardOf = (person: string, f: Facts): PersonCard | null =>
  f.member && f.handle !== null
    ? { id: person, handle: f.handle, name: f.name, picture: squareOf(f.picture), creator: f.creator }
    : null
/** Stands where a person was who has left, for facts that must outlive them (an order's shop, a decision). */
export const goneCard = (person: string): PersonCard => ({ id: person, handle: '', name: '', picture: null, creator: false })
