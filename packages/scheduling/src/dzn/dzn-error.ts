/** What can be wrong with a file in the published format, by a code that stays. */
export type DznCode =
  /** It is not written as the format asks. */
  | 'dzn.malformed'
  | 'dzn.unknown-name'
  | 'dzn.given-twice'
  | 'dzn.missing'
  /** A number stands for nothing that there is, such as slot 9 of 8. */
  | 'dzn.out-of-range'
  /** Two parts of the file say different things. */
  | 'dzn.contradiction'

/** Why a file in the published format is refused, and in which line. */
export class DznError extends Error {
  override readonly name = 'DznError'
  readonly code: DznCode
  /** Counts from 1. */
  readonly line: number

  constructor(code: DznCode, line: number, message: string) {
    super(`line ${line}: ${message}`)
    this.code = code
    this.line = line
  }
}
