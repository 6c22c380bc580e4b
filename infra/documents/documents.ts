import { asyncApi, openApi } from '@enlace/contracts'

const textOf = (document: unknown): string => `${JSON.stringify(document, null, 2)}\n`

/** The interface documents that are kept in docs/, each with its path from the root and its text. */
export const documents = (): readonly { readonly path: string; readonly text: string }[] => [
  { path: 'docs/openapi.json', text: textOf(openApi()) },
  { path: 'docs/asyncapi.json', text: textOf(asyncApi()) },
]
