/** Where a server of embeddings is and how it is asked; `key` is sent, never told. */
export type Server = { readonly url: string; readonly model: string; readonly key: string; readonly timeoutMs: number }

const largestAnswer = 64 * 1024 * 1024

/**
 * Posts JSON to a path of the server and reads JSON; follows no redirect, so that texts and key go nowhere else.
 * @throws Error that says what failed, without the key or the texts
 */
export async function post(server: Server, path: string, body: object): Promise<unknown> {
  const response = await reach(server, path, body)
  if (!response.ok) throw new Error(`the server of embeddings answered ${response.status || 'with a redirect'}`)
  if (Number(response.headers.get('content-length') ?? 0) > largestAnswer)
    throw new Error('the server of embeddings answered more than it was asked for')
  return response.json()
}

/** @throws Error that says whether nobody was there or nobody answered in time */
const reach = (server: Server, path: string, body: object): Promise<Response> =>
  fetch(`${server.url.replace(/\/+$/, '')}${path}`, {
    method: 'POST',
    redirect: 'manual',
    signal: AbortSignal.timeout(server.timeoutMs),
    headers: {
      'content-type': 'application/json',
      ...(server.key === '' ? {} : { authorization: `Bearer ${server.key}` }),
    },
    body: JSON.stringify(body),
  }).catch((error: Error) => {
    throw new Error(
      error.name === 'TimeoutError'
        ? 'the server of embeddings does not answer in time'
        : 'the server of embeddings cannot be reached',
    )
  })
