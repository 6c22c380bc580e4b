import type { Endpoint, Output } from '@enlace/contracts'
import { Problem } from '@enlace/domain'
import { CallError, problemFrom } from './call-error.ts'
import { learnProblems } from './problem-words.ts'
import { freshKey, type Request, urlOf } from './request.ts'

export type CallOptions = {
  readonly signal?: AbortSignal
  /** Given where the same click may be sent twice (a retry button); otherwise every POST gets its own. */
  readonly idempotencyKey?: string
}

const retryAfterMs = 400
let onSessionLost = (): void => {}
/** Says what happens when the server no longer knows who is calling. */
export const whenSessionIsLost = (react: () => void): void => {
  onSessionLost = react
}

/**
 * Calls one operation of the product and gives its answer.
 * Throws a CallError: the server's problem, or `network.unreachable` after a reading was tried twice.
 */
export async function call<E extends Endpoint>(
  endpoint: E,
  request: Request<E>,
  options: CallOptions = {},
): Promise<Output<E>> {
  const response = await answered(endpoint, request, options)
  return (response.status === 204 ? undefined : await readJson(response)) as Output<E>
}

/** Fetches the bytes of an operation that sends a file; throws what a call throws. */
export const fetchFile = async <E extends Endpoint>(endpoint: E, request: Request<E>): Promise<Blob> =>
  (await answered(endpoint, request, {})).blob()

async function answered<E extends Endpoint>(endpoint: E, request: Request<E>, options: CallOptions): Promise<Response> {
  const response = await send(endpoint, request, options)
  if (response.ok) return response
  const problem = problemFrom(response.status, await readJson(response).catch(() => null))
  if (problem.code === 'identity.required') onSessionLost()
  await fetchWords()
  throw problem
}

/** Fetches the words of problems; without them one is told as a fault of ours, which is better than nothing. */
const fetchWords = (): Promise<void> =>
  import('./server-problem-words.ts').then(
    ({ serverWords }) => learnProblems(serverWords),
    () => undefined,
  )

/** What a rule found before anything was sent, as the server would have said it. */
export async function asCallError(error: unknown): Promise<unknown> {
  if (!(error instanceof Problem)) return error
  await fetchWords()
  return new CallError(error.code, error.message, 0, error.faults)
}

async function send<E extends Endpoint>(endpoint: E, request: Request<E>, options: CallOptions): Promise<Response> {
  const parts: { params?: object | undefined; query?: object | undefined; body?: unknown } = request
  const url = urlOf(endpoint.path, { ...parts.params }, { ...parts.query })
  const init = initOf(endpoint, parts.body, options)
  try {
    return await fetch(url, init)
  } catch (error) {
    if (options.signal?.aborted === true) throw new CallError('network.aborted', String(error))
    if (endpoint.method !== 'GET') throw new CallError('network.unreachable', String(error))
  }
  await new Promise((resolve) => setTimeout(resolve, retryAfterMs))
  return fetch(url, init).catch((error: unknown) => {
    throw new CallError(options.signal?.aborted === true ? 'network.aborted' : 'network.unreachable', String(error))
  })
}

function initOf(endpoint: Endpoint, body: unknown, options: CallOptions): RequestInit {
  const headers: Record<string, string> = { accept: 'application/json' }
  if (endpoint.method === 'POST') headers['idempotency-key'] = options.idempotencyKey ?? freshKey()
  const raw = endpoint.upload !== 'none'
  if (body !== undefined && !raw) headers['content-type'] = 'application/json'
  return {
    method: endpoint.method,
    headers,
    credentials: 'same-origin',
    ...(body === undefined ? {} : { body: raw ? (body as BodyInit) : JSON.stringify(body) }),
    ...(options.signal === undefined ? {} : { signal: options.signal }),
  }
}

const readJson = async (response: Response): Promise<unknown> => response.json()
