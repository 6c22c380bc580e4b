import type { Table } from './tenancy-matrix.ts'

/** What operations about people, sessions and organisations answer; read as `table`. */
export const identityTable: Table = {
  readSession: { '-': '200 200 200 200 200 200 200 200 200' },
  chooseOrganisation: {
    missing: '401 404 404 404 404 404 404 404 404',
    'of the buyer': '401 404 200 404 404 404 404 404 404',
  },
  updatePerson: { '-': '401 200 200 200 200 200 200 200 200' },
  listSessions: { '-': '401 200 200 200 200 200 200 200 200' },
  revokeSession: {
    missing: '401 404 404 404 404 404 404 404 404',
    own: '401 204 204 204 204 204 204 204 204',
    foreign: '401 404 404 404 404 404 404 404 404',
  },
  revokeOtherSessions: { '-': '401 200 200 200 200 200 200 200 200' },
  signOut: { '-': '204 204 204 204 204 204 204 204 204' },
  signUp: { '-': '202 202 202 202 202 202 202 202 202' },
  confirmEmail: { '-': '410 410 410 410 410 410 410 410 410' },
  signIn: { '-': '401 401 401 401 401 401 401 401 401' },
  requestSignInLink: { '-': '202 202 202 202 202 202 202 202 202' },
  redeemSignInLink: { '-': '410 410 410 410 410 410 410 410 410' },
  giveSecondFactor: { '-': '401 401 401 401 401 401 401 401 401' },
  requestPasswordReset: { '-': '202 202 202 202 202 202 202 202 202' },
  resetPassword: { '-': '410 410 410 410 410 410 410 410 410' },
  changePassword: { '-': '401 204 204 204 204 204 204 204 204' },
  demoSignIn: { '-': '404 404 404 404 404 404 404 404 404' },
  startTwoFactor: { '-': '401 422 422 422 422 422 422 422 422' },
  proveTwoFactor: { '-': '401 409 409 409 409 409 409 409 409' },
  removeTwoFactor: { '-': '401 422 422 422 422 422 422 422 422' },
  createOrganisation: { '-': '401 201 201 201 201 201 201 201 201' },
  readOrganisation: {
    missing: '401 403 404 404 404 404 404 404 404',
    'of the buyer': '401 403 200 200 200 200 200 200 200',
  },
  updateOrganisation: {
    missing: '401 403 404 404 404 404 404 404 404',
    'of the buyer': '401 403 200 404 404 404 404 404 404',
  },
  listMembers: {
    missing: '401 403 404 404 404 404 404 404 404',
    'of the buyer': '401 403 200 404 404 404 404 404 404',
  },
  changeRole: {
    missing: '401 403 404 404 404 404 404 404 404',
    'of the buyer': '401 403 204 404 404 404 404 404 404',
    'own, no such member': '401 403 404 404 404 404 404 404 404',
  },
  removeMember: {
    missing: '401 403 404 404 404 404 404 404 404',
    'of the buyer': '401 403 204 404 404 404 404 404 404',
    'own, no such member': '401 403 404 404 404 404 404 404 404',
  },
  inviteMember: {
    missing: '401 403 404 404 404 404 404 404 404',
    'of the buyer': '401 403 201 404 404 404 404 404 404',
  },
  listInvitations: {
    missing: '401 403 404 404 404 404 404 404 404',
    'of the buyer': '401 403 200 404 404 404 404 404 404',
  },
  withdrawInvitation: {
    missing: '401 403 404 404 404 404 404 404 404',
    'of the buyer': '401 403 204 404 404 404 404 404 404',
  },
  readInvitation: { '-': '410 410 410 410 410 410 410 410 410' },
  acceptInvitation: { '-': '401 410 410 410 410 410 410 410 410' },
  readMailbox: { '-': '404 404 404 404 404 404 404 404 404' },
}
