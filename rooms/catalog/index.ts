export { categories, productWire, wire as catalogWire } from './wire.ts'
