export { wire as checkoutWire } from './wire.ts'
