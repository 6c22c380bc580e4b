import * as contract from '@enlace/contracts'
import type { Database } from '@enlace/database'
import type { Identity } from '@enlace/identity'

import type { Mount } from '../http/mount.ts'
import { endCalendarFeed, readAgendaSettings, renewCalendarFeed, setAgendaSettings } from './agenda-settings.ts'
import { printAgendas, readLastPrint } from './print-agendas.ts'
import { readAgendasPdf } from './read-agendas-pdf.ts'
import { readBriefings } from './read-briefings.ts'
import { readCalendarFeed } from './calendar-feed.ts'

export function mountAgendas(mount: Mount, database: Database, identity: Identity): void {
  mount.inTransaction(contract.readAgendaSettings, readAgendaSettings)
  mount.inTransaction(contract.setAgendaSettings, setAgendaSettings)
  mount.inTransaction(contract.renewCalendarFeed, renewCalendarFeed)
  mount.inTransaction(contract.endCalendarFeed, endCalendarFeed)
  mount.open(contract.readCalendarFeed, readCalendarFeed(database, identity))
  mount.inTransaction(contract.readBriefings, readBriefings)
  mount.inTransaction(contract.readLastPrint, readLastPrint)
  mount.inTransaction(contract.printAgendas, printAgendas)
  mount.open(contract.readAgendasPdf, readAgendasPdf(database))
}
