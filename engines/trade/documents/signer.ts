/**
 * The port to whoever holds the customs certificate: a U-key at the agent's desk, a signing service, a test. An adapter stands outside
 * of this engine, since signing is I/O.
 */
export interface Signer {
  /** The number of the certificate, sent beside the signature. */
  readonly certNo: string
  /** The signature of a text (UTF-8), base64. Used for the payment data of Announcement 179. */
  signText(text: string): Promise<string>
  /**
   * The same message with its `ds:Signature` as last child: digest SHA-1 over canonical XML (C14N 1.0) of the message without a
   * signature. Which signature algorithm the certificate takes is the adapter's affair.
   */
  signXml(xml: string): Promise<string>
}
