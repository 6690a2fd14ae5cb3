export { wire as feedWire } from './wire.ts'
