/** Media: resumable uploads, judged by their bytes, converted, and served for ever under one address. */
import { migrationsIn } from '#base/db'

export { limits as mediaLimits } from './limits.ts'
export { createMedia, type Media } from './media.ts'
export type { MediaKind, MediaRefusal, MediaState, MediaWire, PictureWire, VideoWire, Watchable } from './medium.ts'
export { mediaRoutes } from './routes.ts'
export { pictureWire, videoWire, wire as mediaWire } from './wire.ts'
export const mediaMigrations = migrationsIn('media', new URL('./migrations/', import.meta.url))
