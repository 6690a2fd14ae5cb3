/** Products find people: the feed, the mall window, and the recommender's thread. */
export { createFeed, type Feed } from './feed.ts'
export type { FeedPage, PageWish } from './feed-page.ts'
export { feedRoutes } from './routes.ts'
export type { Slide } from './slides.ts'
export type { PostRules, PostStanding } from './standing.ts'
export { standingWire, wire as feedWire } from './wire.ts'
