import { createHash, randomBytes } from 'node:crypto'

/** A secret of 256 random bits, fit for a cookie and for a link. */
export const newToken = (): string => randomBytes(32).toString('base64url')

/** What is kept of a token; being random it needs no salt. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url')
