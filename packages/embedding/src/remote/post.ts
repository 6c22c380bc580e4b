/** Where a server of embeddings is and how it is asked; `key` is sent, never told. */
export type Server = { readonly url: string; readonly model: string; readonly key: string; readonly timeoutMs: number }

const largestAnswer = 64 * 1024 * 1024

/**
 * Posts JSON to a path of the server and reads JSON; follows no redirect, so that texts and key go nowhere else.
 * @throws Error that says what failed, without the key or the texts
 */
export async function post(server: Server, path: string, body: object): Promise<unknown> {
  const response = await fetch(`${server.url.replace(/\/+$/, '')}${path}`, {
    method: 'POST',
    redirect: 'manual',
    signal: AbortSignal.timeout(server.timeoutMs),
    headers: {
      'content-type': 'application/json',
      ...(server.key === '' ? {} : { authorization: `Bearer ${server.key}` }),
    },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`the server of embeddings answered ${response.status || 'with a redirect'}`)
  if (Number(response.headers.get('content-length') ?? 0) > largestAnswer)
    throw new Error('the server of embeddings answered more than it was asked for')
  return response.json()
}
