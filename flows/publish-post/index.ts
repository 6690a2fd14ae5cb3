/** Publishing a post: checks across rooms, then live by itself as soon as its clip can be watched. */
export type { Doors } from './doors.ts'
export { createPublishPost, type PublishPost } from './flow.ts'
export { publishPostRoutes } from './routes.ts'
export { wire as publishPostWire } from './wire.ts'
