import * as z from 'zod/mini'

import { endpoint } from '../endpoint.ts'
import * as wire from '../wire.ts'

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

export const readEmbedding = endpoint({
  name: 'readEmbedding',
  summary: 'By which model texts are read, how far each model has come, and what fails.',
  noun: 'status',
  method: 'GET',
  path: '/api/status/embedding',
  access: 'member',
  response: z.object({
    /** The model that is set up, once it was opened; null where there is none or it cannot be opened. */
    embedder: z.nullable(z.string()),
    failure: z.nullable(z.string()),
    failingSince: z.nullable(wire.instant),
    /** How many published passports and open needs there are. */
    passports: z.int(),
    needs: z.int(),
    embedders: z.array(
      z.object({
        id: z.string(),
        dims: z.int(),
        /** Whether its vectors are the ones that rankings use. */
        serving: z.boolean(),
        passports: z.int(),
        needs: z.int(),
      }),
    ),
  }),
})
