import { rm } from 'node:fs/promises'

import { v7 as uuidv7 } from 'uuid'

import { fileSizeLimit, type uploadFile as contract } from '@enlace/contracts'
import { asActor, insertFile, isInCare, type Database } from '@enlace/database'
import {
  asId,
  can,
  fileKinds,
  judgeFile,
  Problem,
  safeFileName,
  type FileId,
  type MemberActor,
  type OrganisationId,
} from '@enlace/domain'
import type { Storage } from '@enlace/storage'

import type { OpenHandler } from '../http/mount.ts'
import { receiveFile } from './receive-file.ts'

export type FilePorts = {
  readonly database: Database
  readonly storage: Storage
  /** Where files lie while they come in. */
  readonly incoming: string
}

/** Refuses before a byte is read whoever may not keep files for this organisation. */
async function admit(database: Database, actor: MemberActor, organisationId: OrganisationId): Promise<void> {
  const isOwn = organisationId === actor.organisationId
  const inCare = !isOwn && (await asActor(database, actor, (tx) => isInCare(tx, organisationId)))
  if (!isOwn && !inCare) throw new Problem('thing.not-found', 'There is no such firm, or it is not in your care.')
  if (!can(actor, 'file.upload', { organisationId, relatedIds: inCare ? [actor.organisationId] : [] }))
    throw new Problem('identity.forbidden', 'Your role does not allow keeping files.')
}

/** Keeps one file: first its bytes, then its row; a row without bytes never exists, and bytes without a row are swept away. */
export const uploadFile =
  ({ database, storage, incoming }: FilePorts): OpenHandler<typeof contract> =>
  async ({ actor, query, request }) => {
    const organisationId = query.firm ?? actor.organisationId
    await admit(database, actor, organisationId)
    const received = await receiveFile(request, incoming, fileSizeLimit)
    try {
      const kind = judgeFile(received.name, received.type, received.look)
      const { type } = fileKinds[kind]
      const id = asId<FileId>(uuidv7())
      await storage.keep(id, received.path, type)
      const { size, sha256 } = received
      const file = {
        id,
        organisationId,
        name: safeFileName(received.name, kind),
        type,
        size,
        sha256,
        uploadedBy: actor.userId,
      }
      try {
        return await asActor(database, actor, (tx) => insertFile(tx, file))
      } catch (error) {
        await storage.remove(id)
        throw error
      }
    } finally {
      await rm(received.path, { force: true })
    }
  }
