import type { MemberRole, OrganisationKind } from '../organisations/organisation.ts'
import type { Action } from './actions.ts'
import type { Relation } from './relation.ts'

/** Members of these kinds and roles may act on things that stand so to their organisation, or on no thing at all. */
export type Grant = {
  readonly kinds: readonly OrganisationKind[] | 'any'
  readonly roles: readonly MemberRole[] | 'any'
  readonly to: readonly Relation[] | 'nothing'
}

/** Who may do an action: everyone who comes, every signed-in person, or the members that a grant covers. */
export type Grants = { readonly everyone?: true; readonly people?: true; readonly members?: readonly Grant[] }

const owners: readonly MemberRole[] = ['owner']
const buyers: readonly MemberRole[] = ['owner', 'buyer']
const bidders: readonly MemberRole[] = ['owner', 'bidder']
const auditors: readonly MemberRole[] = ['owner', 'auditor']
const facilitators: readonly MemberRole[] = ['owner', 'facilitator']
const known: readonly Relation[] = ['own', 'related', 'published']

const ownersOfAny: Grants = { members: [{ kinds: 'any', roles: owners, to: ['own'] }] }
const buyersOwn: Grants = { members: [{ kinds: ['buyer'], roles: buyers, to: ['own'] }] }
/** A buyer its own; an agency those that it opens for several buyers. */
const challengers: Grants = {
  members: [
    { kinds: ['buyer'], roles: buyers, to: ['own'] },
    { kinds: ['agency'], roles: facilitators, to: ['own'] },
  ],
}
/** Of a challenge that an agency opens, by a buyer that takes part. */
const partners: Grants = { members: [{ kinds: ['buyer'], roles: buyers, to: ['related'] }] }
const knownToAny: Grants = { members: [{ kinds: 'any', roles: 'any', to: known }] }
const anyMember: Grants = { members: [{ kinds: 'any', roles: 'any', to: 'nothing' }] }
/** A supplier writes its own passport; an agency writes for the firms in its care. */
const passportWriters: Grants = {
  members: [
    { kinds: ['supplier'], roles: bidders, to: ['own'] },
    { kinds: ['agency'], roles: facilitators, to: ['related'] },
  ],
}
const importers: Grants = { members: [{ kinds: ['agency'], roles: facilitators, to: ['own'] }] }

/** The whole policy; what no line names is refused. */
export const grants: Readonly<Record<Action, Grants>> = {
  'organisation.create': { people: true },
  'organisation.read': {
    members: [
      { kinds: 'any', roles: 'any', to: known },
      { kinds: ['platform'], roles: 'any', to: ['other'] },
    ],
  },
  'organisation.update': ownersOfAny,
  'organisation.invite': ownersOfAny,
  'organisation.change-role': ownersOfAny,
  'organisation.remove-member': ownersOfAny,
  'organisation.leave': { members: [{ kinds: 'any', roles: 'any', to: ['own'] }] },
  'member.read': { members: [{ kinds: 'any', roles: 'any', to: ['own'] }] },
  'passport.read': knownToAny,
  'passport.edit': passportWriters,
  'passport.publish': passportWriters,
  'certificate.verify': {
    members: [{ kinds: ['agency'], roles: ['owner', 'facilitator', 'assessor'], to: ['related'] }],
  },
  'need.read': knownToAny,
  'need.post': buyersOwn,
  'need.amend': challengers,
  'need.close': challengers,
  'challenge.read': anyMember,
  'challenge.open': challengers,
  'challenge.write': challengers,
  'challenge.broker': { members: [{ kinds: ['agency'], roles: facilitators, to: ['own'] }] },
  'challenge.join': partners,
  'challenge.vote': {
    members: [
      { kinds: ['buyer'], roles: ['owner', 'buyer', 'assessor'], to: ['own'] },
      { kinds: ['agency'], roles: ['owner', 'facilitator', 'assessor'], to: ['own'] },
    ],
  },
  'candidate.review': {
    members: [
      { kinds: ['buyer'], roles: ['owner', 'buyer', 'assessor'], to: ['own'] },
      { kinds: ['agency'], roles: ['owner', 'facilitator', 'assessor'], to: ['related'] },
      { kinds: ['expert'], roles: ['owner', 'expert'], to: ['related'] },
    ],
  },
  'candidate.help': {
    members: [
      { kinds: ['buyer'], roles: buyers, to: ['own'] },
      { kinds: ['supplier'], roles: bidders, to: ['related'] },
    ],
  },
  'terms.accept': {
    members: [
      { kinds: ['supplier'], roles: bidders, to: ['own'] },
      { kinds: ['agency'], roles: facilitators, to: ['own'] },
      { kinds: ['expert'], roles: ['owner', 'expert'], to: ['own'] },
    ],
  },
  'portfolio.read': { members: [{ kinds: ['buyer'], roles: 'any', to: ['own'] }] },
  /** A research body proposes as a firm's partner. */
  'proposal.write': {
    members: [
      { kinds: ['supplier'], roles: bidders, to: ['own', 'related'] },
      { kinds: ['expert'], roles: ['owner', 'expert'], to: ['related'] },
    ],
  },
  'proposal.read': { members: [{ kinds: 'any', roles: 'any', to: ['own', 'related'] }] },
  'proposal.decide': challengers,
  'proposal.answer': partners,
  /** Suppliers see their own; what others show is for buyers and agencies. */
  'innovation.list': { members: [{ kinds: ['buyer', 'supplier', 'agency'], roles: 'any', to: 'nothing' }] },
  'innovation.read': {
    members: [
      { kinds: ['supplier'], roles: 'any', to: ['own'] },
      { kinds: ['buyer', 'agency'], roles: 'any', to: ['published'] },
    ],
  },
  'innovation.write': { members: [{ kinds: ['supplier'], roles: bidders, to: ['own'] }] },
  'innovation.answer': { members: [{ kinds: ['buyer'], roles: buyers, to: ['published'] }] },
  'matchday.list': { members: [{ kinds: ['agency', 'buyer', 'supplier'], roles: 'any', to: 'nothing' }] },
  'matchday.read': {
    members: [
      { kinds: ['agency'], roles: 'any', to: ['own'] },
      { kinds: ['buyer', 'supplier'], roles: 'any', to: ['published'] },
    ],
  },
  'matchday.run': { members: [{ kinds: ['agency'], roles: facilitators, to: ['own'] }] },
  'matchday.attend': {
    members: [
      { kinds: ['buyer'], roles: buyers, to: ['published'] },
      { kinds: ['supplier'], roles: bidders, to: ['published'] },
    ],
  },
  'match.read': {
    members: [
      { kinds: ['buyer'], roles: 'any', to: ['own'] },
      { kinds: ['supplier'], roles: 'any', to: ['related'] },
    ],
  },
  'match.answer': { members: [{ kinds: ['supplier'], roles: bidders, to: ['related'] }] },
  'file.upload': {
    members: [
      { kinds: ['buyer'], roles: buyers, to: ['own'] },
      { kinds: ['supplier'], roles: bidders, to: ['own'] },
      { kinds: ['agency'], roles: facilitators, to: ['own', 'related'] },
    ],
  },
  'file.read': { members: [{ kinds: 'any', roles: 'any', to: ['own', 'related'] }] },
  'search.suppliers': anyMember,
  'search.needs': anyMember,
  'search.save-suppliers': { members: [{ kinds: ['buyer', 'agency'], roles: 'any', to: 'nothing' }] },
  'search.save-needs': { members: [{ kinds: ['supplier', 'agency'], roles: 'any', to: 'nothing' }] },
  'saved-search.keep': { members: [{ kinds: ['buyer', 'supplier', 'agency'], roles: 'any', to: ['own'] }] },
  'rival.keep': { members: [{ kinds: ['supplier'], roles: owners, to: ['own'] }] },
  /** What is said of a firm and its dealings is for itself, for those who buy, and for those who look after the market. */
  'exclusion.read': {
    members: [
      { kinds: ['supplier'], roles: 'any', to: ['own'] },
      { kinds: ['buyer', 'agency', 'platform'], roles: 'any', to: ['related', 'published', 'other'] },
    ],
  },
  'exclusion.declare': { members: [{ kinds: ['supplier'], roles: bidders, to: ['own'] }] },
  /** An agency speaks of the firms in its care, the platform of all. */
  'exclusion.record': {
    members: [
      { kinds: ['agency'], roles: ['owner', 'facilitator', 'assessor'], to: ['related'] },
      { kinds: ['platform'], roles: owners, to: ['related', 'published', 'other'] },
    ],
  },
  'exclusion-policy.read': { members: [{ kinds: ['buyer'], roles: 'any', to: ['own'] }] },
  'exclusion-policy.set': { members: [{ kinds: ['buyer'], roles: owners, to: ['own'] }] },
  'glossary.read': { members: [{ kinds: ['buyer', 'supplier'], roles: 'any', to: ['own'] }] },
  'glossary.keep': { members: [{ kinds: ['buyer', 'supplier'], roles: owners, to: ['own'] }] },
  /** Whoever is to open something may be of any organisation, or of none. */
  'opener-key.keep': { people: true },
  'opener.find': {
    members: [
      { kinds: ['buyer'], roles: buyers, to: 'nothing' },
      { kinds: ['agency'], roles: facilitators, to: 'nothing' },
    ],
  },
  'linkage.list': { members: [{ kinds: ['buyer', 'supplier', 'agency'], roles: 'any', to: ['own'] }] },
  /** A linkage is its buyer's own; its supplier, and an agency to which that supplier shows it, are joined to it. */
  'linkage.read': {
    members: [
      { kinds: ['buyer'], roles: 'any', to: ['own'] },
      { kinds: ['supplier', 'agency'], roles: 'any', to: ['related'] },
    ],
  },
  'linkage.enter': {
    members: [
      { kinds: ['buyer'], roles: 'any', to: ['own'] },
      { kinds: ['supplier'], roles: 'any', to: ['related'] },
    ],
  },
  'linkage.act': {
    members: [
      { kinds: ['buyer'], roles: buyers, to: ['own'] },
      { kinds: ['supplier'], roles: bidders, to: ['related'] },
    ],
  },
  'linkage.disclose': { members: [{ kinds: ['supplier'], roles: owners, to: ['own'] }] },
  'linkage.judge-report': { members: [{ kinds: ['platform'], roles: owners, to: 'nothing' }] },
  'decision-map.read': { members: [{ kinds: ['buyer'], roles: 'any', to: ['own'] }] },
  'decision-map.keep': buyersOwn,
  'import.run': importers,
  'import.undo': importers,
  'import.read': { members: [{ kinds: ['agency'], roles: 'any', to: ['own'] }] },
  'export.own': {
    members: [{ kinds: 'any', roles: ['owner', 'buyer', 'bidder', 'facilitator', 'auditor'], to: ['own'] }],
  },
  'firm.list': { members: [{ kinds: ['agency'], roles: 'any', to: ['own'] }] },
  'firm.merge': importers,
  'sign.read': { members: [{ kinds: ['platform'], roles: owners, to: 'nothing' }] },
  /** An owner may be what a sign of its calls is about, so in a buying organisation its auditors alone read them. */
  'call-sign.read': {
    members: [
      { kinds: ['platform'], roles: auditors, to: ['own'] },
      { kinds: ['buyer'], roles: ['auditor'], to: ['own'] },
    ],
  },
  'demand.read': { members: [{ kinds: ['agency'], roles: 'any', to: 'nothing' }] },
  'fairness.read': { members: [{ kinds: ['agency', 'platform'], roles: 'any', to: 'nothing' }] },
  /** The platform sets every policy; an agency the one that was entrusted to it, as its own. */
  'fairness.set': {
    members: [
      { kinds: ['platform'], roles: owners, to: ['own', 'related', 'published', 'other'] },
      { kinds: ['agency'], roles: facilitators, to: ['own'] },
    ],
  },
  /** What one may do in a call beyond this is said by one's part in it: call-acts.ts. */
  'call.read': { members: [{ kinds: 'any', roles: 'any', to: known }] },
  'call.write': buyersOwn,
  'bid.write': { members: [{ kinds: ['supplier'], roles: bidders, to: ['own'] }] },
  'status.read': { members: [{ kinds: ['platform'], roles: 'any', to: 'nothing' }] },
  'status.queues': { members: [{ kinds: ['platform'], roles: owners, to: 'nothing' }] },
  'model.read': { members: [{ kinds: ['platform'], roles: 'any', to: 'nothing' }] },
  'model.switch': { members: [{ kinds: ['platform'], roles: owners, to: 'nothing' }] },
  'audit.read': {
    members: [
      { kinds: 'any', roles: auditors, to: ['own', 'related'] },
      { kinds: ['platform'], roles: auditors, to: ['published', 'other'] },
    ],
  },
  /** Its route exists in demo mode only, where a visitor must read the mail that lets him in. */
  'mailbox.read': { everyone: true },
  'category.read': { everyone: true },
}
