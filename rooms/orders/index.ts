export { addressWire, orderWire, wire as ordersWire } from './wire.ts'
