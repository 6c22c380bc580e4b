import { createHmac, timingSafeEqual } from 'node:crypto'

const signatureOf = (value: string, secret: string): Buffer => createHmac('sha256', secret).update(value).digest()

/** The prefix of our cookies' names; with https the browser itself holds them to this host, this path and TLS. */
export const cookiePrefix = (publicUrl: string): string => (publicUrl.startsWith('https:') ? '__Host-enlace' : 'enlace')

/** The cookie that carries the session's token. */
export const sessionCookie = (publicUrl: string): string => `${cookiePrefix(publicUrl)}.session_token`

/** The first value of a cookie in a Cookie header, still encoded. */
function rawCookie(header: string | undefined, name: string): string | null {
  if (header === undefined || header.length > 16_384) return null
  for (const pair of header.split(';')) {
    const at = pair.indexOf('=')
    if (at > 0 && pair.slice(0, at).trim() === name) return pair.slice(at + 1).trim()
  }
  return null
}

/** Reads a cookie in the form better-auth signs them (value, dot, base64 of its HMAC); null where it was not ours. */
export function readSignedCookie(header: string | undefined, name: string, secret: string): string | null {
  const raw = rawCookie(header, name)
  if (raw === null) return null
  let text: string
  try {
    text = decodeURIComponent(raw)
  } catch {
    return null
  }
  const dot = text.lastIndexOf('.')
  if (dot <= 0) return null
  const value = text.slice(0, dot)
  const given = Buffer.from(text.slice(dot + 1), 'base64')
  const wanted = signatureOf(value, secret)
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? value : null
}

export type CookieOptions = {
  readonly name: string
  readonly value: string
  readonly secret: string
  readonly secure: boolean
  readonly maxAge: number
}

/** A Set-Cookie line in the same form: HttpOnly, SameSite=Lax, for this host and all its paths. */
export function signCookie({ name, value, secret, secure, maxAge }: CookieOptions): string {
  const signed = encodeURIComponent(`${value}.${signatureOf(value, secret).toString('base64')}`)
  return `${name}=${signed}; Max-Age=${maxAge}; Path=/; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

/** A Cookie header without the cookie of this name. */
export const withoutCookie = (header: string | undefined, name: string): string =>
  (header ?? '')
    .split(';')
    .filter((pair) => pair.split('=', 1)[0]?.trim() !== name)
    .join(';')
