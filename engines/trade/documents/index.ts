/** Customs documents of cross-border retail imports into China: messages, checks, the life of a declaration, returns. */
export { beijingDay, beijingTime, fromBeijing } from './beijing-time.ts'
export {
  buildDocuments,
  type DeclaredLine,
  type DeclaredOrder,
  type Documents,
  type Enterprise,
  type Guids,
  type Registration,
} from './build.ts'
export { type Check, type CheckCode, type CheckInput, checkDocuments, mayBeSent } from './check.ts'
export { china, cny, countryCodes, isCountryCode, isUnitCode, kilogram } from './codes.ts'
export { type Decimal, formatDecimal, fromCny, kilograms, parseDecimal, toCny } from './decimal.ts'
export {
  type Applied,
  applyToDeclaration,
  type Declaration,
  type DeclarationEvent,
  type DeclarationState,
  declarationMachine,
  isReturnGranted,
  newDeclaration,
  type Outcome,
} from './declaration.ts'
export {
  type AnyMessage,
  type Body,
  cebNamespace,
  type FieldFault,
  type Message,
  type MessageCode,
  messageFaults,
  type ReceiptCode,
  type SentCode,
  type Transfer,
} from './messages.ts'
export {
  answerPaymentQuery,
  type PaymentDataAnswer,
  type PaymentDataQuery,
  type PaymentFacts,
  queryAccepted,
  signedText,
  signPaymentAnswer,
} from './payment-data.ts'
export { readMessage } from './read.ts'
export { documentKey, type Receipt, receiptsOf, type Standing, standingOf } from './receipts.ts'
export { isEnterpriseCode } from './registration-code.ts'
export { maskId, maskName, ResidentId, type ResidentIdCode, readResidentId } from './resident-id.ts'
export {
  applyForCancel,
  applyForReturn,
  type CancelRequest,
  type ReturnApplication,
  type ReturnCode,
  type ReturnRequest,
  returnDays,
  returnDeadlines,
} from './returns.ts'
export { schemaFile } from './schema.ts'
export type { Signer } from './signer.ts'
export { writeMessage } from './write.ts'
