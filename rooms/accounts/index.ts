export { personCard, shopCard, shopWire, wire as accountsWire } from './wire.ts'
