import { cloudEventType } from './events/cloud-event.ts'
import { eventCatalogue, eventNames } from './events/event.ts'
import { reactions } from './events/reactions.ts'
import { jsonSchema, type JsonSchema } from './json-schema.ts'
import { clientFrame } from './live/frame.ts'
import { liveCatalogue, type LiveName } from './live/live.ts'

const pascal = (name: string): string =>
  name.replace(/(^|[.-])(\w)/g, (_all, _dot, letter: string) => letter.toUpperCase())
const liveNames = Object.keys(liveCatalogue) as LiveName[]

const cloudEvent = (name: (typeof eventNames)[number]): JsonSchema => ({
  type: 'object',
  required: ['specversion', 'id', 'type', 'source', 'subject', 'time', 'datacontenttype', 'partitionkey', 'data'],
  properties: {
    specversion: { const: '1.0' },
    id: { type: 'string', format: 'uuid' },
    type: { const: cloudEventType(name) },
    source: { const: '/enlace' },
    subject: { type: 'string' },
    time: { type: 'string', format: 'date-time' },
    datacontenttype: { const: 'application/json' },
    partitionkey: { type: 'string' },
    requestid: { type: 'string' },
    data: jsonSchema(eventCatalogue[name], 'output'),
  },
})

/** The AsyncAPI 3 document: every event with its CloudEvents envelope and who reacts, and the live socket's messages. */
export function asyncApi(): JsonSchema {
  const eventMessages = Object.fromEntries(
    eventNames.map((name) => [
      pascal(name),
      {
        name,
        title: name,
        contentType: 'application/cloudevents+json',
        payload: cloudEvent(name),
        'x-reactions': reactions[name],
      },
    ]),
  )
  const liveMessages = Object.fromEntries(
    liveNames.map((name) => [
      `Live${pascal(name)}`,
      { name, title: name, contentType: 'application/json', payload: jsonSchema(liveCatalogue[name], 'output') },
    ]),
  )
  const clientMessages = {
    ClientFrame: {
      name: 'frame',
      title: 'What a client sends',
      contentType: 'application/json',
      payload: jsonSchema(clientFrame, 'input'),
    },
  }
  const referTo = (names: readonly string[]): JsonSchema =>
    Object.fromEntries(names.map((name) => [name, { $ref: `#/components/messages/${name}` }]))
  const channelRefs = (channel: string, names: readonly string[]): JsonSchema[] =>
    names.map((name) => ({ $ref: `#/channels/${channel}/messages/${name}` }))
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Enlace events',
      version: '0.1.0',
      license: { name: 'Apache-2.0' },
      description:
        'Events leave through the outbox in a CloudEvents 1.0 envelope, at least once; the live socket speaks of changes by topic, numbered without gaps.',
    },
    defaultContentType: 'application/json',
    channels: {
      events: { address: 'events', messages: referTo(Object.keys(eventMessages)) },
      live: { address: '/live', messages: referTo([...Object.keys(liveMessages), ...Object.keys(clientMessages)]) },
    },
    operations: {
      recordEvent: {
        action: 'send',
        channel: { $ref: '#/channels/events' },
        messages: channelRefs('events', Object.keys(eventMessages)),
      },
      tellLive: {
        action: 'send',
        channel: { $ref: '#/channels/live' },
        messages: channelRefs('live', Object.keys(liveMessages)),
      },
      hearClient: {
        action: 'receive',
        channel: { $ref: '#/channels/live' },
        messages: channelRefs('live', Object.keys(clientMessages)),
      },
    },
    components: { messages: { ...eventMessages, ...liveMessages, ...clientMessages } },
  }
}
