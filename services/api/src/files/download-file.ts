import type { Readable } from 'node:stream'

import type { FastifyReply } from 'fastify'

import type { downloadFile as contract } from '@enlace/contracts'
import {
  asActor,
  isInCare,
  isInRoom,
  isShownInnovationFile,
  readFiles,
  readPublishedSupplier,
  type FileRow,
  type Transaction,
} from '@enlace/database'
import { can, disclosedTo, Problem, type FileId, type MemberActor } from '@enlace/domain'

import type { Storage } from '@enlace/storage'

import type { OpenHandler } from '../http/mount.ts'
import type { FilePorts } from './upload-file.ts'

/** Whether the file stands in a field of the owner's published passport that the actor sees. */
async function isShownTo(tx: Transaction, { id, organisationId }: FileRow): Promise<boolean> {
  const supplier = await readPublishedSupplier(tx, organisationId)
  return (
    supplier !== null &&
    disclosedTo(supplier.content, supplier.audience).certificates.some(({ fileId }) => fileId === id)
  )
}

/** The file, to its own people, to those of its agency who look at papers, to the other side of a room, and to readers of its field or of the innovation that it shows. */
async function fileFor(tx: Transaction, actor: MemberActor, id: FileId): Promise<FileRow> {
  const [file] = await readFiles(tx, [id])
  if (file === undefined) throw absent()
  const { organisationId } = file
  const related = { organisationId, relatedIds: [actor.organisationId] }
  const isRelated =
    organisationId !== actor.organisationId &&
    ((can(actor, 'certificate.verify', related) && (await isInCare(tx, organisationId))) ||
      (await isShownTo(tx, file)) ||
      (await isInRoom(tx, id)) ||
      (await isShownInnovationFile(tx, id)))
  if (!can(actor, 'file.read', isRelated ? related : { organisationId })) throw absent()
  return file
}
const absent = (): Problem => new Problem('thing.not-found', 'There is no such file, or it is not yours to see.')

/** RFC 8187, so that a name of any script survives. */
const disposition = (name: string): string =>
  `attachment; filename="${name.replace(/[^\x20-\x7e]|["\\%]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`

/** Says that what follows is a download: no browser shows it as a page of ours. */
export const asDownload = (
  reply: FastifyReply,
  { name, type, size }: Pick<FileRow, 'name' | 'type' | 'size'>,
): FastifyReply =>
  reply.type(type).headers({
    'content-length': String(size),
    'content-disposition': disposition(name),
    'x-content-type-options': 'nosniff',
    'content-security-policy': "sandbox; default-src 'none'",
  })

/** The bytes of a file that has a row; that storage does not give them is for the moment. */
export async function storedBytes(storage: Storage, id: string): Promise<Readable> {
  const bytes = await storage.read(id)
  if (bytes === null)
    throw new Problem(
      'service.unavailable',
      'This file cannot be fetched from storage for the moment. Try again later.',
    )
  return bytes
}

export const downloadFile =
  ({ database, storage }: FilePorts): OpenHandler<typeof contract> =>
  async ({ actor, params, reply }) => {
    const file = await asActor(database, actor, (tx) => fileFor(tx, actor, params.id))
    const bytes = await storedBytes(storage, file.id)
    return asDownload(reply, file).send(bytes)
  }
