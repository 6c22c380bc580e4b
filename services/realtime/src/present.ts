import { sql } from 'drizzle-orm'

import type { DeepReadonly, LiveData, LiveName } from '@enlace/contracts'
import {
  countUnread,
  readAnnouncement,
  readMeetingOnBoard,
  rankingLimit,
  readAsSystem,
  readFeed,
  readImport,
  readLinkageChange,
  readPlanProgress,
  readRankingText,
  type Database,
  type KeptNote,
  type Reader,
} from '@enlace/database'
import {
  asId,
  type AnnouncementId,
  type ImportId,
  type LinkageId,
  type MeetingId,
  type MatchdayPlanId,
  type NeedId,
  type OrganisationId,
} from '@enlace/domain'

type Presenter<Name extends LiveName> = (
  reader: Reader,
  topicId: string,
  subject: string,
) => Promise<DeepReadonly<LiveData<Name>> | null>

const readNeedCounts: Presenter<'need.changed'> = async (reader, _topicId, needId) => {
  const [row] = await reader.execute<LiveData<'need.changed'>>(sql`
    select needs.id as "needId", needs.state, needs.version,
      (select count(*)::int from matches where matches.need_id = needs.id and rank <= ${rankingLimit}) as "matchCount",
      (select count(*)::int from match_answers where match_answers.need_id = needs.id and answer = 'interested') as "interestedCount"
    from needs where needs.id = ${needId}`)
  return row ?? null
}

const readPassportState: Presenter<'passport.changed'> = async (reader, organisationId) => {
  const [row] = await reader.execute<LiveData<'passport.changed'>>(sql`
    select passports.version, passports.state,
      (select count(*)::int from matches join needs on needs.id = matches.need_id
        where matches.supplier_id = passports.organisation_id and needs.state = 'published') as "openNeeds"
    from passports where passports.organisation_id = ${organisationId}`)
  return row ?? null
}

/** How each message gets its data; the topic's own id decides whose view it is, so nobody is told of what is not theirs. */
const presenters: { readonly [Name in Exclude<LiveName, 'ranking.changed'>]: Presenter<Name> } = {
  'feed.changed': async (reader, supplierId, needId) => {
    const [row] = await readFeed(reader, asId<OrganisationId>(supplierId), {
      after: null,
      limit: 1,
      kind: null,
      needId: asId<NeedId>(needId),
    })
    return row ?? null
  },
  'call.changed': async (_reader, _organisationId, callId) => ({ callId }),
  'feed.left': async (_reader, _supplierId, needId) => ({ needId }),
  'need.changed': readNeedCounts,
  'passport.changed': readPassportState,
  'import.changed': (reader, _agencyId, importId) => readImport(reader, asId<ImportId>(importId)),
  'linkage.changed': (reader, organisationId, linkageId) =>
    readLinkageChange(reader, asId<OrganisationId>(organisationId), asId<LinkageId>(linkageId)),
  'notification.created': async (reader, organisationId) => ({
    unread: await countUnread(reader, asId<OrganisationId>(organisationId)),
  }),
  'members.changed': async () => null,
  'challenge.changed': async (_reader, _organisationId, needId) => ({ needId }),
  'innovation.changed': async (_reader, _organisationId, innovationId) => ({ innovationId }),
  'matchday.changed': async (_reader, _organisationId, matchdayId) => ({ matchdayId }),
  'meeting.changed': (reader, organisationId, meetingId) =>
    readMeetingOnBoard(reader, asId<OrganisationId>(organisationId), asId<MeetingId>(meetingId)),
  'room.written': async (_reader, _organisationId, meetingId) => ({ meetingId }),
  'announcement.made': (reader, heardBy, announcementId) =>
    readAnnouncement(reader, heardBy, asId<AnnouncementId>(announcementId)),
  'plan.progressed': (reader, _organisationId, planId) => readPlanProgress(reader, asId<MatchdayPlanId>(planId)),
}

/** A message's name and its data, as the text of JSON that is sent. */
export type Presented = { readonly name: LiveName; readonly data: string }

/** A note's message as it stands now. A need that left a supplier's list is told as `feed.left`. */
export async function present(database: Database, { name, topic, subject }: KeptNote): Promise<Presented | null> {
  const topicId = topic.slice(topic.indexOf(':') + 1)
  const data = await readAsSystem(database, async (reader): Promise<string | null> => {
    if (name === 'ranking.changed') return readRankingText(reader, asId<NeedId>(topicId))
    const read: unknown = await presenters[name](reader, topicId, subject)
    return read === null ? null : JSON.stringify(read)
  })
  if (data === null && name === 'feed.changed')
    return { name: 'feed.left', data: JSON.stringify({ needId: subject } satisfies LiveData<'feed.left'>) }
  return data === null ? null : { name, data }
}
