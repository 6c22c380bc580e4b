import type { Table } from './tenancy-matrix.ts'

const nothing = '401 403 404 404 404 404 404 404 404'
/** What both sides are answered, the buyer first, where nobody else finds anything. */
const linked = (buyer: number, supplier = buyer): Table[string] => ({
  missing: nothing,
  'of the buyer and the supplier': `401 403 ${buyer} 404 ${supplier} 404 404 404 404`,
})
const inside = (
  buyer: number,
  supplier: number,
  absent: readonly [buyer: number, supplier: number],
): Table[string] => ({
  ...linked(buyer, supplier),
  'no such one': `401 403 ${absent[0]} 404 ${absent[1]} 404 404 404 404`,
})

/** What operations of linkages answer. */
export const linkageTable: Table = {
  listLinkages: { '-': '401 403 200 200 200 200 200 200 403' },
  readLinkage: linked(200),
  requestLinkage: {
    missing: '401 403 404 404 404 404 403 403 403',
    draft: '401 403 404 404 404 404 403 403 403',
    open: '401 403 201 404 201 404 403 403 403',
  },
  moveLinkage: linked(200),
  declineMove: linked(409),
  undoMove: linked(409, 200),
  listMessages: linked(200),
  sendMessage: linked(201),
  markRead: linked(200),
  shareContact: linked(204),
  withdrawContact: linked(204),
  blockLinkage: linked(204),
  reportLinkage: linked(204),
  listReports: { '-': '401 403 403 403 403 403 403 403 200' },
  settleReport: {
    missing: '401 403 403 403 403 403 403 403 404',
    'of the supplier': '401 403 403 403 403 403 403 403 204',
  },
  stateValue: linked(204),
  askSample: linked(204),
  sendSample: inside(403, 204, [403, 404]),
  judgeSample: inside(204, 403, [404, 403]),
  proposeTerm: linked(204),
  agreeTerm: inside(409, 204, [404, 404]),
  withdrawTerm: inside(204, 204, [404, 404]),
  readFollowUp: { '-': '410 410 410 410 410 410 410 410 410' },
  answerFollowUp: { '-': '410 410 410 410 410 410 410 410 410' },
  answerOwnFollowUp: linked(404),
  readDecisionMap: { '-': '401 403 200 200 403 403 403 403 403' },
  saveDecisionMap: { '-': '401 403 200 200 403 403 403 403 403' },
  listDisclosures: { '-': '401 403 403 403 200 200 403 403 403' },
  setDisclosure: {
    missing: '401 403 403 403 404 404 403 403 403',
    'to the agency': '401 403 403 403 200 404 403 403 403',
    'to the idle agency': '401 403 403 403 404 404 403 403 403',
  },
}
