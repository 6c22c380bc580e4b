import type { Table } from './tenancy-matrix.ts'

const none = '401 403 404 404 404 404 404 404 404'
/** Of those who come to a matchday, as guests, in parties and as interpreters; the actors as in the other tables. */
export const attendanceTable: Table = {
  readTypes: {
    missing: none,
    draft: '401 403 404 404 404 404 200 404 404',
    open: '401 403 403 403 403 403 200 404 404',
    published: '401 403 403 403 403 403 200 404 404',
  },
  listParties: {
    missing: none,
    draft: '401 403 404 404 404 404 200 404 404',
    open: '401 403 200 200 200 200 200 404 404',
    published: '401 403 200 200 200 200 200 404 404',
  },
  addPartyMember: {
    missing: none,
    draft: '401 403 404 404 404 404 409 404 404',
    open: '401 403 404 404 201 404 201 404 404',
    published: '401 403 404 404 201 404 201 404 404',
  },
  changePartyMember: {
    missing: none,
    draft: '401 403 404 404 404 404 409 404 404',
    open: '401 403 404 404 200 404 200 404 404',
    published: '401 403 404 404 200 404 200 404 404',
  },
  removePartyMember: {
    missing: none,
    draft: '401 403 404 404 404 404 409 404 404',
    open: '401 403 404 404 204 404 204 404 404',
    published: '401 403 404 404 204 404 204 404 404',
  },
  choosePeople: {
    missing: none,
    draft: '401 403 404 404 404 404 409 404 404',
    open: '401 403 404 404 404 404 404 404 404',
    published: '401 403 404 404 200 404 200 404 404',
  },
  listRequests: {
    missing: none,
    draft: '401 403 404 404 404 404 200 404 404',
    open: '401 403 200 200 200 200 200 404 404',
    published: '401 403 200 200 200 200 200 404 404',
  },
  listSuggestions: {
    missing: none,
    draft: '401 403 404 404 404 404 200 404 404',
    open: '401 403 200 200 200 200 200 404 404',
    published: '401 403 200 200 200 200 200 404 404',
  },
  listPairSuggestions: {
    missing: none,
    draft: '401 403 404 404 404 404 200 404 404',
    open: '401 403 403 403 403 403 200 404 404',
    published: '401 403 403 403 403 403 200 404 404',
  },
  listIntroductions: {
    missing: none,
    draft: '401 403 404 404 404 404 200 404 404',
    open: '401 403 403 403 403 403 200 404 404',
    published: '401 403 403 403 403 403 200 404 404',
  },
  introduceFirms: {
    missing: none,
    draft: '401 403 404 404 404 404 409 404 404',
    open: '401 403 403 403 403 403 404 404 404',
    published: '401 403 403 403 403 403 404 404 404',
  },
  withdrawIntroduction: {
    missing: none,
    draft: '401 403 404 404 404 404 204 404 404',
    open: '401 403 403 403 403 403 204 404 404',
    published: '401 403 403 403 403 403 204 404 404',
  },
  listSeparations: {
    missing: none,
    draft: '401 403 404 404 404 404 200 404 404',
    open: '401 403 200 200 200 200 200 404 404',
    published: '401 403 200 200 200 200 200 404 404',
  },
  separateFirms: {
    missing: none,
    draft: '401 403 404 404 404 404 409 404 404',
    open: '401 403 403 403 403 403 404 404 404',
    published: '401 403 403 403 403 403 404 404 404',
  },
  dropSeparation: {
    missing: none,
    draft: '401 403 404 404 404 404 409 404 404',
    open: '401 403 403 403 403 403 204 404 404',
    published: '401 403 403 403 403 403 204 404 404',
  },
  answerIntroduction: {
    missing: none,
    draft: '401 403 404 404 404 404 403 404 404',
    open: '401 403 404 200 200 404 403 404 404',
    published: '401 403 404 200 200 404 403 404 404',
  },
  listGuests: {
    missing: none,
    draft: '401 403 404 404 404 404 200 404 404',
    open: '401 403 403 403 403 403 200 404 404',
    published: '401 403 403 403 403 403 200 404 404',
  },
  inviteGuests: {
    missing: none,
    draft: '401 403 404 404 404 404 409 404 404',
    open: '401 403 403 403 403 403 201 404 404',
    published: '401 403 403 403 403 403 201 404 404',
  },
  withdrawGuest: {
    missing: none,
    draft: '401 403 404 404 404 404 204 404 404',
    open: '401 403 403 403 403 403 204 404 404',
    published: '401 403 403 403 403 403 204 404 404',
  },
  // The firm that is asked for is nowhere.
  inviteFirms: {
    missing: none,
    draft: '401 403 404 404 404 404 409 404 404',
    open: '401 403 403 403 403 403 404 404 404',
    published: '401 403 403 403 403 403 404 404 404',
  },
  // Its one guest was invited just now.
  remindGuests: {
    missing: none,
    draft: '401 403 404 404 404 404 409 404 404',
    open: '401 403 403 403 403 403 409 404 404',
    published: '401 403 403 403 403 403 409 404 404',
  },
  mendGuest: {
    missing: none,
    draft: '401 403 404 404 404 404 409 404 404',
    open: '401 403 403 403 403 403 204 404 404',
    published: '401 403 403 403 403 403 204 404 404',
  },
  // Nobody of them is invited.
  declineInvitation: {
    missing: none,
    draft: '401 403 404 404 404 404 403 404 404',
    open: '401 403 404 404 404 404 403 404 404',
    published: '401 403 404 404 404 404 403 404 404',
  },
  readGuestInvitation: { '-': '410 410 410 410 410 410 410 410 410' },
  declineGuestInvitation: { '-': '410 410 410 410 410 410 410 410 410' },
  acceptGuestInvitation: { '-': '401 403 410 410 410 410 410 410 410' },
  listInterpreters: {
    missing: none,
    draft: '401 403 404 404 404 404 200 404 404',
    open: '401 403 403 403 403 403 200 404 404',
    published: '401 403 403 403 403 403 200 404 404',
  },
  addInterpreter: {
    missing: none,
    draft: '401 403 404 404 404 404 201 404 404',
    open: '401 403 403 403 403 403 201 404 404',
    published: '401 403 403 403 403 403 201 404 404',
  },
  changeInterpreter: {
    missing: none,
    draft: '401 403 404 404 404 404 200 404 404',
    open: '401 403 403 403 403 403 200 404 404',
    published: '401 403 403 403 403 403 200 404 404',
  },
  makeInterpreterLink: {
    missing: none,
    draft: '401 403 404 404 404 404 201 404 404',
    open: '401 403 403 403 403 403 201 404 404',
    published: '401 403 403 403 403 403 201 404 404',
  },
  endInterpreterLink: {
    missing: none,
    draft: '401 403 404 404 404 404 204 404 404',
    open: '401 403 403 403 403 403 204 404 404',
    published: '401 403 403 403 403 403 204 404 404',
  },
  readInterpreting: { '-': '410 410 410 410 410 410 410 410 410' },
  removeInterpreter: {
    missing: none,
    draft: '401 403 404 404 404 404 204 404 404',
    open: '401 403 403 403 403 403 204 404 404',
    published: '401 403 403 403 403 403 204 404 404',
  },
}
