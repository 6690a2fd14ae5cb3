export { wire as publishPostWire } from './wire.ts'
