export { paymentWire, wire as paymentsWire } from './wire.ts'
