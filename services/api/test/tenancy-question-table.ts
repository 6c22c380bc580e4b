import type { Table } from './tenancy-matrix.ts'

/** Questions about calls, and calls as open data; see table. The owner who asks as the buyer has no seat, so only reading is his. */
export const questionTable: Table = {
  listQuestions: {
    missing: '401 403 404 404 404 404 404 404 404',
    draft: '401 403 200 404 404 404 404 404 404',
    open: '401 403 200 200 200 200 200 200 200',
    invited: '401 403 200 404 200 404 404 404 404',
  },
  listReleases: { '-': '200 200 200 200 200 200 200 200 200' },
  readRecord: {
    missing: '404 404 404 404 404 404 404 404 404',
    draft: '404 404 404 404 404 404 404 404 404',
    open: '200 200 200 200 200 200 200 200 200',
    invited: '404 404 404 404 404 404 404 404 404',
  },
  askQuestion: {
    missing: '401 403 404 404 404 404 404 404 404',
    draft: '401 403 403 404 404 404 404 404 404',
    open: '401 403 403 403 201 201 403 403 403',
    invited: '401 403 403 404 201 404 404 404 404',
  },
  answerQuestions: {
    missing: '401 403 404 404 404 404 404 404 404',
    draft: '401 403 403 404 404 404 404 404 404',
    open: '401 403 403 403 403 403 403 403 403',
    invited: '401 403 403 404 403 404 404 404 404',
  },
}
