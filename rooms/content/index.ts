/** Content: posts, from the draft to the tombstone, with the products that they show and what their authors disclose. */
import { migrationsIn } from '#base/db'

export { parseCaption } from './caption.ts'
export { type Content, createContent } from './content.ts'
export { checkDisclosure } from './disclosure.ts'
export {
  clipsOf,
  type Disclosure,
  type Mention,
  maxCaption,
  mediaOf,
  type Post,
  type PostDraft,
  type PostState,
  type PostTile,
  type PostWire,
  type ProductTag,
} from './post.ts'
export { checkTags, withGrown } from './product-tags.ts'
export type { Checked } from './publish-steps.ts'
export type { ContentDoors } from './room.ts'
export { contentRoutes } from './routes.ts'
export { disclosures, postTile, postWire, wire as contentWire } from './wire.ts'
export const contentMigrations = migrationsIn('content', new URL('./migrations/', import.meta.url))
