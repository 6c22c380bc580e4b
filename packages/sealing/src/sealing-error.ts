/** What can be wrong with something sealed, by a code that stays. */
export type SealingCode =
  /** What was sealed, or a share of it, is not what it was. */
  | 'sealing.tampered'
  | 'sealing.too-few-shares'
  /** It was sealed to another key than this one. */
  | 'sealing.wrong-key'
  | 'sealing.wrong-passphrase'
  /** It has not the form of what it should be. */
  | 'sealing.malformed'
  | 'sealing.too-large'
  /** There is no WebCrypto here: browsers have it only where a page came by https or from the same machine. */
  | 'sealing.unsupported'

/** Why something cannot be sealed, released or opened; `openerId` says whose share is at fault. */
export class SealingError extends Error {
  override readonly name = 'SealingError'
  readonly code: SealingCode
  readonly openerId: string | null

  constructor(code: SealingCode, message: string, openerId: string | null = null) {
    super(message)
    this.code = code
    this.openerId = openerId
  }
}
