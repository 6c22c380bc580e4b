import type { MailId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint } from '../endpoint.ts'
import * as wire from '../wire.ts'

export const mailView = z.object({
  id: wire.id<MailId>(),
  recipient: z.string(),
  subject: z.string(),
  /** Plain text; links stand alone on their line. */
  body: z.string(),
  createdAt: wire.instant,
})
export type MailView = z.output<typeof mailView>

export const readMailbox = endpoint({
  name: 'readMailbox',
  summary: 'The mail the demo would have sent, newest first; exists in demo mode only.',
  noun: 'mails',
  method: 'GET',
  path: '/api/mailbox',
  access: 'demo',
  query: z.object({ ...wire.paging, recipient: z.optional(wire.email) }),
  response: wire.page(mailView),
})
