import { Meilisearch, MeilisearchApiError } from 'meilisearch'

export type SearchOptions = {
  readonly url: string
  readonly key: string
  /** Set before the names of the indexes, so that several installations share one server. */
  readonly prefix: string
  /** After this a call counts as failed. */
  readonly timeoutMs: number
}

/** One installation's indexes on a Meilisearch. */
export type Search = { readonly meili: Meilisearch; readonly prefix: string }

/** Names a server to speak to; nothing is sent yet. */
export const openSearch = (options: SearchOptions): Search => ({
  meili: new Meilisearch({
    host: options.url,
    apiKey: options.key,
    timeout: options.timeoutMs,
    // A compressed answer comes in small packets that wait for one another, about 40 ms a call.
    requestInit: { headers: { 'accept-encoding': 'identity' } },
  }),
  prefix: options.prefix,
})

/** Whether a call failed because there is no such index. */
export const isIndexMissing = (error: unknown): boolean =>
  error instanceof MeilisearchApiError && error.cause?.code === 'index_not_found'
