import type { FastifyInstance } from 'fastify'

import * as contract from '@enlace/contracts'

import { createMount, type MountOptions } from '../http/mount.ts'
import { readAlertHours, setAlertHours } from './alert-hours.ts'
import { saveSearch } from './save-search.ts'
import { changeSavedSearch, deleteSavedSearch, listSavedSearches } from './saved-searches.ts'
import { openUnsubscribe, readUnsubscribe, unsubscribe } from './unsubscribe.ts'

/** Mail programs press the button with a form (RFC 8058), which is read nowhere else; what it says is always the same. */
const forms = ['application/x-www-form-urlencoded', 'multipart/form-data']

/** Mounts saved searches, and in a scope of its own the link by which a mail program turns one off. */
export async function mountAlerts(app: FastifyInstance, options: Omit<MountOptions, 'app'>): Promise<void> {
  const mount = createMount({ ...options, app })
  mount.inTransaction(contract.listSavedSearches, listSavedSearches)
  mount.inTransaction(contract.saveSearch, saveSearch)
  mount.inTransaction(contract.changeSavedSearch, changeSavedSearch)
  mount.inTransaction(contract.deleteSavedSearch, deleteSavedSearch)
  mount.inTransaction(contract.readAlertHours, readAlertHours)
  mount.inTransaction(contract.setAlertHours, setAlertHours)
  mount.inTransaction(contract.readUnsubscribe, readUnsubscribe)
  mount.open(contract.openUnsubscribe, openUnsubscribe)
  await app.register(async (scope) => {
    scope.addContentTypeParser(forms, { parseAs: 'string', bodyLimit: 10_000 }, (_request, _body, done) => done(null))
    createMount({ ...options, app: scope }).inTransaction(contract.unsubscribe, unsubscribe)
  })
}
