import type { ColumnType, Generated } from 'kysely'
import type { Id, Language, Texts } from '#base/kernel'
import type { DeliveryRow } from './delivery.ts'

/** The tables of this room. Of better-auth's, only the address is read here, in one statement with our own. */
export interface Tables {
  'accounts.people': {
    person: Id<'person'>
    handle: string | null
    name: string
    about: string
    picture: string | null
    language: Language
    personalised: boolean
    creator: boolean
    operator: boolean
    epoch: number
    joined: Date
    erased: Date | null
  }
  'accounts.guest_settings': { person: string; language: Language | null; personalised: boolean; changed: Date }
  'accounts.sessions': { session: string; person: string; created: Date; expires: Date; agent: string; revoked: boolean }
  'accounts.setup': { one: boolean; token_hash: string; created: Date }
  'accounts.shops': ShopRow
  'accounts.staff': { shop: Id<'shop'>; person: Id<'person'>; role: 'owner' | 'staff'; since: Date }
  'accounts.invitations': {
    invitation: string
    shop: Id<'shop'>
    email: string
    role: 'owner' | 'staff'
    invited_by: Id<'person'>
    token_hash: string | null
    asked: Date
    expires: Date
  }
  'accounts.audit': {
    seq: Generated<bigint>
    at: Date
    person: string
    action: string
    about: string
    detail: ColumnType<Readonly<Record<string, unknown>>, unknown, never>
  }
  'auth.user': { readonly id: string; readonly email: string }
}

/** Seller's facts as law asks for them; stored as given. */
export interface Seller {
  readonly legalName: string
  readonly representative: string
  readonly address: string
  readonly phone: string
  readonly email: string
  readonly registration: string
  readonly returns: Texts
  readonly delivery: Texts
  readonly taxRegistered: boolean
  readonly invoiceNumber?: string | undefined
}

type Json<T> = ColumnType<T, unknown, unknown>
export interface ShopRow {
  shop: Id<'shop'>
  slug: string
  owner: Id<'person'>
  name: Json<Texts>
  about: Json<Texts>
  picture: string | null
  cover: string | null
  country: string
  currency: string
  seller: Json<Seller>
  shipping_fee_minor: bigint
  free_shipping_from_minor: bigint | null
  dispatch_days: number
  delivery_from: number
  delivery_to: number
  return_days: number
  protection_days: number
  delivery: Json<readonly DeliveryRow[]>
  opened: Date
}
