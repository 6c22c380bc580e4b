import type { Visitor } from '@enlace/testing'

/** What a reader's questions are about; the ids are the same before and after a rival came. */
export type Seen = {
  readonly self: string
  readonly rival: string
  readonly needs: readonly string[]
  /** One that the rival shows to everyone. */
  readonly file: string
}
type Asks = (seen: Seen) => readonly string[]

const at =
  (...urls: string[]): Asks =>
  () =>
    urls
const ofNeeds =
  (rest: string): Asks =>
  ({ needs }) =>
    needs.map((id) => `/api/needs/${id}${rest}`)
const exported = (ending: string): Asks =>
  at(
    ...['suppliers', 'needs', 'answers', 'imports', 'demand', 'calls', 'bids', 'rotation'].map(
      (what) => `/api/export.${ending}?what=${what}`,
    ),
  )
const nothing = '0190a000-0000-7000-8000-000000000000'

const words = ['', 'gravel', 'impeler', 'gravel impeller casting', 'zinc', 'Bravo', 'Andes']
const narrowed = ['', '&country=CL', '&size=micro', '&certificate=ISO%209001', '&category=CPV%2014', '&language=es']
const suppliers = words.flatMap((query) =>
  ['relevance', 'newest', 'name'].flatMap((sort) =>
    narrowed.map((rest) => `/api/search/suppliers?query=${encodeURIComponent(query)}&sort=${sort}${rest}&limit=20`),
  ),
)

/** How every reading of the contracts is asked; one that is missing here fails the test. */
export const rivalAsks: Readonly<Record<string, Asks>> = {
  readSession: at('/api/session'),
  listSessions: at('/api/sessions'),
  readOrganisation: ({ self, rival }) => [self, rival, nothing].map((id) => `/api/organisations/${id}`),
  listMembers: ({ self, rival }) => [self, rival].map((id) => `/api/organisations/${id}/members`),
  listInvitations: ({ self, rival }) => [self, rival].map((id) => `/api/organisations/${id}/invitations`),
  readMailbox: at(),
  listNeeds: at('/api/needs'),
  readNeed: ofNeeds(''),
  listNeedVersions: ofNeeds('/versions'),
  listMatches: ofNeeds('/matches'),
  listMatchSites: ofNeeds('/sites'),
  readFeed: ({ needs }) => [
    '/api/feed?limit=1',
    '/api/feed?limit=100',
    '/api/feed?kind=need',
    ...needs.map((id) => `/api/feed?needId=${id}`),
  ],
  readGaps: at('/api/gaps'),
  readPassport: ({ rival }) => ['/api/passport', `/api/passport?firm=${rival}`],
  listPassportVersions: ({ rival }) => ['/api/passport/versions', `/api/passport/versions?firm=${rival}`],
  readPassportVersion: ({ rival }) => ['/api/passport/versions/1', `/api/passport/versions/1?firm=${rival}`],
  readSupplier: ({ self, rival }) => [self, rival, nothing].map((id) => `/api/suppliers/${id}`),
  listCategories: at('/api/categories?query=gravel'),
  searchSuppliers: () => suppliers,
  searchNeeds: at('/api/search/needs', '/api/search/needs?query=gravel', '/api/search/needs?sort=deadline'),
  suggestSearch: at(...['gr', 'br', 'bravo', 'an'].map((typed) => `/api/search/suggest?query=${typed}`)),
  downloadFile: ({ file }) => [`/api/files/${file}`, `/api/files/${nothing}`],
  listImports: at('/api/imports'),
  readImport: at(`/api/imports/${nothing}`),
  downloadImportIssues: at(`/api/imports/${nothing}/issues.csv`),
  downloadImportIssuesXlsx: at(`/api/imports/${nothing}/issues.xlsx`),
  downloadImportTemplateXlsx: at('/api/imports/template.xlsx?what=suppliers'),
  downloadImportTemplate: at('/api/imports/template.csv?what=suppliers'),
  exportCsv: exported('csv'),
  exportJsonl: exported('jsonl'),
  exportXlsx: exported('xlsx'),
  listFirms: at('/api/firms'),
  readDemand: at('/api/demand', '/api/demand?span=month', `/api/demand?category=${encodeURIComponent('CPV 14')}`),
  listSigns: at('/api/signs'),
  listCallSigns: at('/api/call-signs'),
  listTwins: at('/api/twins'),
  readFairness: at('/api/fairness', '/api/fairness?country=CL'),
  readModels: at('/api/models'),
  readCalibration: at('/api/calibration'),
  listNotifications: at('/api/notifications'),
  listSavedSearches: at('/api/saved-searches'),
  readAlertHours: at('/api/alert-hours'),
  openUnsubscribe: at(`/api/unsubscribe?token=${'x'.repeat(43)}`),
  readWork: at('/api/status/work'),
  readEmbedding: at('/api/status/embedding'),
  listRivals: at('/api/rivals'),
  readGlossary: at('/api/glossary'),
  readExclusions: ({ self, rival }) => [self, rival, nothing].map((id) => `/api/exclusions/${id}`),
  readExclusionPolicy: at('/api/exclusion-policy'),
  findOpeners: at(`/api/openers?users=${nothing}`),
  listOpenerKeys: at('/api/opener-keys'),
  listScoring: at('/api/scorecards'),
  readModeration: at(`/api/calls/${nothing}/moderation`),
  readPanel: at(`/api/calls/${nothing}/panel`),
  readScorecard: at(`/api/calls/${nothing}/scorecard`),
  listCalls: at('/api/calls', '/api/calls?which=open'),
  readCall: at(`/api/calls/${nothing}`),
  listCallVersions: at(`/api/calls/${nothing}/versions`),
  listInvited: at(`/api/calls/${nothing}/invitations`),
  listSeats: at(`/api/calls/${nothing}/seats`),
  readBid: at(`/api/calls/${nothing}/bid`),
  readOpening: at(`/api/calls/${nothing}/opening`),
  readBidFile: at(`/api/calls/${nothing}/bids/${nothing}/files/${nothing}`),
  listBids: at(`/api/calls/${nothing}/bids`),
  readDecision: at(`/api/calls/${nothing}/decision`),
  listReleases: at('/api/ocds/releases.json'),
  readRecord: at(`/api/ocds/records/ocds-enlace-${nothing}.json`),
  listQuestions: at(`/api/calls/${nothing}/questions`),
  readResult: at(`/api/calls/${nothing}/result`),
  readAuditKey: at('/api/audit-log/key'),
  readCheckpoint: at('/api/audit-log/checkpoint'),
  proveConsistency: at('/api/audit-log/consistency?from=0&to=0'),
  listEntries: at('/api/audit-log/entries'),
  readReceipt: at('/api/audit-log/entries/0/receipt'),
  exportAuditLog: at('/api/audit-log/export.jsonl'),
  listLinkages: at('/api/linkages', '/api/linkages?stage=match'),
  readLinkage: at(`/api/linkages/${nothing}`),
  listMessages: at(`/api/linkages/${nothing}/messages`),
  listReports: at('/api/linkage-reports'),
  readDecisionMap: at('/api/decision-map'),
  listDisclosures: at('/api/linkage-disclosures'),
  listChallenges: at('/api/challenges'),
  readChallenge: ({ needs }) => needs.map((id) => `/api/challenges/${id}`),
  readTerms: ({ needs }) => needs.map((id) => `/api/challenges/${id}/terms`),
  readLockbox: ({ needs }) => needs.map((id) => `/api/challenges/${id}/lockbox`),
  readTeam: at(`/api/proposals/${nothing}/team`),
  readMilestones: at(`/api/proposals/${nothing}/milestones`),
  readPortfolio: at('/api/portfolio'),
  listReviewers: at('/api/reviewers'),
  listBuyers: at('/api/buyers'),
  listCandidates: ({ needs }) => needs.map((id) => `/api/challenges/${id}/candidates`),
  listProposals: ({ needs }) => needs.map((id) => `/api/challenges/${id}/proposals`),
  exportProposals: ({ needs }) => needs.map((id) => `/api/challenges/${id}/proposals.csv`),
  exportProposalsXlsx: ({ needs }) => needs.map((id) => `/api/challenges/${id}/proposals.xlsx`),
  listOwnProposals: at('/api/proposals'),
  readProposal: at(`/api/proposals/${nothing}`),
  listProposalReads: at(`/api/proposals/${nothing}/reads`),
  listMatchdays: at('/api/matchdays'),
  readMatchday: at(`/api/matchdays/${nothing}`),
  listParticipants: at(`/api/matchdays/${nothing}/participants`),
  listMeetings: at(`/api/matchdays/${nothing}/meetings`),
  listIncidents: at(`/api/matchdays/${nothing}/incidents`),
  readBoard: at(`/api/matchdays/${nothing}/board`),
  readMoves: at(`/api/matchdays/${nothing}/meetings/${nothing}/moves`),
  listAnnouncements: at(`/api/matchdays/${nothing}/announcements`),
  meetingCalendar: at(`/api/matchdays/${nothing}/meetings.ics`),
  downloadParticipantsTemplate: at('/api/matchdays/participants-template.csv'),
  downloadParticipantsTemplateXlsx: at('/api/matchdays/participants-template.xlsx'),
  listInterpreters: at(`/api/matchdays/${nothing}/interpreters`),
  listGuests: at(`/api/matchdays/${nothing}/guests`),
  listRequests: at(`/api/matchdays/${nothing}/requests`),
  listIntroductions: at(`/api/matchdays/${nothing}/introductions`),
  listSeparations: at(`/api/matchdays/${nothing}/separations`),
  listSuggestions: at(`/api/matchdays/${nothing}/suggestions`),
  listPairSuggestions: at(`/api/matchdays/${nothing}/pair-suggestions`),
  readTypes: at(`/api/matchdays/${nothing}/types`),
  listParties: at(`/api/matchdays/${nothing}/parties`),
  readExpectations: at(`/api/matchdays/${nothing}/expectations`),
  listOffers: at(`/api/matchdays/${nothing}/offers`),
  readAgendaSettings: at('/api/agenda-settings'),
  readCalendarFeed: at(`/api/calendar/${'x'.repeat(43)}.ics`),
  readBriefings: at(`/api/matchdays/${nothing}/briefings`),
  readLastPrint: at(`/api/matchdays/${nothing}/prints`),
  readAgendasPdf: at(`/api/matchdays/${nothing}/agendas.pdf`),
  listOutcomes: at(`/api/matchdays/${nothing}/outcomes`),
  readResults: at(`/api/matchdays/${nothing}/results`),
  listRotation: at('/api/rotation'),
  readRotation: at(`/api/matchdays/${nothing}/rotation`),
  listRooms: at(`/api/matchdays/${nothing}/rooms`),
  listRoomMessages: at(`/api/matchdays/${nothing}/meetings/${nothing}/room/messages`),
  readRoom: at(`/api/matchdays/${nothing}/meetings/${nothing}/room`),
  listNoShows: at('/api/no-shows'),
  readDoor: at(`/api/matchdays/${nothing}/door`),
  listOwnBadges: at(`/api/matchdays/${nothing}/badges`),
  listKnownFirms: at(`/api/matchdays/${nothing}/known-firms?name=fog`),
  listOwnOperations: at(`/api/matchdays/${nothing}/operations`),
  comparePlans: at(`/api/matchdays/${nothing}/plans/${nothing}/compare/${nothing}`),
  listInnovations: at('/api/innovations'),
  listFittingInnovations: at('/api/innovations/fits'),
  readInnovation: at(`/api/innovations/${nothing}`),
  listInnovationReaders: at(`/api/innovations/${nothing}/readers`),
}

// A request's own number, and when a session was used last.
const byConstruction = /"(requestId|lastSeenAt|now)":"[^"]*"/g

async function ask(visitor: Visitor, url: string): Promise<{ readonly text: string; readonly next: string | null }> {
  const response = await fetch(visitor.url + url, { headers: { cookie: visitor.cookie }, redirect: 'manual' })
  const text = (await response.text()).replaceAll(byConstruction, '')
  const next = /"next":"([^"]+)"/.exec(text)?.[1] ?? null
  return { text: `${response.status} ${text}`, next }
}

/** All that somebody reads, by address: every operation, and every list to its end. */
export async function readAll(visitor: Visitor, seen: Seen, names: readonly string[]): Promise<Map<string, string>> {
  const answers = new Map<string, string>()
  for (const name of names) {
    const asks = rivalAsks[name]
    if (asks === undefined) throw new Error(`nothing says how ${name} is asked`)
    for (const first of asks(seen))
      for (let url: string | null = first; url !== null;) {
        const { text, next } = await ask(visitor, url)
        answers.set(`${name} ${url}`, text)
        url = next === null ? null : `${first}${first.includes('?') ? '&' : '?'}cursor=${encodeURIComponent(next)}`
      }
  }
  return answers
}

/** The addresses at which two readings differ. */
export const differences = (one: Map<string, string>, other: Map<string, string>): string[] =>
  [...new Set([...one.keys(), ...other.keys()])].filter((url) => one.get(url) !== other.get(url))
