export { sourceWire, wire as cartWire } from './wire.ts'
