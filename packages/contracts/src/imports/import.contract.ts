import { importKinds, importStates, issueSeverities, type ImportId } from '@enlace/domain'
import * as z from 'zod/mini'

import { endpoint, workbookType, type DeepReadonly } from '../endpoint.ts'
import * as wire from '../wire.ts'

/** What an import has done so far; also the live message, so that nothing is fetched again. */
export const importView = z.object({
  id: wire.id<ImportId>(),
  what: z.enum(importKinds),
  state: z.enum(importStates),
  /** True where nothing is kept: a look at what the file would do. */
  dryRun: z.boolean(),
  fileName: z.string(),
  sizeBytes: z.int(),
  createdAt: wire.instant,
  finishedAt: z.nullable(wire.instant),
  undoneAt: z.nullable(wire.instant),
  /** How much of the file is read, 0..1. */
  progress: z.number(),
  /** Rows read so far. */
  rows: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  kept: z.int(),
  failed: z.int(),
  noted: z.int(),
  undone: z.int(),
  /** Why the file as a whole could not be read to its end, or null. */
  problem: z.nullable(z.string()),
})
export type ImportView = DeepReadonly<z.output<typeof importView>>

/** What is to be said of one row: why it was left out, what to look at, or why it was not undone. */
export const importIssue = z.object({
  row: z.int(),
  severity: z.enum(issueSeverities),
  path: z.string(),
  code: z.string(),
  message: z.string(),
})

/** Why a file is no list that can be read. */
export const listProblems = [
  'input.too-large',
  'file.lies',
  'import.format',
  'workbook.damaged',
  'workbook.closed',
  'workbook.swells',
  'workbook.headings',
] as const

const common = { noun: 'imports', access: 'member' } as const
const params = z.object({ id: wire.id<ImportId>() })

export const startImport = endpoint({
  ...common,
  name: 'startImport',
  summary:
    'Send a list of suppliers or needs as an Excel workbook (.xlsx), CSV or JSONL, packed with gzip or not; its rows come in behind the scenes.',
  method: 'POST',
  path: '/api/imports',
  query: z.object({
    what: z.enum(importKinds),
    dryRun: z._default(z.enum(['true', 'false']), 'false'),
    fileName: z._default(wire.text(200), ''),
    country: z.optional(wire.country),
  }),
  upload: 'text',
  success: 202,
  response: importView,
  problems: ['identity.forbidden', ...listProblems],
})

export const listImports = endpoint({
  ...common,
  name: 'listImports',
  summary: "The caller's imports, newest first.",
  method: 'GET',
  path: '/api/imports',
  query: z.object(wire.paging),
  response: wire.page(importView),
  problems: ['identity.forbidden'],
})

export const readImport = endpoint({
  ...common,
  name: 'readImport',
  summary: 'One import with its first hundred issues by row.',
  method: 'GET',
  path: '/api/imports/:id',
  params,
  response: z.extend(importView, { issues: z.array(importIssue) }),
  problems: ['identity.forbidden', 'thing.not-found'],
})

export const downloadImportIssues = endpoint({
  ...common,
  name: 'downloadImportIssues',
  summary: 'All issues of an import as a table.',
  method: 'GET',
  path: '/api/imports/:id/issues.csv',
  params,
  download: 'text/csv',
  problems: ['identity.forbidden', 'thing.not-found'],
})

export const downloadImportIssuesXlsx = endpoint({
  ...common,
  name: 'downloadImportIssuesXlsx',
  summary: 'All issues of an import as an Excel workbook.',
  method: 'GET',
  path: '/api/imports/:id/issues.xlsx',
  params,
  download: workbookType,
  problems: ['identity.forbidden', 'thing.not-found'],
})

export const downloadImportTemplate = endpoint({
  ...common,
  name: 'downloadImportTemplate',
  summary: 'An empty table with the headings that an import knows.',
  method: 'GET',
  path: '/api/imports/template.csv',
  query: z.object({ what: z.enum(importKinds) }),
  download: 'text/csv',
})

/** In which language the columns of a template are explained. */
export const templateLanguage = z._default(z.enum(['en', 'es']), 'en')

export const downloadImportTemplateXlsx = endpoint({
  ...common,
  name: 'downloadImportTemplateXlsx',
  summary:
    'An Excel workbook to fill in: the headings that an import knows, one row as an example, and what each column is for.',
  method: 'GET',
  path: '/api/imports/template.xlsx',
  query: z.object({ what: z.enum(importKinds), language: templateLanguage }),
  download: workbookType,
})

export const runImport = endpoint({
  ...common,
  name: 'runImport',
  summary: 'Take in the rows of a file that a dry run has looked at.',
  method: 'POST',
  path: '/api/imports/:id/run',
  params,
  success: 202,
  response: importView,
  problems: ['identity.forbidden', 'thing.not-found', 'import.state'],
})

export const undoImport = endpoint({
  ...common,
  name: 'undoImport',
  summary: 'Take back what an import brought; what was changed since stays and is listed.',
  method: 'POST',
  path: '/api/imports/:id/undo',
  params,
  success: 202,
  response: importView,
  problems: ['identity.forbidden', 'thing.not-found', 'import.state'],
})
