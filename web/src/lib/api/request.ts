import type { Endpoint, Sent } from '@enlace/contracts'

type Part<Key extends string, S> = [S] extends [undefined]
  ? { readonly [K in Key]?: undefined }
  : Partial<Sent<S>> extends Sent<S>
    ? { readonly [K in Key]?: Sent<S> }
    : { readonly [K in Key]: Sent<S> }

/** What a call of this endpoint must be given: only the parts that it declares. */
export type Request<E extends Endpoint> = Part<'params', E['params']> &
  Part<'query', E['query']> &
  (E['upload'] extends 'none' ? Part<'body', E['body']> : { readonly body?: unknown })

type Values = Readonly<Record<string, unknown>>

/** The address of a request; undefined query values are left out, lists are repeated. */
export function urlOf(path: string, params: Values = {}, query: Values = {}): string {
  const filled = path.replace(/:([a-zA-Z]+)/g, (_, name: string) => encodeURIComponent(String(params[name])))
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null && one !== '') search.append(name, String(one))
  const text = search.toString()
  return text === '' ? filled : `${filled}?${text}`
}

/** A key under which the server does a repeated request only once; works without a secure context too. */
export function freshKey(): string {
  if (typeof crypto.randomUUID === 'function') return crypto.randomUUID()
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
