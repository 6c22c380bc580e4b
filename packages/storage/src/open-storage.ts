import { mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'

import { FSDriver } from 'flydrive/drivers/fs'

import { storageOn, type Storage } from './storage.ts'

/** Named as in the configuration of the services. */
export type StorageOptions = {
  /** Where files lie when no bucket is given. */
  readonly FILES_DIR: string
  /** A bucket that holds nothing else. */
  readonly S3_BUCKET?: string
  readonly S3_REGION?: string
  /** Of a service that speaks like Amazon's; empty for Amazon's own. */
  readonly S3_ENDPOINT?: string
}

/** Opens the folder, or the bucket where one is named; its keys are read by the SDK from AWS_ACCESS_KEY_ID and its kin. */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const { S3_BUCKET = '', S3_REGION = '', S3_ENDPOINT = '' } = options
  if (S3_BUCKET !== '') return storageOn(await bucketDriver(S3_BUCKET, S3_REGION, S3_ENDPOINT))
  const location = resolve(options.FILES_DIR)
  await mkdir(location, { recursive: true })
  return storageOn(new FSDriver({ location, visibility: 'private' }))
}

/** Amazon's SDK is large and few need it, so it is not installed unless asked for. */
async function bucketDriver(bucket: string, region: string, endpoint: string) {
  const { S3Driver } = await import('flydrive/drivers/s3').catch((cause: unknown) => {
    throw new Error(
      'S3_BUCKET needs two packages more: pnpm --filter @enlace/storage add @aws-sdk/client-s3@3.1169.0 @aws-sdk/s3-request-presigner@3.1162.0',
      { cause },
    )
  })
  return new S3Driver({
    bucket,
    region,
    visibility: 'private',
    supportsACL: false,
    ...(endpoint === '' ? {} : { endpoint, forcePathStyle: true }),
  })
}
