import type { verifyCertificate as contract } from '@enlace/contracts'
import { lockPassport, markCertificate, publishMark } from '@enlace/database'
import { Problem, samePaper, type Certificate, type EntryId, type PassportContent } from '@enlace/domain'

import type { Handler } from '../http/mount.ts'
import { deskFor, reread } from './passport-desk.ts'
import { tellPublication } from './tell-publication.ts'

const certificateOf = (content: PassportContent | null | undefined, id: EntryId): Certificate | undefined =>
  content?.certificates.find((certificate) => certificate.id === id)

/** An agency marks a certificate as looked at, or takes its own mark back; where the market sees the same paper it sees the mark too. */
export const verifyCertificate: Handler<typeof contract> = async ({ tx, actor, query, params, body, requestId }) => {
  const desk = await deskFor(tx, actor, query.firm, 'certificate.verify')
  const { organisationId } = desk
  const locked = await lockPassport(tx, organisationId)
  const certificate = certificateOf(locked?.content, params.entryId)
  if (locked === null || certificate === undefined)
    throw new Problem('thing.not-found', 'There is no such certificate in this passport.')
  if (certificate.verifiedBy !== null && certificate.verifiedBy !== actor.organisationId)
    throw new Problem('thing.conflict', 'Another agency has looked at this certificate; its mark stands.')
  const by = body.verified ? actor.organisationId : null
  if (certificate.verifiedBy === by) return reread(tx, desk)
  await markCertificate(tx, organisationId, locked.content, params.entryId, by)
  const shown = certificateOf(locked.published, params.entryId)
  if (locked.published !== null && shown !== undefined && samePaper(shown, certificate)) {
    const version = await publishMark(tx, organisationId, locked.published, params.entryId, by)
    if (version !== null) await tellPublication(tx, { organisationId, version, content: locked.published }, requestId)
  }
  return reread(tx, desk)
}
