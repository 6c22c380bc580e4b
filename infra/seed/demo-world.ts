import type {
  BriefContent,
  BuyerPart,
  CallContent,
  Improvement,
  InnovationText,
  LinkageSide,
  LinkageStage,
  MatchdayContent,
  MatchdaySession,
  MemberRole,
  MoveKind,
  NeedContent,
  NeedId,
  Organisation,
  OrganisationId,
  MeetingOutcome,
  PassportContent,
  Statement,
  UserId,
  Wish,
} from '@enlace/domain'

/** The four doors of the demo: one click signs in as each. */
export const demoDoors = ['buyer', 'supplier', 'agency', 'admin'] as const
export type DemoDoor = (typeof demoDoors)[number]

export type DemoPassport = {
  readonly organisationId: OrganisationId
  readonly publishedAt: string
  readonly content: PassportContent
}
export type DemoNeed = {
  readonly id: NeedId
  readonly organisationId: OrganisationId
  readonly state: 'published' | 'draft' | 'closed'
  readonly createdAt: string
  /** Null for a draft. */
  readonly publishedAt: string | null
  readonly content: NeedContent
}
export type DemoPerson = {
  readonly id: UserId
  readonly name: string
  readonly email: string
  readonly locale: 'en' | 'es'
  readonly organisationId: OrganisationId
  readonly role: MemberRole
  /** The door this person stands behind, if any. */
  readonly door: DemoDoor | null
}
/** A search for suppliers that found next to nothing. */
export type DemoSearch = {
  /** The name of the buyer that searched. */
  readonly house: string
  readonly query: string
  readonly country: string
  readonly region: string
}
/** A buyer and a supplier that found each other, with all that happened since. */
export type DemoLinkage = {
  readonly buyerId: OrganisationId
  readonly supplierId: OrganisationId
  readonly needId: NeedId | null
  readonly moves: readonly {
    readonly kind: MoveKind
    readonly from: LinkageStage
    readonly to: LinkageStage
    readonly by: LinkageSide | null
    readonly daysAgo: number
    readonly reason?: string
  }[]
  readonly messages: readonly { readonly by: LinkageSide; readonly text: string; readonly daysAgo: number }[]
  readonly statements: readonly Statement[]
}
export type DemoInnovation = InnovationText & { readonly organisationId: OrganisationId }
/** A challenge that an agency prepares for several buyers, some of which have joined. */
export type DemoBrokered = {
  readonly agencyId: OrganisationId
  readonly content: NeedContent
  readonly brief: BriefContent
  readonly buyers: readonly {
    readonly organisationId: OrganisationId
    readonly joined: { readonly named: boolean; readonly shares: boolean; readonly part: BuyerPart } | null
  }[]
}
/** A bid of the demo, by the key of its bidder, with what each of the panel gives it and how it is told. */
export type DemoBid = {
  readonly bidder: string
  readonly answers: Readonly<Record<string, string>>
  /** Minor units of the call's currency. */
  readonly price: number
  /** By criterion, what each of the panel gives and why. */
  readonly scores: Readonly<Record<string, { readonly points: readonly number[]; readonly comment: string }>>
  readonly reasons: string
  readonly improvement: Improvement
}

/** A call for bids of the demo, by the key of its buyer. */
export type DemoCall = {
  readonly buyer: string
  readonly content: Omit<CallContent, 'deadline' | 'questionsUntil'>
  /** Bids are due so many days after the loading; of one that is over, its deadline passes while it is loaded. */
  readonly dueInDays: number
  readonly invited: readonly string[]
  readonly bids: readonly DemoBid[]
  /** How it ended; null while it takes bids. */
  readonly end: { readonly winner: string; readonly reason: string; readonly isClosed: boolean } | null
}

/** A firm at a matchday of the demo: registered only, or let in. */
export type DemoParticipant = {
  readonly organisation: string
  readonly isAdmitted: boolean
  readonly languages: readonly string[]
  readonly note: string
}

/** A matchday of the demo, by the key of the agency that holds it. */
export type DemoMatchday = {
  readonly agency: string
  readonly content: Omit<MatchdayContent, 'sessions'>
  /** All on one day, so many days after the loading, or before it. */
  readonly inDays: number
  readonly sessions: readonly Omit<MatchdaySession, 'date'>[]
  readonly participants: readonly DemoParticipant[]
  readonly wishes: readonly { readonly by: string; readonly of: string; readonly wish: Wish; readonly reason: string }[]
  readonly isPublished: boolean
  /** What happened on the day, where it is past. */
  readonly past: DemoPastDay | null
}

export type DemoPastDay = {
  /** Who was at the door. */
  readonly came: readonly string[]
  /** Who withdrew after the timetable was out. */
  readonly withdrew: readonly string[]
  /** What both sides said of their meetings, by their keys. */
  readonly said: readonly { readonly by: string; readonly of: string; readonly outcome: MeetingOutcome }[]
  readonly excuses: readonly { readonly by: string; readonly text: string; readonly accepted: boolean | null }[]
}

export type DemoWorld = {
  readonly organisations: readonly Organisation[]
  readonly passports: readonly DemoPassport[]
  readonly needs: readonly DemoNeed[]
  readonly people: readonly DemoPerson[]
  /** Which firms each agency looks after. */
  readonly care: readonly { readonly agencyId: OrganisationId; readonly organisationId: OrganisationId }[]
  readonly searches: readonly DemoSearch[]
  readonly linkages: readonly DemoLinkage[]
  readonly innovations: readonly DemoInnovation[]
  readonly brokered: readonly DemoBrokered[]
  readonly calls: readonly DemoCall[]
  readonly matchdays: readonly DemoMatchday[]
}
