import type {
  BriefContent,
  BuyerPart,
  InnovationText,
  LinkageSide,
  LinkageStage,
  MemberRole,
  MoveKind,
  NeedContent,
  NeedId,
  Organisation,
  OrganisationId,
  PassportContent,
  Statement,
  UserId,
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
}
