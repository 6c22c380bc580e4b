import { databaseConfig, flag, port, processConfig, redisConfig, searchConfig, storageConfig } from '@enlace/runtime'
import { embedderConfig } from '@enlace/embedding'
import * as z from 'zod'

export const config = z.object({
  ...processConfig,
  ...databaseConfig,
  ...redisConfig,
  ...searchConfig,
  ...storageConfig,
  ...embedderConfig,
  PROBE_PORT: port(7402),
  QUEUE_PREFIX: z.string().default('enlace'),
  /** Rankings that run at the same time; the work is bound by the processor, so more than a few help little. */
  CONCURRENCY: z.coerce.number().int().min(1).max(64).default(4),
  /** The mail server, as smtp:// or smtps:// with user and password; without it a demo keeps mail in its mailbox. */
  SMTP_URL: z
    .string()
    .regex(/^(smtps?:\/\/.+)?$/, 'give an smtp:// or smtps:// URL')
    .default(''),
  MAIL_FROM: z.string().default('Enlace <no-reply@localhost>'),
  /** The one origin browsers use: links in mails begin with it. */
  PUBLIC_URL: z.url().default('http://127.0.0.1:3000'),
  DEMO: flag,
})
export type Config = z.output<typeof config>
