import { problemStatus, type ProblemCode } from '@enlace/domain'

import { endpoints, shapes } from './catalogue.ts'
import type { Endpoint } from './endpoint.ts'
import { jsonSchema, type JsonSchema } from './json-schema.ts'
import { shareShapes } from './share-shapes.ts'
import { problem } from './wire.ts'

/** What every endpoint may answer beside its own problems, by what it takes and who may knock. */
export function problemsOf(endpoint: Endpoint): readonly ProblemCode[] {
  const codes: ProblemCode[] = [...endpoint.problems, 'service.unavailable']
  // An address too long or wrongly escaped is no address of ours.
  if (endpoint.params !== undefined) codes.push('thing.not-found', 'route.not-found')
  if (endpoint.query !== undefined || endpoint.body !== undefined) codes.push('input.invalid')
  // Whoever may send a body may send a bad one, wanted or not.
  if (endpoint.method !== 'GET') codes.push('input.unreadable', 'input.too-large', 'input.media-type')
  if (endpoint.query !== undefined && 'cursor' in endpoint.query._zod.def.shape) codes.push('cursor.invalid')
  if (endpoint.method !== 'GET') codes.push('identity.origin', 'thing.conflict')
  if (endpoint.method === 'POST') codes.push('idempotency.reused', 'input.invalid')
  if (endpoint.access === 'person' || endpoint.access === 'member') codes.push('identity.required')
  if (endpoint.access === 'member') codes.push('identity.organisation-required', 'identity.forbidden')
  if (endpoint.access === 'demo') codes.push('route.not-found')
  return [...new Set(codes)].toSorted()
}

const parametersOf = (endpoint: Endpoint): JsonSchema[] =>
  (['params', 'query'] as const).flatMap((where) => {
    const schema = endpoint[where]
    if (schema === undefined) return []
    const shown = jsonSchema(schema, 'input') as { properties?: Record<string, JsonSchema>; required?: string[] }
    return Object.entries(shown.properties ?? {}).map(([name, property]) => ({
      name,
      in: where === 'params' ? 'path' : 'query',
      required: where === 'params' || (shown.required?.includes(name) ?? false),
      schema: property,
    }))
  })

const requestBodyOf = (endpoint: Endpoint): JsonSchema => {
  if (endpoint.upload === 'multipart')
    return {
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': {
            schema: {
              type: 'object',
              properties: { file: { type: 'string', contentMediaType: 'application/octet-stream' } },
              required: ['file'],
            },
          },
        },
      },
    }
  if (endpoint.upload === 'text')
    return { requestBody: { required: true, content: { 'text/plain': { schema: { type: 'string' } } } } }
  return endpoint.body === undefined
    ? {}
    : {
        requestBody: {
          required: true,
          content: { 'application/json': { schema: jsonSchema(endpoint.body, 'input') } },
        },
      }
}

const responsesOf = (endpoint: Endpoint): JsonSchema => {
  const success =
    endpoint.download !== null
      ? { description: 'The file.', content: { [endpoint.download]: {} } }
      : endpoint.response === undefined
        ? { description: 'Done.' }
        : { description: 'Done.', content: { 'application/json': { schema: jsonSchema(endpoint.response, 'output') } } }
  const byStatus = new Map<number, ProblemCode[]>()
  for (const code of problemsOf(endpoint))
    byStatus.set(problemStatus[code], [...(byStatus.get(problemStatus[code]) ?? []), code])
  const refusals = [...byStatus].map(([status, codes]) => [
    String(status),
    {
      description: codes.join(', '),
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  ])
  return { [endpoint.success]: success, ...Object.fromEntries(refusals) }
}

const operationOf = (endpoint: Endpoint): JsonSchema => ({
  operationId: endpoint.name,
  summary: endpoint.summary,
  tags: [endpoint.noun],
  ...(endpoint.access === 'public' || endpoint.access === 'demo' ? { security: [] } : {}),
  'x-access': endpoint.access,
  parameters: parametersOf(endpoint),
  ...requestBodyOf(endpoint),
  responses: responsesOf(endpoint),
})

/** The OpenAPI 3.1 document of all endpoints. */
export function openApi(): JsonSchema {
  const paths: Record<string, Record<string, JsonSchema>> = {}
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operationOf(endpoint) }
  }
  const { document, schemas } = shareShapes(paths, shapes)
  return {
    openapi: '3.1.0',
    info: {
      title: 'Enlace',
      version: '0.1.0',
      description: 'The HTTP interface of Enlace. Problems follow RFC 9457; lists are read by keyset cursor.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }],
    paths: document,
    components: {
      securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'enlace.session_token' } },
      schemas: { ...schemas, Problem: jsonSchema(problem, 'output') },
    },
  }
}
