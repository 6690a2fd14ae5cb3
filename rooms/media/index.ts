export { pictureWire, videoWire, wire as mediaWire } from './wire.ts'
