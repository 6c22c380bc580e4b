import type { MatchdayId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, workbookType, type DeepReadonly } from '../endpoint.ts'
import { importIssue, listProblems, templateLanguage } from '../imports/import.contract.ts'
import * as wire from '../wire.ts'

/** What a table of participants did, or would do. */
export const participantsImport = z.object({
  dryRun: z.boolean(),
  rows: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  failed: z.int(),
  /** What keeps rows out, and what to look at, by row; the first thousand. */
  issues: z.array(importIssue),
})
export type ParticipantsImport = DeepReadonly<z.output<typeof participantsImport>>

const common = { noun: 'matchdays', access: 'member' } as const

export const importParticipants = endpoint({
  ...common,
  name: 'importParticipants',
  summary:
    'Let in the firms of a table (an Excel workbook, CSV or JSONL), all rows that can be taken at once or, as a dry run, none; the same table again changes nothing.',
  method: 'POST',
  path: '/api/matchdays/:id/participants/import',
  params: z.object({ id: wire.id<MatchdayId>() }),
  query: z.object({ dryRun: z._default(z.enum(['true', 'false']), 'true') }),
  upload: 'text',
  response: participantsImport,
  problems: ['thing.not-found', 'identity.forbidden', 'matchday.state', ...listProblems],
})

export const downloadParticipantsTemplate = endpoint({
  ...common,
  name: 'downloadParticipantsTemplate',
  summary: 'An empty table with the headings that an import of participants knows.',
  method: 'GET',
  path: '/api/matchdays/participants-template.csv',
  download: 'text/csv',
})

export const downloadParticipantsTemplateXlsx = endpoint({
  ...common,
  name: 'downloadParticipantsTemplateXlsx',
  summary:
    'An Excel workbook of participants to fill in: headings, one row as an example, and what each column is for.',
  method: 'GET',
  path: '/api/matchdays/participants-template.xlsx',
  query: z.object({ language: templateLanguage }),
  download: workbookType,
})
