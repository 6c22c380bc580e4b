import { notificationKinds, type NotificationId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

export const notificationView = z.object({
  id: wire.id<NotificationId>(),
  kind: z.enum(notificationKinds),
  /** The thing it tells of: a need, or an import for `import-finished`. */
  subject: z.string(),
  detail: z.record(z.string(), z.union([z.string(), z.number()])),
  createdAt: wire.instant,
  read: z.boolean(),
})
export type NotificationView = DeepReadonly<z.output<typeof notificationView>>

const common = { noun: 'notifications', access: 'member' } as const

export const listNotifications = endpoint({
  ...common,
  name: 'listNotifications',
  summary: "The notices of the caller's organisation, newest first, and how many are unread.",
  method: 'GET',
  path: '/api/notifications',
  query: z.object(wire.paging),
  response: z.extend(wire.page(notificationView), { unread: z.int() }),
})

export const markNotifications = endpoint({
  ...common,
  name: 'markNotifications',
  summary: 'Mark notices read or unread: those named, or all; answers with those that changed, which undoes it.',
  method: 'POST',
  path: '/api/notifications/read',
  body: z.object({
    ids: z._default(z.nullable(z.array(wire.id<NotificationId>()).check(z.maxLength(500))), null),
    read: z._default(z.boolean(), true),
  }),
  response: z.object({ ids: z.array(wire.id<NotificationId>()), unread: z.int() }),
})
