export { wire as reviewsWire } from './wire.ts'
