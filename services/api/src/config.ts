import { databaseConfig, flag, port, processConfig, redisConfig, searchConfig, storageConfig } from '@enlace/runtime'
import * as z from 'zod'

export const config = z.object({
  ...processConfig,
  ...databaseConfig,
  ...redisConfig,
  ...searchConfig,
  ...storageConfig,
  PORT: port(3000),
  QUEUE_PREFIX: z.string().default('enlace'),
  /** The one origin that browsers see; state-changing requests and sockets from another are refused. */
  PUBLIC_URL: z.url().default('http://127.0.0.1:3000'),
  /** Where websocket upgrades of /live are handed on to. */
  REALTIME_URL: z.url().default('http://127.0.0.1:7404'),
  /** Signs session cookies; at least 32 characters. */
  SECRET: z.string().min(32),
  /** Signs checkpoints of the audit log; 32 bytes in base64 (`openssl rand -base64 32`). Whoever has it can speak for the log. */
  AUDIT_KEY: z.string().regex(/^[A-Za-z0-9+/]{43}=$/, 'give 32 bytes in base64'),
  /** One-click sign-in and the dev mailbox; never in production. */
  DEMO: flag,
  /** The built web app. */
  WEB_DIR: z.string().default('web/build'),
})
export type Config = z.output<typeof config>
