import type { BrowserContext } from 'playwright-core'

/** Sends to the API as whoever is signed in there, from the origin its pages come from; throws where it is refused. */
export async function send<Body>(
  method: 'post' | 'put',
  context: BrowserContext,
  origin: string,
  path: string,
  data: object,
): Promise<Body> {
  const answer = await context.request[method](path, { data, headers: { origin } })
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`)
  return (await answer.json()) as Body
}

export const post = <Body>(context: BrowserContext, origin: string, path: string, data: object): Promise<Body> =>
  send<Body>('post', context, origin, path, data)
