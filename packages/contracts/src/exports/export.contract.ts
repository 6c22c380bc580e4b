import { exportKinds } from '@enlace/domain'
import * as z from 'zod/mini'

import { demandAsked } from '../demand/demand.contract.ts'
import { endpoint, workbookType } from '../endpoint.ts'

const common = { noun: 'exports', access: 'member', method: 'GET', problems: ['identity.forbidden'] } as const
/** Demand can be narrowed as it is read. */
const query = z.object({ what: z.enum(exportKinds), ...demandAsked })

export const exportJsonl = endpoint({
  ...common,
  name: 'exportJsonl',
  summary:
    "What belongs to the caller's organisation, one JSON object a line; suppliers and needs as an import takes them.",
  path: '/api/export.jsonl',
  query,
  download: 'application/x-ndjson',
})

export const exportCsv = endpoint({
  ...common,
  name: 'exportCsv',
  summary: "What belongs to the caller's organisation as a table; suppliers and needs as an import takes them.",
  path: '/api/export.csv',
  query,
  download: 'text/csv',
})

export const exportXlsx = endpoint({
  ...common,
  name: 'exportXlsx',
  summary:
    'The same as an Excel workbook, with numbers and dates as such; suppliers and needs as an import takes them.',
  path: '/api/export.xlsx',
  query,
  download: workbookType,
})
