import { describe, expect, it } from 'vitest'
import { asId, type OrganisationId, type UserId } from '../brand.ts'
import { memberRoles, organisationKinds } from '../organisations/organisation.ts'
import { anonymous, type Actor, system } from './actor.ts'
import { can } from './can.ts'
import { type Action, actions } from './actions.ts'
import type { Subject } from './relation.ts'

const mine = asId<OrganisationId>('mine')
const theirs = asId<OrganisationId>('theirs')
const userId = asId<UserId>('user')

/** One subject for each relation, with the distractors that must not count. */
const subjects: Readonly<Record<string, Subject | null>> = {
  own: { organisationId: mine },
  related: { organisationId: theirs, relatedIds: [theirs, mine] },
  published: { organisationId: theirs, relatedIds: [theirs], published: true },
  other: { organisationId: theirs, relatedIds: [theirs], published: false },
  orphan: { organisationId: null },
  nothing: null,
}

const members = organisationKinds.flatMap((organisationKind) =>
  memberRoles.map((role) => ({
    name: `${organisationKind}/${role}`,
    actor: { kind: 'member', userId, organisationId: mine, organisationKind, role } satisfies Actor,
  })),
)
const others: readonly { name: string; actor: Actor }[] = [
  { name: 'anonymous', actor: anonymous },
  { name: 'person', actor: { kind: 'person', userId } },
]

const everyMember =
  'buyer/owner buyer/buyer buyer/assessor buyer/auditor supplier/owner supplier/bidder supplier/auditor agency/owner agency/facilitator agency/assessor agency/auditor expert/owner expert/expert funder/owner funder/funder funder/auditor platform/owner platform/auditor'
const everyOwner = 'buyer/owner supplier/owner agency/owner expert/owner funder/owner platform/owner'
const everySubject = 'own related published other orphan nothing'

/** Written out by hand, apart from the table under test: who may do what to which subjects; every other cell is refused. */
const expected: Readonly<Record<Action, readonly (readonly [who: string, to: string])[]>> = {
  'organisation.create': [[`person ${everyMember}`, everySubject]],
  'organisation.read': [
    [everyMember, 'own related published'],
    ['platform/owner platform/auditor', 'other orphan'],
  ],
  'organisation.update': [[everyOwner, 'own']],
  'organisation.invite': [[everyOwner, 'own']],
  'organisation.change-role': [[everyOwner, 'own']],
  'organisation.remove-member': [[everyOwner, 'own']],
  'organisation.leave': [[everyMember, 'own']],
  'member.read': [[everyMember, 'own']],
  'passport.read': [[everyMember, 'own related published']],
  'passport.edit': [
    ['supplier/owner supplier/bidder', 'own'],
    ['agency/owner agency/facilitator', 'related'],
  ],
  'passport.publish': [
    ['supplier/owner supplier/bidder', 'own'],
    ['agency/owner agency/facilitator', 'related'],
  ],
  'certificate.verify': [['agency/owner agency/facilitator agency/assessor', 'related']],
  'need.read': [[everyMember, 'own related published']],
  'need.post': [['buyer/owner buyer/buyer', 'own']],
  'need.amend': [['buyer/owner buyer/buyer agency/owner agency/facilitator', 'own']],
  'need.close': [['buyer/owner buyer/buyer agency/owner agency/facilitator', 'own']],
  'challenge.read': [[everyMember, 'nothing']],
  'challenge.open': [['buyer/owner buyer/buyer agency/owner agency/facilitator', 'own']],
  'challenge.write': [['buyer/owner buyer/buyer agency/owner agency/facilitator', 'own']],
  'challenge.broker': [['agency/owner agency/facilitator', 'own']],
  'challenge.join': [['buyer/owner buyer/buyer', 'related']],
  'challenge.vote': [['buyer/owner buyer/buyer buyer/assessor agency/owner agency/facilitator agency/assessor', 'own']],
  'candidate.review': [
    ['buyer/owner buyer/buyer buyer/assessor', 'own'],
    ['agency/owner agency/facilitator agency/assessor expert/owner expert/expert', 'related'],
  ],
  'candidate.help': [
    ['buyer/owner buyer/buyer', 'own'],
    ['supplier/owner supplier/bidder', 'related'],
  ],
  'terms.accept': [
    ['supplier/owner supplier/bidder agency/owner agency/facilitator expert/owner expert/expert', 'own'],
  ],
  'portfolio.read': [['buyer/owner buyer/buyer buyer/assessor buyer/auditor', 'own']],
  'proposal.write': [
    ['supplier/owner supplier/bidder', 'own related'],
    ['expert/owner expert/expert', 'related'],
  ],
  'proposal.read': [[everyMember, 'own related']],
  'proposal.decide': [['buyer/owner buyer/buyer agency/owner agency/facilitator', 'own']],
  'proposal.answer': [['buyer/owner buyer/buyer', 'related']],
  'matchday.list': [
    [
      'buyer/owner buyer/buyer buyer/assessor buyer/auditor supplier/owner supplier/bidder supplier/auditor agency/owner agency/facilitator agency/assessor agency/auditor',
      'nothing',
    ],
  ],
  'matchday.read': [
    [
      'buyer/owner buyer/buyer buyer/assessor buyer/auditor supplier/owner supplier/bidder supplier/auditor',
      'published',
    ],
    ['agency/owner agency/facilitator agency/assessor agency/auditor', 'own'],
  ],
  'matchday.run': [['agency/owner agency/facilitator', 'own']],
  'matchday.attend': [['buyer/owner buyer/buyer supplier/owner supplier/bidder', 'published']],
  'innovation.list': [
    [
      'buyer/owner buyer/buyer buyer/assessor buyer/auditor supplier/owner supplier/bidder supplier/auditor agency/owner agency/facilitator agency/assessor agency/auditor',
      'nothing',
    ],
  ],
  'innovation.read': [
    ['supplier/owner supplier/bidder supplier/auditor', 'own'],
    [
      'buyer/owner buyer/buyer buyer/assessor buyer/auditor agency/owner agency/facilitator agency/assessor agency/auditor',
      'published',
    ],
  ],
  'innovation.write': [['supplier/owner supplier/bidder', 'own']],
  'innovation.answer': [['buyer/owner buyer/buyer', 'published']],
  'match.read': [
    ['buyer/owner buyer/buyer buyer/assessor buyer/auditor', 'own'],
    ['supplier/owner supplier/bidder supplier/auditor', 'related'],
  ],
  'match.answer': [['supplier/owner supplier/bidder', 'related']],
  'file.upload': [
    ['buyer/owner buyer/buyer supplier/owner supplier/bidder', 'own'],
    ['agency/owner agency/facilitator', 'own related'],
  ],
  'file.read': [[everyMember, 'own related']],
  'search.suppliers': [[everyMember, 'nothing']],
  'search.needs': [[everyMember, 'nothing']],
  'search.save-suppliers': [
    [
      'buyer/owner buyer/buyer buyer/assessor buyer/auditor agency/owner agency/facilitator agency/assessor agency/auditor',
      'nothing',
    ],
  ],
  'search.save-needs': [
    [
      'supplier/owner supplier/bidder supplier/auditor agency/owner agency/facilitator agency/assessor agency/auditor',
      'nothing',
    ],
  ],
  'saved-search.keep': [
    [
      'buyer/owner buyer/buyer buyer/assessor buyer/auditor supplier/owner supplier/bidder supplier/auditor agency/owner agency/facilitator agency/assessor agency/auditor',
      'own',
    ],
  ],
  'rival.keep': [['supplier/owner', 'own']],
  'exclusion.read': [
    ['supplier/owner supplier/bidder supplier/auditor', 'own'],
    [
      'buyer/owner buyer/buyer buyer/assessor buyer/auditor agency/owner agency/facilitator agency/assessor agency/auditor platform/owner platform/auditor',
      'related published other orphan',
    ],
  ],
  'exclusion.declare': [['supplier/owner supplier/bidder', 'own']],
  'exclusion.record': [
    ['agency/owner agency/facilitator agency/assessor', 'related'],
    ['platform/owner', 'related published other orphan'],
  ],
  'exclusion-policy.read': [['buyer/owner buyer/buyer buyer/assessor buyer/auditor', 'own']],
  'exclusion-policy.set': [['buyer/owner', 'own']],
  'glossary.read': [
    ['buyer/owner buyer/buyer buyer/assessor buyer/auditor supplier/owner supplier/bidder supplier/auditor', 'own'],
  ],
  'glossary.keep': [['buyer/owner supplier/owner', 'own']],
  'opener-key.keep': [[`person ${everyMember}`, everySubject]],
  'opener.find': [['buyer/owner buyer/buyer agency/owner agency/facilitator', 'nothing']],
  'linkage.list': [
    [
      'buyer/owner buyer/buyer buyer/assessor buyer/auditor supplier/owner supplier/bidder supplier/auditor agency/owner agency/facilitator agency/assessor agency/auditor',
      'own',
    ],
  ],
  'linkage.read': [
    ['buyer/owner buyer/buyer buyer/assessor buyer/auditor', 'own'],
    [
      'supplier/owner supplier/bidder supplier/auditor agency/owner agency/facilitator agency/assessor agency/auditor',
      'related',
    ],
  ],
  'linkage.enter': [
    ['buyer/owner buyer/buyer buyer/assessor buyer/auditor', 'own'],
    ['supplier/owner supplier/bidder supplier/auditor', 'related'],
  ],
  'linkage.act': [
    ['buyer/owner buyer/buyer', 'own'],
    ['supplier/owner supplier/bidder', 'related'],
  ],
  'linkage.disclose': [['supplier/owner', 'own']],
  'linkage.judge-report': [['platform/owner', 'nothing']],
  'decision-map.read': [['buyer/owner buyer/buyer buyer/assessor buyer/auditor', 'own']],
  'decision-map.keep': [['buyer/owner buyer/buyer', 'own']],
  'import.run': [['agency/owner agency/facilitator', 'own']],
  'import.undo': [['agency/owner agency/facilitator', 'own']],
  'firm.merge': [['agency/owner agency/facilitator', 'own']],
  'sign.read': [['platform/owner', 'nothing']],
  'import.read': [['agency/owner agency/facilitator agency/assessor agency/auditor', 'own']],
  'export.own': [
    [
      `${everyOwner} buyer/buyer buyer/auditor supplier/bidder supplier/auditor agency/facilitator agency/auditor funder/auditor platform/auditor`,
      'own',
    ],
  ],
  'firm.list': [['agency/owner agency/facilitator agency/assessor agency/auditor', 'own']],
  'call-sign.read': [['platform/owner platform/auditor buyer/auditor', 'own']],
  'demand.read': [['agency/owner agency/facilitator agency/assessor agency/auditor', 'nothing']],
  'fairness.read': [
    ['agency/owner agency/facilitator agency/assessor agency/auditor platform/owner platform/auditor', 'nothing'],
  ],
  'fairness.set': [
    ['platform/owner', 'own related published other orphan'],
    ['agency/owner agency/facilitator', 'own'],
  ],
  'call.read': [[everyMember, 'own related published']],
  'call.write': [['buyer/owner buyer/buyer', 'own']],
  'bid.write': [['supplier/owner supplier/bidder', 'own']],
  'status.read': [['platform/owner platform/auditor', 'nothing']],
  'status.queues': [['platform/owner', 'nothing']],
  'model.read': [['platform/owner platform/auditor', 'nothing']],
  'model.switch': [['platform/owner', 'nothing']],
  'audit.read': [
    [`${everyOwner} buyer/auditor supplier/auditor agency/auditor funder/auditor platform/auditor`, 'own related'],
    ['platform/owner platform/auditor', 'published other orphan'],
  ],
  'mailbox.read': [[`anonymous person ${everyMember}`, everySubject]],
  'category.read': [[`anonymous person ${everyMember}`, everySubject]],
}

/** Every kind × role; those outside `everyMember` are roles that do not exist in that kind of organisation. */
const [sound, odd] = [true, false].map((wanted) =>
  members.filter(({ name }) => everyMember.split(' ').includes(name) === wanted),
)

const cells = (actors: readonly { name: string; actor: Actor }[], action: Action): string[] =>
  actors.flatMap(({ name, actor }) =>
    Object.entries(subjects)
      .filter(([, subject]) => can(actor, action, subject))
      .map(([relation]) => `${name} ${relation}`),
  )

describe('can', () => {
  it.each(actions)('%s is allowed in exactly the cells written out, of all actors and relations', (action) => {
    const wanted = expected[action].flatMap(([who, to]) =>
      who.split(' ').flatMap((name) => to.split(' ').map((relation) => `${name} ${relation}`)),
    )
    expect(cells([...others, ...(sound ?? [])], action).toSorted()).toEqual(wanted.toSorted())
  })

  it('takes what is published for absent behind a wall, but not what is related or own', () => {
    const owner = { kind: 'member', userId, organisationId: mine, organisationKind: 'supplier', role: 'owner' } as const
    const seen = (subject: Subject): boolean => can(owner, 'passport.read', { ...subject, walled: true })
    expect(seen({ organisationId: theirs, published: true })).toBe(false)
    expect(can(owner, 'passport.read', { organisationId: theirs, published: true })).toBe(true)
    expect(seen({ organisationId: theirs, relatedIds: [owner.organisationId], published: true })).toBe(true)
    expect(seen({ organisationId: owner.organisationId })).toBe(true)
  })

  it('lets our own processes do everything', () => {
    expect(actions.filter((action) => !can(system, action, { organisationId: theirs }))).toEqual([])
  })

  it('grants a role that does not belong to the organisation kind no more than any signed-in person has', () => {
    expect(odd).toHaveLength(organisationKinds.length * memberRoles.length - everyMember.split(' ').length)
    expect(actions.filter((action) => cells(odd ?? [], action).length > 0)).toEqual([
      'organisation.create',
      'opener-key.keep',
      'mailbox.read',
      'category.read',
    ])
  })
})
