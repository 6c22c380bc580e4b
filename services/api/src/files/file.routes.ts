import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import multipart from '@fastify/multipart'
import type { FastifyInstance } from 'fastify'

import * as contract from '@enlace/contracts'
import type { Database } from '@enlace/database'
import type { Storage } from '@enlace/storage'

import { readBidFile } from '../bids/read-bid-file.ts'
import { uploadBidFile } from '../bids/upload-bid-file.ts'
import { createMount, type MountOptions } from '../http/mount.ts'
import { downloadFile } from './download-file.ts'
import { uploadFile } from './upload-file.ts'

/** Mounts files in a scope of their own: only there are forms read, everywhere else they stay refused. */
export async function mountFiles(
  app: FastifyInstance,
  options: Omit<MountOptions, 'app'>,
  ports: { readonly database: Database; readonly storage: Storage },
): Promise<void> {
  const incoming = await mkdtemp(join(tmpdir(), `enlace-incoming-${process.pid}-`))
  app.addHook('onClose', () => rm(incoming, { recursive: true, force: true }))
  await app.register(async (scope) => {
    await scope.register(multipart, {
      limits: { files: 1, fields: 4, parts: 5, fileSize: contract.fileSizeLimit, fieldSize: 1000, headerPairs: 20 },
    })
    const mount = createMount({ ...options, app: scope })
    mount.open(contract.uploadFile, uploadFile({ ...ports, incoming }))
    mount.open(contract.downloadFile, downloadFile({ ...ports, incoming }))
    mount.open(contract.uploadBidFile, uploadBidFile({ ...ports, incoming }))
    mount.open(contract.readBidFile, readBidFile({ ...ports, incoming }))
  })
}
