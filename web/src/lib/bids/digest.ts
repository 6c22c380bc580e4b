import { envelopes, type Envelope } from '@enlace/domain'

/**
 * The hash that the receipt of these envelopes must show: SHA-256 over them in their order, as JSON without spaces, in
 * base64url. Null where the browser gives no hashes, being served without TLS.
 */
export async function digestOf(bodies: Readonly<Partial<Record<Envelope, unknown>>>): Promise<string | null> {
  if (typeof crypto.subtle === 'undefined') return null
  const text = JSON.stringify(
    envelopes.flatMap((envelope) => (bodies[envelope] === undefined ? [] : [[envelope, bodies[envelope]]])),
  )
  const hash = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return btoa(String.fromCharCode(...new Uint8Array(hash)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
}
