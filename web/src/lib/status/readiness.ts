export type Part = { readonly name: string; readonly ok: boolean; readonly needed: boolean }
export type Readiness = { readonly state: 'ready' | 'degraded' | 'down'; readonly parts: readonly Part[] }

const isCheck = (value: unknown): value is { ok: boolean; needed: boolean } =>
  typeof value === 'object' &&
  value !== null &&
  'ok' in value &&
  typeof value.ok === 'boolean' &&
  'needed' in value &&
  typeof value.needed === 'boolean'

/** Reads the body of /ready; anything else means that nobody answers for the service. */
export function readinessFrom(body: unknown): Readiness {
  const checks =
    typeof body === 'object' && body !== null && 'checks' in body && typeof body.checks === 'object'
      ? (body.checks ?? {})
      : {}
  const parts = Object.entries(checks).flatMap(([name, check]) =>
    isCheck(check) ? [{ name, ok: check.ok, needed: check.needed }] : [],
  )
  const down = parts.length === 0 || parts.some((part) => part.needed && !part.ok)
  return { state: down ? 'down' : parts.every((part) => part.ok) ? 'ready' : 'degraded', parts }
}

/** Asks the service how it is; never throws, for a service that is down is the very answer. */
export async function readReadiness(): Promise<Readiness> {
  try {
    const response = await fetch('/ready', { headers: { accept: 'application/json' } })
    return readinessFrom(await response.json())
  } catch {
    return readinessFrom(null)
  }
}
