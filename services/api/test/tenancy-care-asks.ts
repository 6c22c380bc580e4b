import { at, missing, plain, type Asks } from './tenancy-ask.ts'

/** How operations of those who look after suppliers and the market are asked. */
export const careAsks: Readonly<Record<string, Asks>> = {
  listFirms: plain('/api/firms'),
  readFairness: plain('/api/fairness'),
  setFairness: plain('/api/fairness/all', { floor: true, periodDays: 90, tolerance: 0.02, newShare: 0.1, revision: 1 }),
  listSigns: plain('/api/signs'),
  listTwins: plain('/api/twins'),
  mergeTwins: {
    missing: () => at('/api/twins/merge', { survivorId: missing, absorbedId: missing.replace(/0$/, '1'), take: [] }),
    'of the supplier': (world) =>
      at('/api/twins/merge', {
        survivorId: world.organisations.supplier,
        absorbedId: world.organisations.stranger,
        take: ['capabilities'],
      }),
  },
  denyTwins: {
    missing: () => at('/api/twins/deny', { oneId: missing, otherId: missing.replace(/0$/, '1') }),
    'of the supplier': (world) =>
      at('/api/twins/deny', { oneId: world.organisations.supplier, otherId: world.organisations.stranger }),
  },
  undoMerge: { missing: () => at(`/api/twins/merges/${missing}/undo`) },
  readDemand: plain('/api/demand'),
}
