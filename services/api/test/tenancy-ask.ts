import type { Asking, World } from './tenancy-world.ts'

/** A question as it goes to the API; `{}` of the path are filled already. */
export type Ask = { readonly url: string; readonly body?: unknown; readonly headers?: Readonly<Record<string, string>> }
/** How one operation is asked about one variant of its thing. */
export type Asks = Readonly<Record<string, (world: World, asking: Asking) => Promise<Ask>>>

/** An id that nothing has. */
export const missing = '0190a000-0000-7000-8000-000000000000'
export const at = (url: string, body?: unknown): Promise<Ask> =>
  Promise.resolve({ url, ...(body === undefined ? {} : { body }) })
/** An operation that names no thing. */
export const plain = (url: string, body?: unknown): Asks => ({ '-': () => at(url, body) })
