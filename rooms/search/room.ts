import type { House } from '#base/house'
import type { Accounts } from '#rooms/accounts'
import type { Catalog } from '#rooms/catalog'
import type { Content } from '#rooms/content'
import type { Moderation } from '#rooms/moderation'
import type { Prices } from '#rooms/prices'
import type { Reviews } from '#rooms/reviews'

export interface SearchDoors {
  readonly accounts: Pick<Accounts, 'people' | 'shops'>
  readonly catalog: Pick<Catalog, 'products'>
  readonly content: Pick<Content, 'posts' | 'tiles'>
  readonly moderation: Pick<Moderation, 'hidden'>
  readonly prices: Pick<Prices, 'pricesOf'>
  readonly reviews: Pick<Reviews, 'ratings'>
}
export interface Room {
  readonly house: House
  readonly doors: SearchDoors
}
