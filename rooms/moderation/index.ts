export { wire as moderationWire } from './wire.ts'
