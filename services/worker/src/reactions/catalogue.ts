import type { ReactionName } from '@enlace/contracts'

import { findAlerts } from '../alerts/find-alerts.ts'
import { openExposureBook } from '../fairness/exposure-book.ts'
import { runImport } from '../imports/run-import.ts'
import { undoImport } from '../imports/undo-import.ts'
import { trainModel } from '../learning/train-model.ts'
import { sendMail, type MailPorts } from '../mails/send-mail.ts'
import { openNeedBook } from '../matches/need-book.ts'
import { rankImport } from '../matches/rank-import.ts'
import { rankNeed } from '../matches/rank-need.ts'
import { rankPassport } from '../matches/rank-passport.ts'
import { openSupplierBook } from '../matches/supplier-book.ts'
import { markPassport } from '../passports/mark-passport.ts'
import { notify } from '../notifications/notify.ts'
import type { Reaction } from './reaction.ts'

export type ReactionPorts = MailPorts

/** Every reaction that an event can oblige us to; a name without a reaction does not compile. */
export function openReactions(ports: ReactionPorts): Record<ReactionName, Reaction> {
  const suppliers = openSupplierBook(ports.database)
  const needs = openNeedBook(ports.database)
  const exposures = openExposureBook(ports.database)
  return {
    'rank-need': rankNeed(suppliers, exposures),
    'rank-passport': rankPassport(suppliers, needs, exposures),
    'mark-passport': markPassport(ports.database),
    'run-import': runImport(ports.database),
    'rank-import': rankImport(ports.database, suppliers, exposures),
    'undo-import': undoImport,
    notify,
    'find-alerts': findAlerts(() => new Date()),
    'send-mail': sendMail(ports),
    'train-model': trainModel(ports.database),
  }
}
