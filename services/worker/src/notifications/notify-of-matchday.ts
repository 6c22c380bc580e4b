import type { RecordedEvent } from '@enlace/contracts'

import {
  tellAnnouncement,
  tellCancelled,
  tellDecided,
  tellImported,
  tellMeeting,
  tellPublished,
  tellUndone,
} from '../matchdays/tell-of-matchday.ts'
import { tellInvited } from '../matchdays/tell-invited.ts'
import { tellOfIntroduction } from '../requests/tell-of-introduction.ts'
import { tellOfNoShow } from '../outcomes/tell-of-outcomes.ts'
import type { Effect } from '../reactions/reaction.ts'

/** Whom an event of a matchday is told to; null where it is none that is told. */
export function matchdayEffect(event: RecordedEvent): Effect | null {
  switch (event.name) {
    case 'firms.invited':
      return tellInvited(event.payload)
    case 'matchday.cancelled':
      return tellCancelled(event.payload)
    case 'participant.decided':
      return tellDecided(event.payload)
    case 'participants.imported':
      return tellImported(event.payload)
    case 'plan.published':
      return tellPublished(event.payload)
    case 'plan.undone':
      return tellUndone(event.payload)
    case 'meeting.changed':
      return tellMeeting(event.payload)
    case 'announcement.made':
      return tellAnnouncement(event.payload)
    case 'introduction.changed':
      return tellOfIntroduction(event.payload)
    case 'no-show.noted':
    case 'no-show.excused':
    case 'no-show.decided':
      return tellOfNoShow(event.name, event.payload)
    default:
      return null
  }
}
