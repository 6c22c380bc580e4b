import { databaseConfig, port, processConfig, redisConfig, searchConfig } from '@enlace/runtime'
import * as z from 'zod'

export const config = z.object({
  ...processConfig,
  ...databaseConfig,
  ...redisConfig,
  ...searchConfig,
  PROBE_PORT: port(7402),
  QUEUE_PREFIX: z.string().default('enlace'),
  /** Rankings that run at the same time; the work is bound by the processor, so more than a few help little. */
  CONCURRENCY: z.coerce.number().int().min(1).max(64).default(4),
})
export type Config = z.output<typeof config>
