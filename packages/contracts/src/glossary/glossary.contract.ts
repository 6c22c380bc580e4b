import {
  fewestPhrases,
  glossaryLanguages,
  glossaryLimit,
  mostPhrases,
  phraseLimit,
  type GlossaryLineId,
} from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

const phrase = z.object({ language: z.enum(glossaryLanguages), text: wire.text(phraseLimit, 1) })
const phrases = z.array(phrase).check(z.minLength(fewestPhrases), z.maxLength(mostPhrases))

export const glossaryLineView = z.object({ id: wire.id<GlossaryLineId>(), phrases: z.array(phrase) })
export type GlossaryLineView = DeepReadonly<z.output<typeof glossaryLineView>>

const noun = 'glossary'
const params = z.object({ id: wire.id<GlossaryLineId>() })

export const readGlossary = endpoint({
  name: 'readGlossary',
  summary: `The lines of the calling buyer's or supplier's own glossary, in the order they came; at most ${glossaryLimit}.`,
  noun,
  method: 'GET',
  path: '/api/glossary',
  access: 'member',
  response: z.object({ items: z.array(glossaryLineView) }),
})

export const putGlossaryLine = endpoint({
  name: 'putGlossaryLine',
  summary:
    'Say what means the same in your trade: adds a line under an id of your choice, or replaces the line that has it. Matching follows at once.',
  noun,
  method: 'PUT',
  path: '/api/glossary/:id',
  access: 'member',
  params,
  body: z.object({ phrases }),
  response: glossaryLineView,
  problems: ['glossary.wordless', 'glossary.twice', 'glossary.limit'],
})

export const deleteGlossaryLine = endpoint({
  name: 'deleteGlossaryLine',
  summary: 'Take a line out of the glossary; putting it again undoes that.',
  noun,
  method: 'DELETE',
  path: '/api/glossary/:id',
  access: 'member',
  params,
  success: 204,
  problems: ['thing.not-found'],
})
