import * as z from 'zod/mini'

import { endpoint } from '../endpoint.ts'

export const readWork = endpoint({
  name: 'readWork',
  summary: 'What is still to be done behind the scenes, by reaction, with the age of the oldest.',
  noun: 'status',
  method: 'GET',
  path: '/api/status/work',
  access: 'member',
  response: z.object({
    items: z.array(
      z.object({
        reaction: z.string(),
        open: z.int(),
        parked: z.int(),
        oldestSeconds: z.int(),
        queued: z.nullable(z.int()),
      }),
    ),
  }),
})
