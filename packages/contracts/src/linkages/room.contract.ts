import { reportReasons, type FileId, type LinkageId, type OrganisationId, type ReportId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

export const messageView = z.object({
  seq: z.int(),
  mine: z.boolean(),
  /** Who of the reader's own organisation wrote it; of the other's people the reader knows who shared their data. */
  author: z.nullable(z.string()),
  text: z.string(),
  sentAt: wire.instant,
  files: z.array(z.object({ id: wire.id<FileId>(), name: z.string(), size: z.int() })),
})
export type MessageView = DeepReadonly<z.output<typeof messageView>>

export const contactView = z.object({
  name: wire.text(120, 1),
  email: wire.email,
  phone: z._default(z.nullable(wire.text(40, 1)), null),
})
export type ContactView = DeepReadonly<z.output<typeof contactView>>

const noun = 'linkages'
const one = { params: z.object({ id: wire.id<LinkageId>() }) }

export const listMessages = endpoint({
  name: 'listMessages',
  summary: 'The messages of a linkage, newest first; an agency reads none.',
  noun,
  method: 'GET',
  path: '/api/linkages/:id/messages',
  access: 'member',
  ...one,
  query: z.object(wire.paging),
  response: wire.page(messageView),
  problems: ['thing.not-found'],
})

export const sendMessage = endpoint({
  name: 'sendMessage',
  summary:
    'Write to the other side, with up to five files that were uploaded before; the first answer opens the conversation.',
  noun,
  method: 'POST',
  path: '/api/linkages/:id/messages',
  access: 'member',
  ...one,
  body: z
    .object({
      text: z._default(wire.text(4000), ''),
      fileIds: z._default(z.array(wire.id<FileId>()).check(z.maxLength(5)), []),
    })
    .check(
      z.refine(({ text, fileIds }) => text !== '' || fileIds.length > 0, {
        error: 'Write something or add a file.',
        path: ['text'],
      }),
    ),
  success: 201,
  response: messageView,
  problems: ['thing.not-found', 'linkage.closed', 'linkage.blocked', 'linkage.limit'],
})

export const markRead = endpoint({
  name: 'markRead',
  summary: "Say how far the caller's organisation has read.",
  noun,
  method: 'POST',
  path: '/api/linkages/:id/read',
  access: 'member',
  ...one,
  body: z.object({ seq: wire.whole(2_000_000_000) }),
  response: z.object({ unread: z.int() }),
  problems: ['thing.not-found'],
})

export const shareContact = endpoint({
  name: 'shareContact',
  summary: 'Share contact data with the other side; each sees the other’s once both do. A buyer names itself by it.',
  noun,
  method: 'PUT',
  path: '/api/linkages/:id/contact',
  access: 'member',
  ...one,
  body: contactView,
  success: 204,
  problems: ['thing.not-found', 'linkage.closed'],
})

export const withdrawContact = endpoint({
  name: 'withdrawContact',
  summary: 'Share contact data no longer.',
  noun,
  method: 'DELETE',
  path: '/api/linkages/:id/contact',
  access: 'member',
  ...one,
  success: 204,
  problems: ['thing.not-found'],
})

export const blockLinkage = endpoint({
  name: 'blockLinkage',
  summary: 'Close the room for both sides, or open it again; only who closed it can.',
  noun,
  method: 'POST',
  path: '/api/linkages/:id/block',
  access: 'member',
  ...one,
  body: z.object({ blocked: z.boolean() }),
  success: 204,
  problems: ['thing.not-found'],
})

export const reportLinkage = endpoint({
  name: 'reportLinkage',
  summary: 'Report the other side, or one of its messages, to the platform, which reads that message alone.',
  noun,
  method: 'POST',
  path: '/api/linkages/:id/report',
  access: 'member',
  ...one,
  body: z.object({
    reason: z.enum(reportReasons),
    text: z._default(wire.text(1000), ''),
    seq: z._default(z.nullable(wire.whole(2_000_000_000)), null),
  }),
  success: 204,
  problems: ['thing.not-found', 'linkage.limit'],
})

export const reportView = z.object({
  id: wire.id<ReportId>(),
  reporter: z.object({ id: wire.id<OrganisationId>(), name: z.string() }),
  reported: z.object({ id: wire.id<OrganisationId>(), name: z.string() }),
  reason: z.enum(reportReasons),
  text: z.string(),
  /** The message that was reported, or null where none was. */
  quote: z.nullable(z.string()),
  reportedAt: wire.instant,
  settledAt: z.nullable(wire.instant),
})
export type ReportView = DeepReadonly<z.output<typeof reportView>>

export const listReports = endpoint({
  name: 'listReports',
  summary: 'What was reported from deal rooms, what is open first; for the platform alone, at most 100.',
  noun,
  method: 'GET',
  path: '/api/linkage-reports',
  access: 'member',
  response: z.object({ items: z.array(reportView) }),
  problems: ['identity.forbidden'],
})

export const settleReport = endpoint({
  name: 'settleReport',
  summary: 'Note that a report was dealt with, or open it again.',
  noun,
  method: 'POST',
  path: '/api/linkage-reports/:id/settle',
  access: 'member',
  params: z.object({ id: wire.id<ReportId>() }),
  body: z.object({ settled: z._default(z.boolean(), true) }),
  success: 204,
  problems: ['identity.forbidden', 'thing.not-found'],
})
