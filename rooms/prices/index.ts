export { wire as pricesWire } from './wire.ts'
