export { disclosures, postTile, postWire, wire as contentWire } from './wire.ts'
