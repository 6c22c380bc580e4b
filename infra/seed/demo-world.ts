import type {
  BriefContent,
  BuyerPart,
  CallContent,
  ExcuseKind,
  Improvement,
  InnovationText,
  LinkageSide,
  LinkageStage,
  MatchdayContent,
  MatchdaySession,
  MatchdaySide,
  MemberRole,
  MoveKind,
  NeedContent,
  NeedId,
  Organisation,
  OrganisationId,
  MeetingOutcome,
  PassportContent,
  ProposalContent,
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
/** A posted challenge of the demo whose board says yes to its brief, by the key of its buyer, and what firms propose. */
export type DemoChallenge = {
  readonly buyer: string
  /** The title of the need that it is. */
  readonly title: string
  readonly brief: BriefContent
  /** Why each of the board votes for it. */
  readonly votes: readonly string[]
  readonly proposals: readonly {
    readonly supplier: string
    readonly content: ProposalContent
    readonly isHandedIn: boolean
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

/** A matchday of the demo; its agency and firms by their keys. */
export type DemoMatchday = {
  readonly agency: string
  readonly content: Omit<MatchdayContent, 'sessions' | 'registerBy' | 'answerBy'>
  /** So many days after the loading; before it where it is past. */
  readonly inDays: number
  readonly sessions: readonly Omit<MatchdaySession, 'date'>[]
  /** Who is let in, and who registered and waits for it. */
  readonly admitted: readonly DemoAttendance[]
  readonly applied: readonly DemoAttendance[]
  readonly wishes: readonly DemoWish[]
  /** Whether its timetable is out. */
  readonly isPublished: boolean
  readonly past: DemoPastDay | null
}
export type DemoAttendance = {
  readonly organisation: string
  readonly side: MatchdaySide
  readonly languages: readonly string[]
  readonly note: string
}
export type DemoWish = {
  readonly by: string
  readonly of: string
  readonly wish: Wish
  readonly reason: string
}
/** What happened on a day that is past. */
export type DemoPastDay = {
  /** Who withdrew once the timetable was out, and who was awaited all day. */
  readonly withdrew: readonly string[]
  readonly stayedAway: readonly string[]
  /** Meetings to which their supplier did not come. */
  readonly missed: readonly { readonly host: string; readonly visitor: string }[]
  readonly said: readonly { readonly by: string; readonly of: string; readonly outcome: MeetingOutcome }[]
  readonly excuses: readonly {
    readonly by: string
    readonly kind: ExcuseKind
    readonly text: string
    /** Null where the organiser has not decided. */
    readonly decision: { readonly accepted: boolean; readonly reason: string } | null
  }[]
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
  readonly challenges: readonly DemoChallenge[]
  readonly calls: readonly DemoCall[]
  readonly matchdays: readonly DemoMatchday[]
}
