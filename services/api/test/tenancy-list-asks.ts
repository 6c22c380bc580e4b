import { exportKinds } from '@enlace/domain'

import { at, missing, plain, type Asks } from './tenancy-ask.ts'

const imports = (rest: string): Asks => ({
  'of the agency': async (world) => {
    const { client } = await world.as('agency')
    const csv = 'name,country,capabilities\nMolino,CL,Flour\n'
    const sent = await client.send('POST', '/api/imports?what=suppliers&fileName=canary-import.csv', csv, {
      'content-type': 'text/csv',
    })
    return at(`/api/imports/${(sent.body as { id: string }).id}${rest}`)
  },
  missing: () => at(`/api/imports/${missing}${rest}`),
})
const exports = (ending: string): Asks =>
  Object.fromEntries(exportKinds.map((what) => [what, () => at(`/api/export.${ending}?what=${what}`)]))

/** How lists are brought in and taken out. */
export const listAsks: Readonly<Record<string, Asks>> = {
  startImport: {
    '-': () =>
      Promise.resolve({
        url: '/api/imports?what=suppliers&dryRun=true&fileName=a-list.csv',
        body: 'name,country\nMolino,CL\n',
        headers: { 'content-type': 'text/csv' },
      }),
  },
  listImports: plain('/api/imports'),
  readImport: imports(''),
  downloadImportIssues: imports('/issues.csv'),
  downloadImportIssuesXlsx: imports('/issues.xlsx'),
  downloadImportTemplate: plain('/api/imports/template.csv?what=suppliers'),
  downloadImportTemplateXlsx: plain('/api/imports/template.xlsx?what=suppliers'),
  runImport: imports('/run'),
  undoImport: imports('/undo'),
  exportCsv: exports('csv'),
  exportJsonl: exports('jsonl'),
  exportXlsx: exports('xlsx'),
}
