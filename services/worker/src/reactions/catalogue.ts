import type { ReactionName } from '@enlace/contracts'

import { inviteToMeetings } from '../agendas/invite-to-meetings.ts'
import { closeChallenge } from '../challenges/close-challenge.ts'
import { findAlerts } from '../alerts/find-alerts.ts'
import { fitInnovations, tellingStates } from '../innovations/fit-innovations.ts'
import { openInnovationBook } from '../innovations/innovation-book.ts'
import { runImport } from '../imports/run-import.ts'
import { undoImport } from '../imports/undo-import.ts'
import { trainModel } from '../learning/train-model.ts'
import { openContract } from '../linkages/open-contract.ts'
import { startLinkage } from '../linkages/start-linkage.ts'
import { tellLinkage } from '../linkages/tell-linkage.ts'
import { sendMail, type MailPorts } from '../mails/send-mail.ts'
import { planMatchday } from '../matchdays/plan-matchday.ts'
import { feedClock } from '../outcomes/feed-clock.ts'
import { openNeedBook } from '../matches/need-book.ts'
import { rankExclusions } from '../matches/rank-exclusions.ts'
import { rankGlossary } from '../matches/rank-glossary.ts'
import { rankImport } from '../matches/rank-import.ts'
import { rankNeed } from '../matches/rank-need.ts'
import { rankPassport } from '../matches/rank-passport.ts'
import type { RankingBooks } from '../matches/ranking-books.ts'
import { seatPeople } from '../parties/seat-people.ts'
import { markPassport } from '../passports/mark-passport.ts'
import { notify } from '../notifications/notify.ts'
import type { Reaction, Wake } from './reaction.ts'
import { findSigns } from '../signs/find-signs.ts'

export type ReactionPorts = MailPorts & {
  /** The one origin that links in mails lead to. */
  readonly publicUrl: string
  /** Whose mail it is, as "Name <address>". */
  readonly mailFrom: string
  /** Tells who listens of what a reaction noted while it was at work. */
  readonly wake: Wake
}

/** Every reaction that an event can oblige us to; a name without a reaction does not compile. */
export function openReactions(ports: ReactionPorts, books: RankingBooks): Record<ReactionName, Reaction> {
  const needs = openNeedBook(ports.database)
  const fits = {
    needs: openNeedBook(ports.database, tellingStates),
    innovations: openInnovationBook(ports.database),
  }
  const ready = async (): Promise<void> => {
    await books.ready()
    await needs.filled()
  }
  const fitsReady = async (): Promise<void> => {
    await fits.needs.filled()
    await fits.innovations.filled()
  }
  return {
    'rank-need': { ready: books.ready, ...rankNeed(books, ports.wake) },
    'rank-passport': { ready, ...rankPassport(books, needs) },
    'mark-passport': markPassport(ports.database),
    'run-import': runImport(ports.database),
    'rank-import': { ready: books.ready, ...rankImport(ports.database, books) },
    'rank-glossary': { ready, ...rankGlossary(ports.database, books, needs) },
    'rank-exclusions': { ready, ...rankExclusions(ports.database, books, needs) },
    'undo-import': undoImport,
    notify,
    'find-alerts': findAlerts(() => new Date()),
    'send-mail': sendMail(ports),
    'train-model': trainModel(ports.database),
    'start-linkage': startLinkage,
    'open-contract': openContract,
    'tell-linkage': tellLinkage(ports.publicUrl),
    'fit-innovations': { ready: fitsReady, ...fitInnovations(fits) },
    'find-signs': findSigns,
    'close-challenge': closeChallenge,
    'plan-matchday': planMatchday(ports.database, { wake: ports.wake }),
    'invite-to-meetings': inviteToMeetings(ports),
    'feed-clock': feedClock,
    'seat-people': seatPeople,
  }
}
