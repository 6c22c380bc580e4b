import { databaseConfig, port, processConfig, redisConfig } from '@enlace/runtime'
import * as z from 'zod'

export const config = z.object({
  ...processConfig,
  ...databaseConfig,
  ...redisConfig,
  PORT: port(7404),
  QUEUE_PREFIX: z.string().default('enlace'),
  /** Sockets opened from pages of another origin are refused. */
  PUBLIC_URL: z.url().default('http://127.0.0.1:3000'),
  /** Verifies session cookies; the same as the API's. */
  SECRET: z.string().min(32),
})
export type Config = z.output<typeof config>
