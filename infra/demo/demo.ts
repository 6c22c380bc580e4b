import type { DemoBrokered, DemoCall, DemoChallenge, DemoLinkage, DemoMatchday } from '../seed/demo-world.ts'
import type { InnovationText, MemberRole, NeedContent, OrganisationKind, PassportContent } from '@enlace/domain'

/** `key` names a thing for ever: the same key gets the same id in every installation. */
export type DemoOrganisation = {
  readonly key: string
  readonly kind: OrganisationKind
  readonly name: string
  readonly country: string
  readonly region: string | null
}
export type DemoPassport = { readonly organisation: string; readonly content: PassportContent }
export type DemoNeed = {
  readonly key: string
  readonly organisation: string
  readonly content: NeedContent
  readonly publishedDaysAgo: number
}
export type DemoPerson = {
  readonly email: string
  readonly name: string
  readonly locale: 'en' | 'es'
  readonly memberOf: readonly { readonly organisation: string; readonly role: MemberRole }[]
}

/** A small world: organisations by key, what they published, and who speaks for them. */
export type Demo = {
  readonly organisations: readonly DemoOrganisation[]
  readonly passports: readonly DemoPassport[]
  readonly needs: readonly DemoNeed[]
  readonly people: readonly DemoPerson[]
  /** The firms in the care of each agency. */
  readonly firms: readonly { readonly agency: string; readonly organisation: string }[]
  /** Who found whom, and how far they came; a supplier shows them to its agencies. */
  readonly linkages: readonly (Pick<DemoLinkage, 'moves' | 'messages' | 'statements'> & {
    readonly buyer: string
    readonly supplier: string
    readonly need: string | null
  })[]
  /** What suppliers show without having been asked. */
  readonly innovations: readonly (InnovationText & { readonly organisation: string })[]
  /** Challenges that an agency prepares for several buyers. */
  readonly brokered: readonly (Pick<DemoBrokered, 'content' | 'brief'> & {
    readonly agency: string
    readonly buyers: readonly (Pick<DemoBrokered['buyers'][number], 'joined'> & { readonly organisation: string })[]
  })[]
  readonly challenges: readonly DemoChallenge[]
  readonly calls: readonly DemoCall[]
  readonly matchdays: readonly DemoMatchday[]
  /** Searches for suppliers that found next to nothing. */
  readonly searches: readonly {
    readonly organisation: string
    readonly query: string
    readonly country: string
    readonly region: string
  }[]
}
