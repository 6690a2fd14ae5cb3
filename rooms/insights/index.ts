export { wire as insightsWire } from './wire.ts'
