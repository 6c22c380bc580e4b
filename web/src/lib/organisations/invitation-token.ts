const key = 'enlace_invitation'

/** Keeps an invitation over signing in, which may happen in another tab, until it is accepted or given up. */
export const keepInvitation = (token: string): void => localStorage.setItem(key, token)
export const keptInvitation = (): string | null => localStorage.getItem(key)
export const forgetInvitation = (): void => localStorage.removeItem(key)
export const isInvited = (): boolean => keptInvitation() !== null
