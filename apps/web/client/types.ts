import type { Reply } from './api.ts'

export type FeedPage = Reply<'GET /v1/feed'>
export type Slide = FeedPage['slides'][number]
export type Video = NonNullable<Slide['video']>
export type Picture = Slide['pictures'][number]
export type ProductCard = Slide['products'][number]['card']
export type PersonCard = Slide['author']
export type ShopCard = ProductCard['shop']
export type Product = Reply<'GET /v1/products/{id}'>
export type Variant = Product['variants'][number]
export type Offers = Reply<'GET /v1/products/{id}/offers'>
export type PriceHistory = Reply<'GET /v1/products/{id}/price-history'>
export type Shop = Reply<'GET /v1/shops/{slug}'>
export type Rating = Reply<'GET /v1/products/{id}/rating'>
export type Review = Reply<'GET /v1/products/{id}/reviews'>['items'][number]
export type PostTile = Reply<'GET /v1/products/{id}/posts'>['items'][number]
export type Comment = Reply<'GET /v1/posts/{id}/comments'>['items'][number]
export type Checkout = Reply<'GET /v1/checkouts/{id}'>
export type Order = Checkout['orders'][number]
export type Address = NonNullable<Checkout['address']>
export type Cart = Reply<'GET /v1/cart'>
export type Me = Reply<'GET /v1/me'>
export type Texts = Product['name']
export type Money = Checkout['total']
export type Language = Me['language']
/** What led here; carried by every like, click, cart line and checkout line. */
export interface Source {
  readonly request?: string
  readonly slot?: number
  readonly post?: string
  readonly share?: string
}
