/** A link's secret, kept over signing in, which may happen in another tab, until it is answered or given up. */
class KeptToken {
  /** Where it is answered. */
  readonly page: string
  readonly #key: string

  constructor(page: string, key: string) {
    this.page = page
    this.#key = key
  }

  keep = (token: string): void => localStorage.setItem(this.#key, token)
  read = (): string | null => localStorage.getItem(this.#key)
  forget = (): void => localStorage.removeItem(this.#key)
}

/** To an organisation. */
export const keptInvitation = new KeptToken('/invitation', 'enlace_invitation')
/** To a matchday. */
export const keptGuest = new KeptToken('/matchday-invitation', 'enlace_matchday_invitation')
/** Of an interpreter, who reads by it again. */
export const keptInterpreting = new KeptToken('/interpreting', 'enlace_interpreting')

/** The page of an invitation that waits for its answer, or null. */
export const waitingPage = (): string | null =>
  [keptInvitation, keptGuest].find((kept) => kept.read() !== null)?.page ?? null
