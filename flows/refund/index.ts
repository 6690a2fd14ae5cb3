export { wire as refundWire } from './wire.ts'
