const key = 'enlace_matchday_invitation'

/** Keeps an invitation over signing in, which may happen in another tab, until it is answered. */
export const keepGuestToken = (token: string): void => localStorage.setItem(key, token)
export const keptGuestToken = (): string | null => localStorage.getItem(key)
export const forgetGuestToken = (): void => localStorage.removeItem(key)
