export { socialCounts, wire as socialWire } from './wire.ts'
