import * as contract from '@enlace/contracts'
import type { Database } from '@enlace/database'

import type { Mount } from '../http/mount.ts'
import { admitParticipant, attendMatchday, leaveMatchday, sayWish } from './attend-matchday.ts'
import { listOffers } from './list-offers.ts'
import { meetingCalendar } from './meeting-calendar.ts'
import { listMatchdays, listMeetings, listParticipants, readMatchday } from './read-matchdays.ts'
import { bookMeeting, confirmMeeting, moveMeeting } from './run-meeting.ts'
import { moveMatchday, saveMatchday, startMatchday } from './set-up-matchday.ts'

export function mountMatchdays(mount: Mount, database: Database): void {
  mount.inTransaction(contract.listMatchdays, listMatchdays)
  mount.inTransaction(contract.startMatchday, startMatchday)
  mount.inTransaction(contract.readMatchday, readMatchday)
  mount.inTransaction(contract.saveMatchday, saveMatchday)
  mount.inTransaction(contract.moveMatchday, moveMatchday)
  mount.inTransaction(contract.attendMatchday, attendMatchday)
  mount.inTransaction(contract.leaveMatchday, leaveMatchday)
  mount.inTransaction(contract.listParticipants, listParticipants)
  mount.inTransaction(contract.admitParticipant, admitParticipant)
  mount.inTransaction(contract.sayWish, sayWish)
  mount.inTransaction(contract.listMeetings, listMeetings)
  mount.open(contract.meetingCalendar, meetingCalendar(database))
  mount.inTransaction(contract.bookMeeting, bookMeeting)
  mount.inTransaction(contract.listOffers, listOffers)
  mount.inTransaction(contract.confirmMeeting, confirmMeeting)
  mount.inTransaction(contract.moveMeeting, moveMeeting)
}
