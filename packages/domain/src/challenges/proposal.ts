import type { ProposalId } from '../brand.ts'
import type { Money } from '../place.ts'
import { stampedText } from './brief-rules.ts'

/** What a firm proposes; the title and a few sentences at first, more as it goes from stage to stage. */
export type ProposalContent = {
  readonly title: string
  readonly summary: string
  readonly approach: string
  /** What the firm needs of the buyer: data, people, a place to try it. */
  readonly asks: string
  readonly price: Money | null
  readonly weeks: number | null
  /** What it would be worth to the buyer today by the firm's own reckoning, and how that was reckoned. */
  readonly benefit: Money | null
  readonly benefitText: string
}

export const blankProposal: ProposalContent = {
  title: '',
  summary: '',
  approach: '',
  asks: '',
  price: null,
  weeks: null,
  benefit: null,
  benefitText: '',
}

/** By which way somebody read a proposal; each leaves a line that its firm sees. */
export const proposalReadWays = ['record', 'list', 'search', 'export'] as const
export type ProposalReadWay = (typeof proposalReadWays)[number]

/** lead: whose proposal it is; partner: proposes with it; coach: helps with it, at its invitation. */
export const teamParts = ['partner', 'coach'] as const
export type TeamPart = (typeof teamParts)[number]

/** A proposal as one text, of which its stamp is made. */
export const proposalText = (id: ProposalId, content: ProposalContent): string =>
  stampedText(['enlace-proposal-1', id, content])
