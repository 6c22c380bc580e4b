import type { Table } from './tenancy-matrix.ts'

/** What operations about exclusions and about signs in calls answer; see tenancy-table.ts for the order of actors. */
export const exclusionTable: Table = {
  readExclusions: {
    missing: '401 403 404 404 403 403 404 404 404',
    'own or of the supplier': '401 403 200 200 200 403 200 200 200',
  },
  stateExclusion: {
    missing: '401 403 404 404 403 403 404 404 404',
    'own or of the supplier': '401 403 403 403 200 403 200 403 200',
  },
  answerExclusion: { missing: '401 403 403 403 404 403 403 403 403' },
  readExclusionPolicy: { '-': '401 403 200 200 403 403 403 403 403' },
  setExclusionPolicy: { '-': '401 403 200 200 403 403 403 403 403' },
  listCallSigns: { '-': '401 403 403 403 403 403 403 403 200' },
  explainCallSign: { missing: '401 403 403 403 403 403 403 403 404' },
}
