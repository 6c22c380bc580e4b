import { callTable } from './tenancy-call-table.ts'
import { exclusionTable } from './tenancy-exclusions.ts'
import { questionTable } from './tenancy-question-table.ts'
import { challengeTable } from './tenancy-challenges.ts'
import { identityTable } from './tenancy-identity.ts'
import { openerTable } from './tenancy-openers.ts'
import { innovationTable } from './tenancy-innovations.ts'
import { doorTable } from './tenancy-door.ts'
import { attendanceTable } from './tenancy-attendance.ts'
import { matchdayTable } from './tenancy-matchday-table.ts'
import { outcomeTable } from './tenancy-outcomes.ts'
import { roomTable } from './tenancy-rooms.ts'
import { linkageTable } from './tenancy-linkages.ts'
import { needTable } from './tenancy-needs.ts'
import type { Table } from './tenancy-matrix.ts'

/** What may be taken out of the house is the same in every form. */
const exported = {
  suppliers: '401 403 200 200 200 200 200 200 200',
  needs: '401 403 200 200 200 200 200 200 200',
  answers: '401 403 200 200 200 200 200 200 200',
  imports: '401 403 200 200 200 200 200 200 200',
  demand: '401 403 403 403 403 403 200 200 403',
  calls: '401 403 200 200 200 200 200 200 200',
  bids: '401 403 200 200 200 200 200 200 200',
  results: '401 403 200 200 200 200 200 200 200',
  rotation: '401 403 200 200 200 200 200 200 200',
}

/**
 * What each operation answers, about each variant of its thing, to
 * anonymous, person, buyer, rival, supplier, stranger, agency, idle, platform.
 * The buyer's needs and organisation, the supplier's passport and file, and the agency's import are asked for; the
 * supplier is ranked, invited and in the agency's care.
 */
export const table: Table = {
  ...identityTable,
  ...callTable,
  ...questionTable,
  ...exclusionTable,
  ...openerTable,
  ...linkageTable,
  ...challengeTable,
  ...innovationTable,
  ...matchdayTable,
  ...attendanceTable,
  ...outcomeTable,
  ...roomTable,
  ...doorTable,
  ...needTable,
  listMatches: {
    missing: '401 403 404 404 404 404 404 404 404',
    draft: '401 403 200 404 404 404 404 404 404',
    open: '401 403 200 403 403 403 403 403 403',
    alias: '401 403 200 403 403 403 403 403 403',
    invited: '401 403 200 404 403 404 404 404 404',
  },
  listMatchSites: {
    missing: '401 403 404 404 404 404 404 404 404',
    draft: '401 403 200 404 404 404 404 404 404',
    open: '401 403 200 403 403 403 403 403 403',
    alias: '401 403 200 403 403 403 403 403 403',
    invited: '401 403 200 404 403 404 404 404 404',
  },
  reportShown: {
    missing: '401 403 404 404 404 404 404 404 404',
    draft: '401 403 204 404 404 404 404 404 404',
    open: '401 403 204 403 403 403 403 403 403',
    alias: '401 403 204 403 403 403 403 403 403',
    invited: '401 403 204 404 403 404 404 404 404',
  },
  chooseMatch: {
    missing: '401 403 404 404 404 404 404 404 404',
    draft: '401 403 409 404 404 404 404 404 404',
    open: '401 403 200 403 403 403 403 403 403',
    alias: '401 403 200 403 403 403 403 403 403',
    invited: '401 403 200 404 403 404 404 404 404',
  },
  readCalibration: { '-': '401 403 200 200 403 403 403 403 403' },
  readModels: { '-': '401 403 403 403 403 403 403 403 200' },
  trainModel: { '-': '401 403 403 403 403 403 403 403 409' },
  switchModel: { missing: '401 403 403 403 403 403 403 403 409' },
  rollBackModel: { '-': '401 403 403 403 403 403 403 403 409' },
  readFeed: { '-': '401 403 403 403 200 200 403 403 403' },
  readGaps: { '-': '401 403 403 403 200 200 403 403 403' },
  answerMatch: {
    missing: '401 403 403 403 404 404 403 403 403',
    draft: '401 403 403 403 404 404 403 403 403',
    open: '401 403 403 403 200 404 403 403 403',
    alias: '401 403 403 403 200 404 403 403 403',
    invited: '401 403 403 403 200 404 403 403 403',
  },
  judgeMatch: {
    missing: '401 403 404 404 404 404 404 404 404',
    draft: '401 403 409 404 404 404 404 404 404',
    open: '401 403 200 403 403 403 403 403 403',
    alias: '401 403 200 403 403 403 403 403 403',
    invited: '401 403 200 404 403 404 404 404 404',
  },
  setWeights: {
    missing: '401 403 404 404 404 404 404 404 404',
    draft: '401 403 409 404 404 404 404 404 404',
    open: '401 403 200 403 403 403 403 403 403',
    alias: '401 403 200 403 403 403 403 403 403',
    invited: '401 403 200 404 403 404 404 404 404',
  },
  resetWeights: {
    missing: '401 403 404 404 404 404 404 404 404',
    draft: '401 403 409 404 404 404 404 404 404',
    open: '401 403 200 403 403 403 403 403 403',
    alias: '401 403 200 403 403 403 403 403 403',
    invited: '401 403 200 404 403 404 404 404 404',
  },
  readPassport: {
    missing: '401 403 404 404 404 404 404 404 404',
    own: '401 403 403 403 200 200 403 403 403',
    supplier: '401 403 404 404 200 404 200 404 404',
  },
  savePassport: {
    missing: '401 403 404 404 404 404 404 404 404',
    own: '401 403 403 403 412 412 403 403 403',
    supplier: '401 403 404 404 412 404 412 404 404',
  },
  publishPassport: {
    missing: '401 403 404 404 404 404 404 404 404',
    own: '401 403 403 403 412 412 403 403 403',
    supplier: '401 403 404 404 412 404 412 404 404',
  },
  withdrawPassport: {
    missing: '401 403 404 404 404 404 404 404 404',
    own: '401 403 403 403 200 200 403 403 403',
    supplier: '401 403 404 404 200 404 200 404 404',
  },
  listPassportVersions: {
    missing: '401 403 404 404 404 404 404 404 404',
    own: '401 403 403 403 200 200 403 403 403',
    supplier: '401 403 404 404 200 404 200 404 404',
  },
  readPassportVersion: {
    missing: '401 403 404 404 404 404 404 404 404',
    own: '401 403 403 403 200 404 403 403 403',
    supplier: '401 403 404 404 200 404 200 404 404',
  },
  verifyCertificate: {
    missing: '401 403 404 404 404 404 404 404 404',
    supplier: '401 403 404 404 403 404 200 404 404',
  },
  readSupplier: {
    missing: '401 403 404 404 404 404 404 404 404',
    published: '401 403 200 200 200 200 200 200 200',
    unpublished: '401 403 404 404 404 404 404 404 404',
  },
  listCategories: { '-': '200 200 200 200 200 200 200 200 200' },
  searchSuppliers: {
    all: '401 403 200 200 200 200 200 200 200',
    canary: '401 403 200 200 200 200 200 200 200',
  },
  searchNeeds: {
    all: '401 403 200 200 200 200 200 200 200',
    canary: '401 403 200 200 200 200 200 200 200',
  },
  suggestSearch: {
    canary: '401 403 200 200 200 200 200 200 200',
  },
  uploadFile: {
    missing: '401 403 404 404 404 404 404 404 404',
    own: '401 403 201 201 201 201 201 201 403',
    supplier: '401 403 404 404 201 404 201 404 404',
  },
  downloadFile: {
    missing: '401 403 404 404 404 404 404 404 404',
    'of the supplier': '401 403 404 404 200 404 200 404 404',
  },
  startImport: { '-': '401 403 403 403 403 403 202 202 403' },
  listImports: { '-': '401 403 403 403 403 403 200 200 403' },
  readImport: {
    missing: '401 403 403 403 403 403 404 404 403',
    'of the agency': '401 403 403 403 403 403 200 404 403',
  },
  downloadImportIssues: {
    missing: '401 403 403 403 403 403 404 404 403',
    'of the agency': '401 403 403 403 403 403 200 404 403',
  },
  downloadImportIssuesXlsx: {
    missing: '401 403 403 403 403 403 404 404 403',
    'of the agency': '401 403 403 403 403 403 200 404 403',
  },
  downloadImportTemplate: { '-': '401 403 200 200 200 200 200 200 200' },
  downloadImportTemplateXlsx: { '-': '401 403 200 200 200 200 200 200 200' },
  runImport: {
    missing: '401 403 403 403 403 403 404 404 403',
    'of the agency': '401 403 403 403 403 403 409 404 403',
  },
  undoImport: {
    missing: '401 403 403 403 403 403 404 404 403',
    'of the agency': '401 403 403 403 403 403 409 404 403',
  },
  listSavedSearches: { '-': '401 403 200 200 200 200 200 200 403' },
  saveSearch: {
    needs: '401 403 403 403 201 201 201 201 403',
    suppliers: '401 403 201 201 403 403 201 201 403',
  },
  changeSavedSearch: {
    missing: '401 403 404 404 404 404 404 404 403',
    own: '401 403 200 200 200 200 200 200 403',
    'of a colleague of the buyer': '401 403 404 404 404 404 404 404 403',
  },
  deleteSavedSearch: {
    missing: '401 403 404 404 404 404 404 404 403',
    own: '401 403 204 204 204 204 204 204 403',
    'of a colleague of the buyer': '401 403 404 404 404 404 404 404 403',
  },
  readAlertHours: { '-': '401 403 200 200 200 200 200 200 403' },
  setAlertHours: { '-': '401 403 200 200 200 200 200 200 403' },
  openUnsubscribe: { '-': '303 303 303 303 303 303 303 303 303' },
  unsubscribe: { '-': '410 410 410 410 410 410 410 410 410' },
  readUnsubscribe: { '-': '410 410 410 410 410 410 410 410 410' },
  listNotifications: { '-': '401 403 200 200 200 200 200 200 200' },
  markNotifications: {
    missing: '401 403 200 200 200 200 200 200 200',
    'of the buyer': '401 403 200 200 200 200 200 200 200',
  },
  listRivals: { '-': '401 403 403 403 200 200 403 403 403' },
  nameRival: {
    missing: '401 403 403 403 404 404 403 403 403',
    'by name': '401 403 403 403 201 201 403 403 403',
    'by tax number': '401 403 403 403 201 201 403 403 403',
    buyer: '401 403 403 403 422 422 403 403 403',
    'off the market': '401 403 403 403 404 422 403 403 403',
  },
  forgetRival: {
    missing: '401 403 403 403 404 404 403 403 403',
    'of the supplier': '401 403 403 403 204 404 403 403 403',
  },
  readGlossary: { '-': '401 403 200 200 200 200 403 403 403' },
  putGlossaryLine: {
    own: '401 403 200 200 200 200 403 403 403',
    'id of a line of the supplier': '401 403 200 200 200 200 403 403 403',
  },
  deleteGlossaryLine: {
    missing: '401 403 404 404 404 404 403 403 403',
    'of the supplier': '401 403 404 404 204 404 403 403 403',
  },
  readWork: { '-': '401 403 403 403 403 403 403 403 200' },
  readEmbedding: { '-': '401 403 403 403 403 403 403 403 200' },
  exportCsv: exported,
  exportJsonl: exported,
  exportXlsx: exported,
  listFirms: { '-': '401 403 403 403 403 403 200 200 403' },
  readFairness: { '-': '401 403 403 403 403 403 200 200 200' },
  setFairness: { '-': '401 403 403 403 403 403 403 403 200' },
  listSigns: { '-': '401 403 403 403 403 403 403 403 200' },
  listTwins: { '-': '401 403 403 403 403 403 200 200 403' },
  mergeTwins: {
    missing: '401 403 403 403 403 403 404 404 403',
    'of the supplier': '401 403 403 403 403 403 404 404 403',
  },
  denyTwins: {
    missing: '401 403 403 403 403 403 404 404 403',
    'of the supplier': '401 403 403 403 403 403 404 404 403',
  },
  undoMerge: { missing: '401 403 403 403 403 403 404 404 403' },
  readDemand: { '-': '401 403 403 403 403 403 200 200 403' },
  readAuditKey: { '-': '200 200 200 200 200 200 200 200 200' },
  readCheckpoint: { '-': '200 200 200 200 200 200 200 200 200' },
  proveConsistency: { '-': '200 200 200 200 200 200 200 200 200' },
  listEntries: { '-': '401 403 200 200 200 200 200 200 200' },
  exportAuditLog: { '-': '401 403 200 200 200 200 200 200 200' },
  readReceipt: {
    missing: '401 403 404 404 404 404 404 404 404',
    'of the buyer': '401 403 200 404 404 404 404 404 200',
  },
}
