import { plain, type Asks } from './tenancy-ask.ts'
import { matchdays } from './tenancy-matchdays.ts'
import type { Table } from './tenancy-matrix.ts'

export const rotationAsks: Readonly<Record<string, Asks>> = {
  listRotation: plain('/api/rotation'),
  readRotation: matchdays(() => '/rotation'),
}

/** For anonymous, person, buyer, rival, supplier, stranger, agency, idle, platform. */
export const rotationTable: Table = {
  listRotation: { '-': '401 403 403 403 403 403 200 200 403' },
  readRotation: {
    missing: '401 403 404 404 404 404 404 404 404',
    draft: '401 403 404 404 404 404 403 404 404',
    open: '401 403 200 200 200 200 403 404 404',
    published: '401 403 200 200 200 200 403 404 404',
  },
}
