import type { ProblemCode } from '@enlace/domain'
import type * as z from 'zod/mini'

export type HttpMethod = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'

/** The media type of an Excel workbook. */
export const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Who may knock at all; what the caller may do to the subject is decided by `can` behind it. */
export type Access = 'public' | 'person' | 'member' | 'demo'

export type Schema = z.ZodMiniType
type Shape = z.ZodMiniObject

export type Endpoint<
  Params extends Shape | undefined = Shape | undefined,
  Query extends Shape | undefined = Shape | undefined,
  Body extends Schema | undefined = Schema | undefined,
  Response extends Schema | undefined = Schema | undefined,
  Knock extends Access = Access,
> = {
  /** The operation's id: the command's or reading's name in code. */
  readonly name: string
  readonly summary: string
  readonly noun: string
  readonly method: HttpMethod
  /** Fastify-style path with `:params`, below the one origin. */
  readonly path: `/api/${string}`
  readonly access: Knock
  readonly params: Params
  readonly query: Query
  readonly body: Body
  readonly success: 200 | 201 | 202 | 204 | 303
  readonly response: Response
  /** Problems a caller must be ready for beyond those every endpoint can answer. */
  readonly problems: readonly ProblemCode[]
  /** Multipart upload or streamed text instead of a JSON body. */
  readonly upload: 'none' | 'multipart' | 'text'
  /** Media type of a streamed answer; `response` is undefined then. */
  readonly download: string | null
}

type Given<Params, Query, Body, Response, Knock> = {
  name: string
  summary: string
  noun: string
  method: HttpMethod
  path: `/api/${string}`
  access: Knock
  params?: Params
  query?: Query
  body?: Body
  success?: 200 | 201 | 202 | 204 | 303
  response?: Response
  problems?: readonly ProblemCode[]
  upload?: 'none' | 'multipart' | 'text'
  download?: string
}

/** Declares one HTTP operation; the server mounts it, the browser calls it, OpenAPI falls out of it. */
export const endpoint = <
  Params extends Shape | undefined = undefined,
  Query extends Shape | undefined = undefined,
  Body extends Schema | undefined = undefined,
  Response extends Schema | undefined = undefined,
  const Knock extends Access = Access,
>(
  given: Given<Params, Query, Body, Response, Knock>,
): Endpoint<Params, Query, Body, Response, Knock> => ({
  name: given.name,
  summary: given.summary,
  noun: given.noun,
  method: given.method,
  path: given.path,
  access: given.access,
  params: given.params as Params,
  query: given.query as Query,
  body: given.body as Body,
  success: given.success ?? 200,
  response: given.response as Response,
  problems: given.problems ?? [],
  upload: given.upload ?? 'none',
  download: given.download ?? null,
})

export type Parsed<S> = S extends Schema ? z.output<S> : undefined
export type Sent<S> = S extends Schema ? z.input<S> : undefined
/** What a handler receives, checked. */
export type Input<E extends Endpoint> = {
  readonly params: Parsed<E['params']>
  readonly query: Parsed<E['query']>
  readonly body: Parsed<E['body']>
}
type Primitive = string | number | boolean | null | undefined
/** Wire values are read, never changed in place. */
export type DeepReadonly<T> = T extends Primitive
  ? T
  : T extends readonly (infer Item)[]
    ? readonly DeepReadonly<Item>[]
    : { readonly [Key in keyof T]: DeepReadonly<T[Key]> }
/** What an operation answers with. */
export type Output<E extends Endpoint> = DeepReadonly<Parsed<E['response']>>
