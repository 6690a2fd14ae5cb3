import type { Generated } from 'kysely'
import type { Source, SubjectKind } from '#base/catalogue'
import type { Id } from '#base/kernel'

export type MarkName = 'like' | 'save' | 'product_save' | 'not_interested'
export type Counter = 'likes' | 'saves' | 'comments' | 'shares'
export interface Tables {
  'social.known': {
    id: string
    kind: 'post' | 'product'
    author: Id<'person'> | null
    shop: Id<'shop'> | null
    products: string[]
    live: boolean
    likes: Generated<number>
    saves: Generated<number>
    comments: Generated<number>
    shares: Generated<number>
  }
  'social.marks': { mark: MarkName; subject: string; person: string; at: Date; collection: Generated<string | null> }
  'social.collections': { id: string; person: string; name: string; cover: string | null; made: Date }
  'social.follows': { person: string; target: string; at: Date }
  'social.followed': { person: string; followers: number }
  'social.blocks': { person: string; target: string; at: Date }
  'social.comments': {
    id: Id<'comment'>
    post: Id<'post'>
    author: Id<'person'> | null
    parent: Id<'comment'> | null
    text: string
    at: Date
    for_shop: boolean
    deleted: Generated<boolean>
    hidden: Generated<boolean>
  }
  'social.shares': {
    id: Id<'share'>
    person: Id<'person'> | null
    about_kind: Extract<SubjectKind, 'post' | 'product' | 'shop'>
    about_id: string
    grown_from: Id<'line'> | null
    source: Source | null
    at: Date
  }
  'social.lines': { line: string; person: string; product: string }
  'social.bought': { person: string; product: string }
}
