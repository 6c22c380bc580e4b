import { v7 as uuidv7 } from 'uuid'

import type { savePassport as contract } from '@enlace/contracts'
import { lockPassport, record, referToFiles, savePassport as keep, workingCopy } from '@enlace/database'
import {
  asId,
  filesOf,
  Problem,
  settleEntries,
  type EntryId,
  type FileId,
  type PassportContent,
  type PassportId,
} from '@enlace/domain'
import { withCertificateNames } from '@enlace/taxonomy'

import type { Handler } from '../http/mount.ts'
import { changedMeanwhile, deskFor, reread } from './passport-desk.ts'

/** A file of another firm, or one that was swept away, cannot be evidence here. */
function refuseUnknown({ certificates }: PassportContent, unknown: readonly FileId[]): void {
  const faults = certificates.flatMap(({ fileId }, index) =>
    fileId !== null && unknown.includes(fileId)
      ? [
          {
            path: `body.content.certificates.${index}.fileId`,
            code: 'file',
            message: 'This file is not there any more. Upload it again.',
          },
        ]
      : [],
  )
  if (faults.length > 0) throw new Problem('input.invalid', 'Some fields need another look.', faults)
}

/** Saves what was written. A draft is begun once between two publications, so that keystrokes do not fill the history. */
export const savePassport: Handler<typeof contract> = async ({ tx, actor, query, body, requestId }) => {
  const desk = await deskFor(tx, actor, query.firm, 'passport.edit')
  const { organisationId } = desk
  // Locked, so that a certificate verified at this moment keeps its mark.
  const before = await lockPassport(tx, organisationId)
  const written = { ...body.content, certificates: withCertificateNames(body.content.certificates) }
  const content = settleEntries(written, before?.content ?? null, () => asId<EntryId>(uuidv7()))
  const saved = await keep(tx, { id: asId<PassportId>(uuidv7()), organisationId, revision: body.revision, content })
  if (saved === null) throw changedMeanwhile()
  refuseUnknown(content, await referToFiles(tx, organisationId, workingCopy, filesOf(content)))
  if (saved.begun)
    await record(
      tx,
      'passport.drafted',
      { organisationId, version: desk.passport?.version ?? 0 },
      { organisationId, requestId },
    )
  return reread(tx, desk)
}
