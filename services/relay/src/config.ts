import { databaseConfig, port, processConfig, redisConfig } from '@enlace/runtime'
import * as z from 'zod'

export const config = z.object({
  ...processConfig,
  ...databaseConfig,
  ...redisConfig,
  PROBE_PORT: port(7403),
  QUEUE_PREFIX: z.string().default('enlace'),
})
export type Config = z.output<typeof config>
