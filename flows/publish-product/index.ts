export { wire as publishProductWire } from './wire.ts'
