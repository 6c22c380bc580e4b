import type { EventName, RecordedEvent } from './event.ts'

/** The thing an event is about: the most specific id its payload carries. */
export function eventSubject(event: RecordedEvent): string {
  const payload = event.payload as Readonly<Record<string, unknown>>
  for (const key of [
    'bidId',
    'callId',
    'proposalId',
    'needId',
    'meetingId',
    'announcementId',
    'matchdayId',
    'importId',
    'invitationId',
    'notificationId',
    'mailId',
    'modelId',
    'openerKeyId',
    'supplierId',
    'organisationId',
    'userId',
  ]) {
    const value = payload[key]
    if (typeof value === 'string') return value
  }
  return event.id
}

/** The CloudEvents type of an event name; the trailing version rises when a payload breaks. */
export const cloudEventType = (name: EventName): string => `org.enlace.${name}.v1`

export type CloudEvent = {
  readonly specversion: '1.0'
  readonly id: string
  readonly type: string
  readonly source: string
  readonly subject: string
  readonly time: string
  readonly datacontenttype: 'application/json'
  readonly partitionkey: string
  readonly requestid?: string
  readonly data: unknown
}

/** An event in the CloudEvents 1.0 JSON envelope, with the partitioning and request-id extensions. */
export const toCloudEvent = (event: RecordedEvent): CloudEvent => ({
  specversion: '1.0',
  id: event.id,
  type: cloudEventType(event.name),
  source: '/enlace',
  subject: eventSubject(event),
  time: event.occurredAt,
  datacontenttype: 'application/json',
  partitionkey: event.organisationId ?? eventSubject(event),
  ...(event.requestId === null ? {} : { requestid: event.requestId }),
  data: event.payload,
})
