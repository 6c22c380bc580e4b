import type { Asks } from './tenancy-ask.ts'
import { matchdays } from './tenancy-matchdays.ts'
import type { Table } from './tenancy-matrix.ts'

const operation = {
  ...{ id: '0190a000-0000-7000-8000-00000000000d', deviceAt: '2026-01-01T00:00:00.000Z', offsetMs: 0 },
  deed: { kind: 'undo', operationId: '0190a000-0000-7000-8000-00000000000e' },
}
export const doorAsks: Readonly<Record<string, Asks>> = {
  readDoor: matchdays(() => '/door'),
  listOwnBadges: matchdays(() => '/badges'),
  issueBadge: matchdays(() => '/badges', {}),
  listKnownFirms: matchdays(() => '/known-firms?name=north'),
  walkIn: matchdays(() => '/walk-ins', { firm: { name: 'At the door', side: 'visitor' } }),
  sendOperations: matchdays(() => '/operations', { operations: [operation] }),
  listOwnOperations: matchdays(() => '/operations'),
}

const none = '401 403 404 404 404 404 404 404 404'
const organisers = '401 403 403 403 403 403 200 404 404'
const attending = '401 403 200 200 200 200 403 404 404'
/** For anonymous, person, buyer, rival, supplier, stranger, agency, idle, platform. */
export const doorTable: Table = {
  readDoor: {
    ...{ missing: none, draft: '401 403 404 404 404 404 200 404 404' },
    ...{ open: organisers, published: organisers },
  },
  listOwnBadges: {
    ...{ missing: none, draft: '401 403 404 404 404 404 403 404 404' },
    ...{ open: attending, published: attending },
  },
  issueBadge: {
    ...{ missing: none, draft: '401 403 404 404 404 404 409 404 404' },
    open: '401 403 404 201 201 404 404 404 404',
    published: '401 403 404 201 201 404 404 404 404',
  },
  listKnownFirms: {
    ...{ missing: none, draft: '401 403 404 404 404 404 200 404 404' },
    ...{ open: organisers, published: organisers },
  },
  walkIn: {
    ...{ missing: none, draft: '401 403 404 404 404 404 409 404 404' },
    open: '401 403 403 403 403 403 201 404 404',
    published: '401 403 403 403 403 403 201 404 404',
  },
  sendOperations: {
    ...{ missing: none, draft: '401 403 404 404 404 404 409 404 404' },
    open: '401 403 404 200 200 404 200 404 404',
    published: '401 403 404 200 200 404 200 404 404',
  },
  listOwnOperations: {
    ...{ missing: none, draft: '401 403 404 404 404 404 200 404 404' },
    open: '401 403 200 200 200 200 200 404 404',
    published: '401 403 200 200 200 200 200 404 404',
  },
}
