import * as z from 'zod/mini'

const topicText = z
  .string()
  .check(
    z.regex(
      /^(organisation|need|call|board|hosts|visitors):[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
      'Not a topic.',
    ),
  )
/** How far a client has read one topic. */
export const position = z.object({ epoch: z.string().check(z.maxLength(64)), seq: z.int().check(z.gte(0)) })
export type Position = z.output<typeof position>

/** What a client may send; anything else is answered with an `error` frame. */
export const clientFrame = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('subscribe'), topic: topicText, since: z.optional(position) }),
  z.object({ kind: z.literal('unsubscribe'), topic: topicText }),
  z.object({ kind: z.literal('ping'), at: z.number() }),
])
export type ClientFrame = z.output<typeof clientFrame>

/**
 * What the server sends. `subscribed` opens a topic: with `recovered` true the missed messages follow and nothing
 * is lacking; with false the client takes one snapshot over HTTP, then counts from `seq`. A `message`
 * speaks for the numbers after `after` up to `seq`, several changes of one thing being told once; if `after` is
 * beyond what the client holds there is a gap, and it subscribes again from its own position. `ageMs` is how long ago
 * the change was noted.
 */
export type ServerFrame =
  | {
      readonly kind: 'subscribed'
      readonly topic: string
      readonly epoch: string
      readonly seq: number
      readonly recovered: boolean
    }
  | {
      readonly kind: 'message'
      readonly topic: string
      readonly epoch: string
      readonly after: number
      readonly seq: number
      readonly ageMs: number
      readonly name: string
      readonly data: unknown
    }
  | { readonly kind: 'presence'; readonly topic: string; readonly count: number }
  | { readonly kind: 'pong'; readonly at: number }
  | { readonly kind: 'error'; readonly code: string; readonly detail: string; readonly topic?: string }
