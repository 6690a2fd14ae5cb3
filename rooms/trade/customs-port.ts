import type { SentCode } from '#engines/trade'

/** A message on its way to customs. The XML holds the buyer's ID: a port never logs it. */
export interface OutMessage {
  readonly code: SentCode
  /** What receipts will call it by. */
  readonly key: string
  readonly guid: string
  readonly orderNo: string
  readonly xml: string
}
/**
 * The wire to customs: an agent's folder, a gateway, a test. `send` may be called twice with the same guid (after a crash): customs drops the
 * second. Throws when it can't be reached; the message goes again in a minute. Signing is the port's affair: who holds the certificate, signs.
 */
export interface CustomsPort {
  readonly name: string
  send(message: OutMessage): Promise<void>
  /** The signed payment data of Announcement 179, for the upload. */
  upload(sessionID: string, payExInfoStr: string): Promise<void>
  /** Has the receipts heard that have come, as XML. `hear` says whether one was: else it is kept, and comes again at the next look. */
  receipts(now: Date, hear: (xml: string) => Promise<boolean>): Promise<void>
}
