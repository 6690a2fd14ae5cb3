export { productCard, wire as searchWire } from './wire.ts'
