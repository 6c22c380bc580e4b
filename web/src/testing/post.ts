import type { BrowserContext } from 'playwright-core'

/** Posts to the API as whoever is signed in there, from the origin its pages come from; throws where it is refused. */
export async function post<Body>(context: BrowserContext, origin: string, path: string, data: object): Promise<Body> {
  const answer = await context.request.post(path, { data, headers: { origin } })
  if (!answer.ok()) throw new Error(`POST ${path}: ${answer.status()} ${await answer.text()}`)
  return (await answer.json()) as Body
}
